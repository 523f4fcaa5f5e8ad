import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useCall } from '#renderer/client/queries.ts';
import { PlainTextEditor, type PlainTextHandle } from '#renderer/editor/plain-text-editor.tsx';
import { turnElementId } from '#renderer/features/coding/transcript/transcript-dom.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { formatKeys } from '#renderer/ui/keys.ts';
import { counted } from '#renderer/ui/words.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Turn } from '#shared/model/turn.ts';
import {
  carryOutWish,
  changeSpeaker,
  leaveCorrection,
  returnToTurn,
  selectionIn,
  speechOfTurn,
} from './correction-actions.ts';
import { paintTyped } from './correction-paint.ts';
import { CorrectionReview } from './correction-review.tsx';
import { dropDraft, keepDraft, useCorrection } from './correction-state.ts';
import { codingWords } from './correction-words.ts';
import { useKeptDrafts } from './restore-drafts.ts';
import styles from './turn-correction.module.css';
import { followTyping, typedUnchanged } from './typed-codings.ts';

interface Props {
  readonly reading: Reading;
  readonly codings: readonly Coding[];
  readonly codes: readonly Code[];
}
interface OpenProps extends Props {
  readonly turn: Turn;
  /** Counted from 0. */
  readonly index: number;
}

const Speaker = ({ reading, turn, index }: Pick<OpenProps, 'reading' | 'turn' | 'index'>) => (
  <div className={styles.speaker}>
    <ComboBox
      label={`Speaker of turn ${index + 1}`}
      hideLabel
      choices={reading.speakers.map(({ label }) => label)}
      value={reading.speakers.find(({ id }) => id === turn.speakerId)?.label ?? ''}
      placeholder="Nobody"
      onCommit={(label) => void changeSpeaker(label)}
    />
  </div>
);

interface DraftNoteProps {
  readonly turnId: string;
  /** Whether the turn says something else than when the words were begun. */
  readonly isOutdated: boolean;
  /** What the turn says now. */
  readonly saved: string;
}

const DraftNote = ({ turnId, isOutdated, saved }: DraftNoteProps) => (
  <div className={styles.note}>
    <p>
      {isOutdated
        ? `The turn was changed since you began. It says now: ‘${saved}’ Saving puts your words in its place.`
        : 'These are your words from before. They are not saved yet.'}
    </p>
    <Button small onPress={() => dropDraft(turnId)}>
      Take the saved words
    </Button>
  </div>
);

/** What the words typed so far would do, said while typing. */
const Live = ({ typed }: { readonly typed: ReturnType<typeof followTyping> }) => {
  if (typed === null) return <p className={styles.live}>Nothing changed yet</p>;
  if (typed.places === null)
    return (
      <p className={styles.live}>Changed. What that does to codings is shown before saving.</p>
    );
  const beyond = codingWords(typed.count, 'would');
  return (
    <p className={styles.live}>
      {counted(typed.places, 'place')} corrected
      {beyond === '' ? '' : ` · ${beyond}`}
    </p>
  );
};

/** The words of one turn, open for correction in their place. */
const OpenTurn = ({ reading, codings, codes, turn, index }: OpenProps) => {
  const draft = useCorrection((state) => state.drafts.get(turn.id));
  const projectId = useCall('project.state', {}).data?.project?.id ?? '';
  const review = useCorrection((state) => state.review);
  const isSaving = useCorrection((state) => state.isSaving);
  const [begunWith] = useState(draft);
  const [select] = useState(() => selectionIn(turn));
  const editor = useRef<PlainTextHandle>(null);
  const wipe = useRef<() => void>(undefined);
  const saved = speechOfTurn(reading, turn);
  const words = draft?.words ?? saved;
  const typed = useMemo(
    () => followTyping({ reading, turn, codings, words }),
    [reading, turn, codings, words],
  );
  const colours = useMemo(() => new Map(codes.map(({ id, colour }) => [id, colour])), [codes]);
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    whole.current?.scrollIntoView({ block: 'nearest' });
    return () => wipe.current?.();
  }, []);

  const isOutdated = draft !== undefined && draft.before !== saved;
  const isLast = index === reading.turns.length - 1;
  const caret = (): number => editor.current?.caret() ?? 0;
  const save = (): void => void carryOutWish(review?.wish ?? { kind: 'save' }, review);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      save();
    }
    // In the field of the speaker, Esc gives back what was there.
    if (event.key === 'Escape' && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault();
      if (review === null) leaveCorrection();
      else {
        useCorrection.setState({ review: null });
        editor.current?.focus();
      }
    }
  };
  return (
    <div
      ref={whole}
      className={styles.correction}
      role="group"
      aria-label={`Correct turn ${index + 1}`}
      onKeyDownCapture={onKeyDown}
    >
      {!isSaving && (isOutdated || (begunWith !== undefined && draft === begunWith)) ? (
        <DraftNote turnId={turn.id} isOutdated={isOutdated} saved={saved} />
      ) : null}
      <PlainTextEditor
        label={`Words of turn ${index + 1}`}
        describedBy={`codings-${index}`}
        className={styles.words ?? ''}
        value={words}
        select={select}
        isReadOnly={isSaving}
        handle={editor}
        onChange={(next) =>
          keepDraft(turn.id, {
            projectId,
            sourceId: reading.source.id,
            before: draft?.before ?? saved,
            words: next,
          })
        }
        onPainted={(element) => {
          wipe.current?.();
          wipe.current = paintTyped(element, {
            codings: typed?.codings ?? typedUnchanged(turn, codings),
            colours,
          });
        }}
      />
      {review === null ? (
        <>
          <Live typed={typed} />
          <div className={styles.tools}>
            <Speaker reading={reading} turn={turn} index={index} />
            <Button
              small
              onPress={() => void carryOutWish({ kind: 'split', at: caret() })}
              isDisabled={isSaving}
            >
              Split here
            </Button>
            <Button
              small
              onPress={() => void carryOutWish({ kind: 'merge' })}
              isDisabled={isSaving || isLast}
            >
              Merge with next turn
            </Button>
            <span className={styles.end}>
              <Button kind="quiet" small onPress={leaveCorrection}>
                Leave <kbd>{formatKeys('Escape')}</kbd>
              </Button>
              <Button kind="primary" small onPress={save} isDisabled={isSaving}>
                Save correction <kbd>{formatKeys('$mod+Enter')}</kbd>
              </Button>
            </span>
          </div>
        </>
      ) : (
        <CorrectionReview
          review={review}
          codes={codes}
          onAgree={save}
          onBack={() => {
            useCorrection.setState({ review: null });
            editor.current?.focus();
          }}
        />
      )}
    </div>
  );
};

/** The element of a turn, once the page shows the turns as they are now. */
const useArticle = (index: number, reading: Reading): HTMLElement | null => {
  const [article, setArticle] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    setArticle(index < 0 ? null : document.getElementById(turnElementId(index)));
  }, [index, reading]);
  return article;
};

/** Returns to the turn that was corrected, or that came of it, once the page shows it. */
const useReturn = (reading: Reading): void => {
  const returnTo = useCorrection((state) => state.returnTo);
  useEffect(() => {
    const index = reading.turns.findIndex(({ id }) => id === returnTo);
    if (index >= 0) returnToTurn(index);
  }, [returnTo, reading]);
};

/**
 * Opens the turn that is being corrected in the place of its words. It stands inside the turn on
 * the page, but not among the parts of the pane: keys and pointers mean something else in it.
 */
export const TurnCorrection = (props: Props) => {
  const { reading } = props;
  const turnId = useCorrection((state) => state.turnId);
  const index = turnId === null ? -1 : reading.turns.findIndex(({ id }) => id === turnId);
  const turn = reading.turns[index];
  const article = useArticle(index, reading);
  useLayoutEffect(() => {
    const pane = article?.closest('[data-transcript]');
    article?.setAttribute('data-correcting', '');
    pane?.setAttribute('data-is-correcting', '');
    return () => {
      article?.removeAttribute('data-correcting');
      pane?.removeAttribute('data-is-correcting');
    };
  }, [article]);
  useReturn(reading);
  useKeptDrafts(reading);
  useEffect(() => {
    // Undone or deleted elsewhere, the turn is gone with its editor.
    if (turnId !== null && turn === undefined)
      useCorrection.setState({ turnId: null, review: null });
  }, [turnId, turn]);
  useEffect(() => () => useCorrection.setState({ turnId: null, review: null, returnTo: null }), []);
  if (article === null || turn === undefined) return null;
  return createPortal(
    <OpenTurn key={turn.id} {...props} turn={turn} index={index} />,
    article,
    turn.id,
  );
};
