import { type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { resizeActive } from '#renderer/features/coding/coding-actions.ts';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { useColumnState, useIsActiveColumn } from '#renderer/features/coding/columns/columns.ts';
import { edgesAround } from '#renderer/features/coding/moves/turn-units.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Range } from '#shared/model/range.ts';
import styles from './extent-grips.module.css';
import type { Highlighter } from './highlighter.ts';
import { liveRange, pageRanges } from './transcript-dom.ts';
import { type Point, placeAt } from './word-pointer.ts';

interface Props {
  readonly reading: Reading;
  readonly codings: readonly Coding[];
  readonly highlighter: Highlighter;
  /** Counts up when other turns have come near the screen, or words have moved. */
  readonly view: number;
}

type End = 'start' | 'end';

interface Place {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** Where one end of a range stands on the page; null while its words are far from the screen. */
const placeOf = (
  range: Range,
  end: End,
  { reading, highlighter, origin }: Pick<Props, 'reading' | 'highlighter'> & { origin: DOMRect },
): Place | null => {
  const one =
    end === 'start'
      ? { start: range.start, end: range.start + 1 }
      : { start: range.end - 1, end: range.end };
  const part = pageRanges(reading.turns, one)[0];
  const element = part?.startContainer.parentElement;
  if (part === undefined || element == null) return null;
  const turn = Number(element.closest<HTMLElement>('[data-turn]')?.dataset.turn);
  if (!highlighter.near.has(turn)) return null;
  const boxes = liveRange(part).getClientRects();
  const box = end === 'start' ? boxes[0] : boxes[boxes.length - 1];
  if (box === undefined) return null;
  const isLeft = (getComputedStyle(element).direction === 'ltr') === (end === 'start');
  return {
    left: (isLeft ? box.left : box.right) - origin.left,
    top: box.top - origin.top,
    height: box.height,
  };
};

/** The range with one end where the pointer is, at a word or a sentence; null where it cannot be. */
const dragged = (
  range: Range,
  end: End,
  { reading, point }: { reading: Reading; point: Point },
): Range | null => {
  const place = placeAt(point, reading.turns);
  if (place === null) return null;
  const edges = edgesAround(reading, end, place).filter((edge) =>
    end === 'start' ? edge < range.end : edge > range.start,
  );
  const nearest = edges.reduce<number | null>(
    (best, edge) =>
      best === null || Math.abs(edge - place.offset) < Math.abs(best - place.offset) ? edge : best,
    null,
  );
  return nearest === null ? null : { start: range.start, end: range.end, [end]: nearest };
};

/** How near the edge of the pane dragging scrolls it, and by how much a move, in CSS pixels. */
const scrollZone = 36;

const scrollAlong = (from: Element, { clientY }: Point): void => {
  const pane = from.closest('[data-transcript]');
  const box = pane?.getBoundingClientRect();
  if (pane == null || box === undefined) return;
  if (clientY < box.top + scrollZone) pane.scrollBy({ top: -scrollZone });
  if (clientY > box.bottom - scrollZone) pane.scrollBy({ top: scrollZone });
};

/**
 * Two grips at the ends of the active coding: dragging one changes its extent, word by word; Esc
 * leaves it as it was. The keys do the same with `[` and `]`.
 */
export const ExtentGrips = ({ reading, codings, highlighter, view }: Props) => {
  const active = useColumnState((state) => state.active);
  const isActive = useIsActiveColumn();
  const preview = useCodingState((state) => (isActive ? state.preview : null));
  const [dragging, setDragging] = useState<End | null>(null);
  const [places, setPlaces] = useState<Readonly<Partial<Record<End, Place | null>>>>({});
  const box = useRef<HTMLDivElement>(null);
  const coding = active === null ? undefined : codings.find((known) => known.id === active);
  const range = preview ?? coding;

  useLayoutEffect(() => {
    const origin = box.current?.getBoundingClientRect();
    if (range === undefined || origin === undefined) return setPlaces({});
    const at = { reading, highlighter, origin };
    setPlaces({ start: placeOf(range, 'start', at), end: placeOf(range, 'end', at) });
  }, [reading, highlighter, range, view]);

  useEffect(() => {
    if (dragging === null) return;
    const cancel = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      setDragging(null);
      useCodingState.setState({ preview: null });
    };
    addEventListener('keydown', cancel, { capture: true });
    return () => removeEventListener('keydown', cancel, { capture: true });
  }, [dragging]);

  const take = (event: PointerEvent<HTMLElement>, end: End): void => {
    if (event.button !== 0) return;
    // Neither the selection nor the focus moves.
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragging(end);
  };
  const move = (event: PointerEvent<HTMLElement>, end: End): void => {
    if (dragging !== end || range === undefined) return;
    scrollAlong(event.currentTarget, event);
    const next = dragged(range, end, { reading, point: event });
    if (next !== null) useCodingState.setState({ preview: next });
  };
  const letGo = async (): Promise<void> => {
    if (dragging === null) return;
    setDragging(null);
    const wanted = useCodingState.getState().preview;
    const moved = wanted !== null && (wanted.start !== coding?.start || wanted.end !== coding?.end);
    if (moved) await resizeActive(wanted);
    useCodingState.setState({ preview: null });
  };
  const drop = (): void => {
    setDragging(null);
    useCodingState.setState({ preview: null });
  };

  return (
    <div ref={box} className={styles.grips} aria-hidden data-dragging={dragging !== null}>
      {(['start', 'end'] as const).map((end) => {
        const place = places[end];
        return place == null || coding === undefined ? null : (
          <div
            key={end}
            className={`${styles.grip} ${styles[end]}`}
            data-grip={end}
            style={place}
            title={
              end === 'start' ? 'Drag to change where it starts' : 'Drag to change where it ends'
            }
            onPointerDown={(event) => take(event, end)}
            onPointerMove={(event) => move(event, end)}
            onPointerUp={() => void letGo()}
            onPointerCancel={drop}
          />
        );
      })}
    </div>
  );
};
