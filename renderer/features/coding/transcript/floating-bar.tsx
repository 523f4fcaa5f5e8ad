import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Reading } from '#shared/contract/sources.ts';
import type { Range } from '#shared/model/range.ts';
import styles from './selection-bar.module.css';
import { liveRange, pageRanges } from './transcript-dom.ts';

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly reading: Reading;
  /** The words it stands above. */
  readonly range: Range;
  /** Changes when words have moved, or what is in the bar has. */
  readonly view: unknown;
  readonly children: ReactNode;
}
interface Place {
  readonly top: number;
  readonly left: number;
}

/** The space between bar and words, and between bar and the edges of the pane, in CSS pixels. */
const gap = 6;
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

/** A bar that stays above words while they are in sight. */
export const FloatingBar = ({ scroller, reading, range, view, children }: Props) => {
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  useLayoutEffect(() => {
    const pane = scroller.current;
    // The ends alone: a passage can have thousands of lines.
    const at = (start: number): StaticRange | undefined =>
      pageRanges(reading.turns, { start, end: start + 1 })[0];
    const first = at(range.start);
    const last = at(range.end - 1);
    if (pane === null || first === undefined || last === undefined) return setPlace(null);
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
  }, [scroller, reading, range, view]);
  return (
    <div
      ref={bar}
      className={styles.place}
      style={place === null ? { visibility: 'hidden' } : place}
      onMouseDown={keepSelection}
      role="presentation"
    >
      {children}
    </div>
  );
};
