import { MoveHorizontal, NotebookPen, Quote, Repeat2, Tag } from 'lucide-react';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import { runCommand } from '#renderer/commands/registry.ts';
import { CodeSwatch } from '#renderer/ui/code-swatch.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { WithTooltip } from '#renderer/ui/tooltip.tsx';
import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import { codeAgain, codeInVivo, codeRecent, resizeToSelection } from './coding-actions.ts';
import { openPicker } from './coding-commands.ts';
import { useCodingState } from './coding-state.ts';
import styles from './selection-bar.module.css';
import { liveRange, pageRanges } from './transcript-dom.ts';

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly reading: Reading;
  readonly codings: readonly Coding[];
  readonly codes: readonly Code[];
  /** Counts up when other turns have come near the screen, or words have moved. */
  readonly view: number;
}
interface Place {
  readonly top: number;
  readonly left: number;
}

/** The space between bar and words, and between bar and the edges of the pane, in CSS pixels. */
const gap = 6;
/** How many of the codes used last stand in the bar; the number keys reach more. */
const recentInBar = 4;

/** Keeps a button from taking the selection away when it is pressed. */
const keepSelection = (event: React.MouseEvent): void => event.preventDefault();

interface Boxes {
  readonly pane: DOMRect;
  readonly first: DOMRect;
  readonly last: DOMRect;
  readonly bar: { readonly width: number; readonly height: number };
}

/** Above the selection, or below it where there is no room; null while it is out of sight. */
const placeOf = ({ pane, first, last, bar }: Boxes): Place | null => {
  if (last.bottom < pane.top || first.top > pane.bottom) return null;
  const above = first.top - bar.height - gap;
  const below = last.bottom + gap;
  const top =
    above >= pane.top ? above : below + bar.height <= pane.bottom ? below : pane.top + gap;
  const left = Math.min(first.left, pane.right - bar.width - gap);
  return { top: top - pane.top, left: Math.max(left, pane.left + gap) - pane.left };
};

/** The small bar above what is selected: everything that can be done with it, by pointer. */
export const SelectionBar = ({ scroller, reading, codings, codes, view }: Props) => {
  const selection = useCodingState((state) => state.selection);
  const picking = useCodingState((state) => state.picker !== null);
  const active = useCodingState((state) => state.active);
  const recent = useCodingState((state) => state.recent);
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const isShown = selection !== null && !picking;
  useLayoutEffect(() => {
    const pane = scroller.current;
    const parts = selection === null ? [] : pageRanges(reading.turns, selection);
    const first = parts[0];
    const last = parts.at(-1);
    if (!isShown || pane === null || first === undefined || last === undefined)
      return setPlace(null);
    const follow = (): void => {
      const lines = liveRange(first).getClientRects();
      const box = bar.current?.getBoundingClientRect();
      setPlace(
        placeOf({
          pane: pane.getBoundingClientRect(),
          first: lines[0] ?? liveRange(first).getBoundingClientRect(),
          last: liveRange(last).getBoundingClientRect(),
          bar: { width: box?.width ?? 0, height: box?.height ?? 0 },
        }),
      );
    };
    follow();
    pane.addEventListener('scroll', follow, { passive: true });
    return () => pane.removeEventListener('scroll', follow);
  }, [scroller, reading, selection, isShown, view, recent]);
  if (!isShown) return null;
  const known = new Map(codes.map((code) => [code.id, code]));
  return (
    <div
      ref={bar}
      className={styles.place}
      style={place === null ? { visibility: 'hidden' } : place}
      onMouseDown={keepSelection}
      role="presentation"
    >
      <Toolbar className={styles.bar ?? ''} aria-label="What is selected">
        <IconButton icon={Tag} label="Code" keys="/" onPress={openPicker} />
        <IconButton icon={Quote} label="Code in vivo" keys="i" onPress={() => void codeInVivo()} />
        <IconButton
          icon={Repeat2}
          label="Same code again"
          keys="."
          isDisabled={recent.length === 0}
          onPress={() => void codeAgain()}
        />
        <IconButton
          icon={MoveHorizontal}
          label="Give the coding looked at this extent"
          keys="x"
          isDisabled={active === null || !codings.some((coding) => coding.id === active)}
          onPress={() => void resizeToSelection()}
        />
        <IconButton
          icon={NotebookPen}
          label="Quote in a memo"
          keys="q"
          onPress={() => runCommand('coding.quote')}
        />
        {recent.slice(0, recentInBar).map((id, index) => {
          const code = known.get(id);
          return code === undefined ? null : (
            <WithTooltip key={id} text={code.name} keys={String(index + 1)}>
              <Button className={styles.recent ?? ''} onPress={() => void codeRecent(index)}>
                <kbd aria-hidden>{index + 1}</kbd>
                <CodeSwatch colour={code.colour} />
                <span className="visually-hidden"> Code with ‘{code.name}’</span>
              </Button>
            </WithTooltip>
          );
        })}
      </Toolbar>
    </div>
  );
};
