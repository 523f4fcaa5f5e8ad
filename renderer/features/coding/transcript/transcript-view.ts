import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { columnOf } from '#renderer/features/coding/columns/columns.ts';
import type { Reading } from '#shared/contract/sources.ts';
import { unitsIn, wholeGraphemes } from '#shared/text/units.ts';
import type { Highlighter } from './highlighter.ts';
import { selectedRange, turnElementId } from './transcript-dom.ts';

type Pane = RefObject<HTMLElement | null>;

/** What the parts that follow the screen depend on. */
export interface View {
  /** Counts up when other turns have come near the screen, or words have moved. */
  readonly view: number;
  /** Counts up when words have moved. */
  readonly layout: number;
}

/** How far one scrolls within the same turns until what follows the screen is drawn again. */
const scrollStep = 300;

/** So many turns at once come near the screen, or leave it, while one scrolls and does not jump. */
const fewTurns = 4;
/** How long no turn has come or gone until what follows the screen is drawn, in milliseconds. */
const settleAfter = 60;

/** Tells the highlighter which turns are near the screen, and counts when that or the layout changes. */
export const useView = (scroller: Pane, reading: Reading, highlighter: Highlighter): View => {
  const [near, setNear] = useState(0);
  const [layout, setLayout] = useState(0);
  useEffect(() => {
    const root = scroller.current;
    if (root === null) return;
    let settling = 0;
    const redraw = (): void => setNear((count) => count + 1);
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries)
          highlighter.setNear(
            Number((entry.target as HTMLElement).dataset.turn),
            entry.isIntersecting,
          );
        // A turn or two more while one scrolls: what follows the screen is drawn at the next step,
        // or when the scrolling stops (measured: drawn with each turn, it took most of every frame).
        clearTimeout(settling);
        if (entries.length > fewTurns) redraw();
        else settling = window.setTimeout(redraw, settleAfter);
      },
      { root, rootMargin: '400px 0px' },
    );
    for (const turn of root.querySelectorAll('[data-turn]')) observer.observe(turn);
    return () => {
      clearTimeout(settling);
      observer.disconnect();
      highlighter.clear();
    };
  }, [scroller, highlighter, reading]);
  useLayoutEffect(() => {
    const root = scroller.current;
    const words = root?.querySelector('[data-words]');
    if (root === null || words === null || words === undefined) return;
    // The words change their size whenever a line breaks elsewhere: another width, face or size of
    // type, and turns whose height was estimated until they came into view.
    const observer = new ResizeObserver(() => setLayout((count) => count + 1));
    observer.observe(words);
    observer.observe(root);
    let drawnAt = root.scrollTop;
    const scrolled = (): void => {
      if (Math.abs(root.scrollTop - drawnAt) < scrollStep) return;
      drawnAt = root.scrollTop;
      setNear((count) => count + 1);
    };
    root.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      observer.disconnect();
      root.removeEventListener('scroll', scrolled);
    };
  }, [scroller]);
  return { view: near + layout, layout };
};

const same = (a: object | null, b: object | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Keeps the selection in the store in step with the page's own, while the transcript has it. */
export const useSelection = (scroller: Pane, reading: Reading): void => {
  useEffect(() => {
    const hear = (): void => {
      const pane = scroller.current;
      const own = getSelection();
      if (pane === null || own === null) return;
      if (useCodingState.getState().column !== columnOf(reading.turns)) return;
      // What is selected in a note is no part of the source.
      if (pane.querySelector('[data-notes]')?.contains(own.anchorNode) === true) return;
      const isOurs =
        pane.contains(own.anchorNode) ||
        pane.contains(own.focusNode) ||
        pane.contains(document.activeElement);
      if (!isOurs || (own.isCollapsed && !pane.contains(own.anchorNode))) return;
      const words = pane.querySelector('[data-words]') ?? pane;
      const found = selectedRange(reading.turns, words);
      // Space around the words is nobody's choice.
      const selection =
        found === null
          ? null
          : (unitsIn(reading.text, wholeGraphemes(reading.text, found), 'turn')[0] ?? null);
      if (same(useCodingState.getState().selection, selection)) return;
      useCodingState.setState({ selection, extension: null });
    };
    document.addEventListener('selectionchange', hear);
    return () => document.removeEventListener('selectionchange', hear);
  }, [reading, scroller]);
};

/** The turn at the top of the pane and how far it is scrolled out, by column and source. */
const places = new Map<string, { readonly turn: number; readonly shift: number }>();

/** How long a pane stands still until its place is kept, in milliseconds. */
const restAfter = 100;

/** The turn that stands at the top of a pane. */
const topTurn = (pane: HTMLElement): HTMLElement | null => {
  const box = pane.getBoundingClientRect();
  const words = pane.querySelector('[data-words]')?.getBoundingClientRect();
  if (words === undefined) return null;
  return (
    document
      .elementFromPoint(words.left + words.width / 2, box.top + 4)
      ?.closest<HTMLElement>('[data-turn]') ?? null
  );
};

/** Comes back to where this source was read, unless a coding in it is asked for. */
export const useReadingPlace = (scroller: Pane, reading: Reading, isSent: boolean): void => {
  const column = columnOf(reading.turns);
  const place = `${column} ${reading.source.id}`;
  useLayoutEffect(() => {
    const pane = scroller.current;
    if (pane === null) return;
    const before = places.get(place);
    const goBack = (looks: number): void => {
      const turn = document.getElementById(turnElementId(before?.turn ?? 0, column));
      if (before === undefined || turn === null) return;
      const top = turn.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollBy({ top: top + before.shift });
      if (looks > 0) requestAnimationFrame(() => goBack(looks - 1));
    };
    if (!isSent) goBack(2);
    const keep = (): void => {
      const turn = topTurn(pane);
      if (turn === null) return;
      const shift = pane.getBoundingClientRect().top - turn.getBoundingClientRect().top;
      places.set(place, { turn: Number(turn.dataset.turn), shift });
    };
    // Where the scrolling comes to rest; looking on the way there would hold it up.
    let resting = 0;
    const rest = (): void => {
      clearTimeout(resting);
      resting = window.setTimeout(keep, restAfter);
    };
    pane.addEventListener('scrollend', rest);
    return () => {
      clearTimeout(resting);
      pane.removeEventListener('scrollend', rest);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- only what was asked for when it opened counts
  }, [scroller, place]);
};
