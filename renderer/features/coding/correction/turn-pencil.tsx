import { Pencil } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { columnOf } from '#renderer/features/coding/columns/columns.ts';
import { turnElementId } from '#renderer/features/coding/transcript/transcript-dom.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { Reading } from '#shared/contract/sources.ts';
import { correctTurn } from './correction-actions.ts';
import { dropDraft, useCorrection } from './correction-state.ts';
import styles from './turn-correction.module.css';

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly reading: Reading;
}

const turnOf = (target: EventTarget | null): number | null => {
  const turn = target instanceof Element ? target.closest<HTMLElement>('[data-turn]') : null;
  return turn === null ? null : Number(turn.dataset.turn);
};

/** The turn under the pointer, or else the one with the focus. */
const usePointedTurn = (scroller: Props['scroller']): number | null => {
  const [hovered, setHovered] = useState<number | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  useEffect(() => {
    const pane = scroller.current;
    if (pane === null) return undefined;
    const over = (event: PointerEvent): void => {
      if (event.pointerType !== 'touch' && event.buttons === 0) setHovered(turnOf(event.target));
    };
    const leave = (): void => setHovered(null);
    const focus = (event: FocusEvent): void => setFocused(turnOf(event.target));
    const blur = (event: FocusEvent): void => setFocused(turnOf(event.relatedTarget));
    pane.addEventListener('pointerover', over);
    pane.addEventListener('pointerleave', leave);
    pane.addEventListener('focusin', focus);
    pane.addEventListener('focusout', blur);
    return () => {
      pane.removeEventListener('pointerover', over);
      pane.removeEventListener('pointerleave', leave);
      pane.removeEventListener('focusin', focus);
      pane.removeEventListener('focusout', blur);
    };
  }, [scroller]);
  return hovered ?? focused;
};

/** Offers to go on with words that were typed for a turn and not saved. */
const Kept = ({ reading, turnId }: { readonly reading: Reading; readonly turnId: string }) => {
  const index = reading.turns.findIndex(({ id }) => id === turnId);
  const [article, setArticle] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    setArticle(document.getElementById(turnElementId(index, columnOf(reading.turns))));
  }, [index, reading]);
  if (article === null) return null;
  return createPortal(
    <div className={styles.mark}>
      Correction not saved
      <Button small onPress={() => correctTurn(index)}>
        Go on with turn {index + 1}
      </Button>
      <Button kind="quiet" small onPress={() => dropDraft(turnId)}>
        Give it up
      </Button>
    </div>,
    article,
  );
};

/**
 * One pencil for all turns, on the turn that is pointed at or has the focus: a button in each of
 * thousands would cost more than the words. Turns with words that were not saved say so.
 */
export const TurnPencil = ({ scroller, reading }: Props) => {
  const index = usePointedTurn(scroller);
  const turnId = useCorrection((state) => state.turnId);
  const drafts = useCorrection((state) => state.drafts);
  const turn = index === null ? undefined : reading.turns[index];
  const article =
    index === null ? null : document.getElementById(turnElementId(index, columnOf(reading.turns)));
  const kept = [...drafts.keys()].filter(
    (id) => id !== turnId && reading.turns.some((known) => known.id === id),
  );
  return (
    <>
      {index === null || turn === undefined || article === null || turn.id === turnId
        ? null
        : createPortal(
            <span className={styles.pencil}>
              <IconButton
                icon={Pencil}
                label={`Correct turn ${index + 1}`}
                keys="e"
                onPress={() => correctTurn(index)}
              />
            </span>,
            article,
          )}
      {kept.map((id) => (
        <Kept key={id} reading={reading} turnId={id} />
      ))}
    </>
  );
};
