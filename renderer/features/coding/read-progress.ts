import { type RefObject, useEffect } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Reading } from '#shared/contract/sources.ts';
import { isReading } from './reading-view.ts';
import { turnElementId } from './transcript/transcript-dom.ts';

interface Progress {
  /** How many turns of a source were read, from the first on. */
  readonly read: number;
  readonly turns: number;
}

/** How far each source was read, by its id. Kept on this computer, never in the project. */
export const useReadProgress = create<{ readonly sources: Readonly<Record<string, Progress>> }>()(
  persist(() => ({ sources: {} }), { name: 'understory-read' }),
);

/** How far a source was read, in words; null where nobody has begun. */
export const progressInWords = (progress: Progress | undefined): string | null => {
  if (progress === undefined) return null;
  const { read, turns } = progress;
  return read >= turns
    ? 'Read to the end'
    : `Read to turn ${read.toLocaleString()} of ${turns.toLocaleString()}`;
};

const note = ({ source, turns }: Reading, read: number): void => {
  const { sources } = useReadProgress.getState();
  const before = sources[source.id];
  if (before !== undefined && before.turns === turns.length && before.read >= read) return;
  const progress = { read, turns: turns.length };
  useReadProgress.setState({ sources: { ...sources, [source.id]: progress } });
};

/** How many turns, from the first on, end above the lower edge of the pane. */
const readIn = (pane: HTMLElement, turns: number): number => {
  const { bottom } = pane.getBoundingClientRect();
  let low = 0;
  let high = turns;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const end = document.getElementById(turnElementId(middle, 'main'))?.getBoundingClientRect();
    if (end !== undefined && end.bottom <= bottom + 1) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Goes on where reading stopped, and remembers how far it gets. */
export const useKeepProgress = (
  scroller: RefObject<HTMLElement | null>,
  reading: Reading,
  mode: 'read' | 'code',
): void => {
  useEffect(() => {
    const pane = scroller.current;
    if (pane === null || mode !== 'read') return;
    const before = useReadProgress.getState().sources[reading.source.id];
    // More than once: turns far away have estimated heights until they are shown.
    const goBack = (looks: number): void => {
      if (before === undefined || before.read >= reading.turns.length) return;
      document
        .getElementById(turnElementId(Math.max(0, before.read - 1), 'main'))
        ?.scrollIntoView({ block: 'end' });
      if (looks > 0) requestAnimationFrame(() => goBack(looks - 1));
    };
    goBack(3);
    const keep = (): void => {
      if (isReading()) note(reading, readIn(pane, reading.turns.length));
    };
    const first = setTimeout(keep, 1000);
    pane.addEventListener('scrollend', keep);
    return () => {
      clearTimeout(first);
      pane.removeEventListener('scrollend', keep);
    };
  }, [scroller, reading, mode]);
};
