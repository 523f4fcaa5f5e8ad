import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { codeColour } from '#renderer/ui/code-colour.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import { paletteColour } from '#shared/model/code-palette.ts';
import type { Coding } from '#shared/model/coding.ts';
import { assignLanes } from '#shared/text/lanes.ts';
import { turnsIn } from '#shared/text/turn-index.ts';
import { useCodingState } from './coding-state.ts';
import type { Highlighter } from './highlighter.ts';
import styles from './stripes.module.css';
import { liveRange, pageRangeIn } from './transcript-dom.ts';

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly reading: Reading;
  readonly codings: readonly Coding[];
  readonly codes: readonly Code[];
  /** Counts up when other turns have come near the screen. */
  readonly near: number;
  readonly highlighter: Highlighter;
}

interface Stripe {
  readonly coding: Coding;
  readonly lane: number;
  readonly top: number;
  readonly height: number;
}

/** A stripe and the gap beside it, in CSS pixels. */
const laneWidth = 10;
const narrowestLane = 4;
/** Names are written beside stripes while there are at most this many lanes. */
const lanesWithNames = 6;
/** The height of a name, in CSS pixels. */
const nameHeight = 18;

/** Which stripes get their name written: from the top, each that does not run into the one above. */
const withNames = (stripes: readonly Stripe[], lanes: number): ReadonlySet<string> => {
  const named = new Set<string>();
  if (lanes > lanesWithNames) return named;
  let free = Number.NEGATIVE_INFINITY;
  for (const stripe of stripes.toSorted((a, b) => a.top - b.top)) {
    if (stripe.top < free) continue;
    named.add(stripe.coding.id);
    free = stripe.top + nameHeight;
  }
  return named;
};

/** The vertical place of a coding on the page, from the parts of it that are near the screen. */
const placeOf = (
  coding: Coding,
  { reading, highlighter, origin }: Pick<Props, 'reading' | 'highlighter'> & { origin: number },
): Pick<Stripe, 'top' | 'height'> | null => {
  const span = turnsIn(reading.turns, coding);
  if (span === null) return null;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let turn = span.first; turn <= span.last; turn += 1) {
    if (!highlighter.near.has(turn)) continue;
    const part = pageRangeIn(reading.turns, turn, coding);
    if (part === null) continue;
    const box = liveRange(part).getBoundingClientRect();
    top = Math.min(top, box.top);
    bottom = Math.max(bottom, box.bottom);
  }
  return top < bottom ? { top: top - origin, height: bottom - top } : null;
};

/**
 * A stripe in the margin for each coding near the screen. Lanes are the same wherever one scrolls;
 * measuring and drawing follow the screen.
 */
export const Stripes = ({ scroller, reading, codings, codes, near, highlighter }: Props) => {
  const [stripes, setStripes] = useState<readonly Stripe[]>([]);
  const [width, setWidth] = useState(0);
  const active = useCodingState((state) => state.active);
  const hovered = useCodingState((state) => state.hovered);
  const byId = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const { laneOf, count } = useMemo(() => {
    const assigned = assignLanes(codings);
    return {
      count: assigned.count,
      laneOf: new Map(codings.map((coding, index) => [coding.id, assigned.lanes[index] ?? 0])),
    };
  }, [codings]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  useLayoutEffect(() => {
    const page = scroller.current?.querySelector('[data-stripes]')?.getBoundingClientRect();
    if (page === undefined) return;
    const shown = new Set<Coding>();
    for (const turn of highlighter.near)
      for (const coding of highlighter.codingsIn(turn)) shown.add(coding);
    const placed: Stripe[] = [];
    for (const coding of shown) {
      const place = placeOf(coding, { reading, highlighter, origin: page.top });
      if (place !== null) placed.push({ coding, lane: laneOf.get(coding.id) ?? 0, ...place });
    }
    setStripes(placed);
  }, [scroller, reading, codings, near, width, highlighter, laneOf]);

  const available = Math.max(56, Math.min(200, width * 0.22));
  const step = Math.max(narrowestLane, Math.min(laneWidth, available / Math.max(count, 1)));
  const named = withNames(stripes, count);
  return (
    <div className={styles.stripes} data-stripes aria-hidden>
      {stripes.map(({ coding, lane, top, height }) => {
        const code = byId.get(coding.codeId);
        return (
          <button
            key={coding.id}
            type="button"
            tabIndex={-1}
            className={`${styles.stripe} ${coding.id === active ? styles.active : ''} ${coding.id === hovered ? styles.hovered : ''}`}
            style={{
              top,
              height,
              insetInlineStart: lane * step,
              width: step,
              color: codeColour(code?.colour ?? 0),
            }}
            title={code?.name}
            onPointerEnter={() => useCodingState.setState({ hovered: coding.id })}
            onPointerLeave={() => useCodingState.setState({ hovered: null })}
            onClick={() => useCodingState.setState({ active: coding.id })}
          >
            <span className={styles.bar}>{paletteColour(code?.colour ?? 0).letter}</span>
            {named.has(coding.id) ? (
              <span className={styles.name} style={{ insetInlineStart: (count - lane) * step }}>
                {code?.name}
              </span>
            ) : null}
          </button>
        );
      })}
    </div>
  );
};
