import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import {
  columnOf,
  useColumnState,
  useIsActiveColumn,
} from '#renderer/features/coding/columns/columns.ts';
import type { Highlighter } from '#renderer/features/coding/transcript/highlighter.ts';
import {
  liveRange,
  pageRangeIn,
  turnElementId,
} from '#renderer/features/coding/transcript/transcript-dom.ts';
import { useColourScheme } from '#renderer/state/use-colour-scheme.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Range } from '#shared/model/range.ts';
import { densityOf } from '#shared/text/density.ts';
import { turnAt } from '#shared/text/turn-index.ts';
import styles from './minimap.module.css';

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly reading: Reading;
  readonly codings: readonly Coding[];
  readonly highlighter: Highlighter;
  /** Counts up when other turns have come near the screen, or words have moved. */
  readonly view: number;
}

const none: readonly never[] = [];
const width = 22;
/** The height of one stretch whose codings are counted, in CSS pixels. */
const binHeight = 3;
/** A stretch with so many codings is as dark as it gets, unless there are denser ones. */
const leastForFull = 6;

interface Drawing {
  readonly counts: Uint32Array;
  readonly length: number;
  readonly active: Range | undefined;
  readonly found: readonly Range[];
}

/**
 * Draws how densely each stretch is coded: the more codings, the longer and the darker its line. Then
 * the places of words looked for (at the left) and of the coding looked at (all across). From offsets
 * alone: no layout is read.
 */
const draw = (canvas: HTMLCanvasElement, height: number, drawing: Drawing): void => {
  const context = canvas.getContext('2d');
  if (context === null || height === 0) return;
  const { counts, length, active, found } = drawing;
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  context.scale(devicePixelRatio, devicePixelRatio);
  const colours = getComputedStyle(canvas);
  const most = counts.reduce((a, b) => Math.max(a, b), leastForFull);
  context.fillStyle = colours.getPropertyValue('--ink-soft');
  for (const [bin, count] of counts.entries()) {
    if (count === 0) continue;
    const share = Math.sqrt(count / most);
    context.globalAlpha = 0.4 + 0.5 * share;
    const line = Math.max(4, (width - 6) * share);
    context.fillRect(width - 2 - line, bin * binHeight, line, binHeight - 0.5);
  }
  context.globalAlpha = 1;
  const perCharacter = height / Math.max(length, 1);
  context.fillStyle = colours.getPropertyValue('--warning');
  for (const { start } of found) context.fillRect(0, start * perCharacter - 1, 5, 2);
  if (active === undefined) return;
  context.fillStyle = colours.getPropertyValue('--accent');
  const top = active.start * perCharacter;
  context.fillRect(0, top - 1, width, Math.max(3, (active.end - active.start) * perCharacter));
};

/** The part of the text that is on the screen, from the boxes of the turns at its edges. */
const visibleRange = (
  pane: HTMLElement,
  { reading, highlighter }: Pick<Props, 'reading' | 'highlighter'>,
): Range | null => {
  const { top, bottom } = pane.getBoundingClientRect();
  let start: number | null = null;
  let end = 0;
  const column = columnOf(reading.turns);
  for (const index of [...highlighter.near].sort((a, b) => a - b)) {
    const turn = reading.turns[index];
    const box = document.getElementById(turnElementId(index, column))?.getBoundingClientRect();
    if (turn === undefined || box === undefined || box.bottom <= top) continue;
    if (box.top >= bottom) break;
    const per = (turn.end - turn.start) / Math.max(box.height, 1);
    start ??= turn.start + Math.max(0, top - box.top) * per;
    end = turn.end - Math.max(0, box.bottom - bottom) * per;
  }
  return start === null ? null : { start, end: Math.max(start, end) };
};

/** How often a place far away is looked at again until it stands still. */
const looks = 4;

/** Scrolls a place of the text to the middle of the pane. */
const scrollTo = (pane: HTMLElement, reading: Reading, offset: number): void => {
  const index = Math.max(0, turnAt(reading.turns, offset));
  const look = (left: number): void => {
    const part = pageRangeIn(reading.turns, index, { start: offset, end: offset + 1 });
    const box =
      part === null
        ? document
            .getElementById(turnElementId(index, columnOf(reading.turns)))
            ?.getBoundingClientRect()
        : liveRange(part).getBoundingClientRect();
    if (box === undefined) return;
    const view = pane.getBoundingClientRect();
    const by = box.top - view.top - view.height / 2;
    if (Math.abs(by) < 2) return;
    pane.scrollBy({ top: by, behavior: 'instant' });
    // Turns far away have estimated heights until they are shown; a second look corrects that.
    if (left > 0) requestAnimationFrame(() => look(left - 1));
  };
  look(looks);
};

/** Shows which part of the whole is on the screen; moved without drawing anything else. */
const useFrame = ({ scroller, reading, highlighter, view }: Omit<Props, 'codings'>) => {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const pane = scroller.current;
    if (pane === null) return;
    let asked = 0;
    const place = (): void => {
      asked = 0;
      const seen = visibleRange(pane, { reading, highlighter });
      const element = frame.current;
      if (element === null || seen === null) return;
      const length = Math.max(reading.text.length, 1);
      element.style.top = `${(seen.start / length) * 100}%`;
      element.style.height = `${((seen.end - seen.start) / length) * 100}%`;
    };
    const scrolled = (): void => {
      if (asked === 0) asked = requestAnimationFrame(place);
    };
    scrolled();
    pane.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      pane.removeEventListener('scroll', scrolled);
    };
  }, [scroller, reading, highlighter, view]);
  return frame;
};

/**
 * The whole source at a glance: how densely each stretch is coded, what is on the screen, the coding
 * looked at, the words looked for. Pressing or dragging goes there. For the pointer; by key there is
 * the next densely coded passage, and the bar says in words how much is coded.
 */
export const Minimap = ({ scroller, reading, codings, highlighter, view }: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useFrame({ scroller, reading, highlighter, view });
  const scheme = useColourScheme();
  const active = useColumnState((state) => state.active);
  const isActive = useIsActiveColumn();
  const found = useCodingState((state) => (isActive ? state.found : none));
  const { length } = reading.text;
  const looked = useMemo(() => codings.find((coding) => coding.id === active), [codings, active]);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    let height = 0;
    let waiting = 0;
    const redraw = (): void => {
      const bins = Math.ceil(height / binHeight);
      const counts = densityOf(codings, { length, bins });
      draw(element, height, { counts, length, active: looked, found });
    };
    // Not before the words themselves are painted: nobody waits for this.
    const soon = (): void => {
      cancelIdleCallback(waiting);
      waiting = requestIdleCallback(redraw, { timeout: 300 });
    };
    const observer = new ResizeObserver(([entry]) => {
      height = entry?.contentRect.height ?? 0;
      soon();
    });
    observer.observe(element);
    return () => {
      cancelIdleCallback(waiting);
      observer.disconnect();
    };
  }, [codings, length, looked, found, scheme]);
  const go = (event: PointerEvent<HTMLElement>): void => {
    const pane = scroller.current;
    if (pane === null) return;
    const box = event.currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientY - box.top) / box.height));
    scrollTo(pane, reading, Math.min(length - 1, Math.floor(share * length)));
  };
  return (
    <div
      className={styles.minimap}
      style={{ width }}
      data-minimap
      aria-hidden
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) go(event);
      }}
    >
      <canvas ref={canvas} className={styles.heat} />
      <div ref={frame} className={styles.frame} />
    </div>
  );
};
