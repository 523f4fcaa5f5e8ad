import { StickyNote } from 'lucide-react';
import { memo, type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { codeColour } from '#renderer/ui/code-colour.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import { paletteColour } from '#shared/model/code-palette.ts';
import type { Coding } from '#shared/model/coding.ts';
import { assignLanes } from '#shared/text/lanes.ts';
import { lookAt } from './coding-moves.ts';
import { useCodingState } from './coding-state.ts';
import { useColumnState } from './columns.ts';
import type { Highlighter } from './highlighter.ts';
import { type StripePlace, StripePlaces } from './stripe-places.ts';
import styles from './stripes.module.css';

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly reading: Reading;
  readonly codings: readonly Coding[];
  readonly codes: readonly Code[];
  /** Counts up when other turns have come near the screen, or words have moved. */
  readonly view: number;
  /** Counts up when words have moved. */
  readonly layout: number;
  readonly highlighter: Highlighter;
}

/** A stripe and the gap beside it, in CSS pixels: as it is, and as narrow as it gets. */
const laneWidth = 10;
const narrowestLane = 4;
/** Names are written beside the stripes where at least this much room is left, in CSS pixels. */
const roomForNames = 56;
/** The height of a name, in CSS pixels. */
const nameHeight = 18;
/** How far beyond the screen stripes are drawn, in CSS pixels. */
const beyond = 600;

interface Placed {
  readonly coding: Coding;
  readonly place: StripePlace;
}

/** Which stripes get their name written: from the top, each that does not run into the one above. */
const withNames = (stripes: readonly Placed[]): ReadonlySet<string> => {
  const named = new Set<string>();
  let free = Number.NEGATIVE_INFINITY;
  for (const { coding, place } of stripes.toSorted((a, b) => a.place.top - b.place.top)) {
    if (place.top < free) continue;
    named.add(coding.id);
    free = place.top + nameHeight;
  }
  return named;
};

interface StripeProps {
  readonly id: string;
  readonly place: StripePlace;
  readonly left: number;
  readonly width: number;
  readonly code: Code | undefined;
  /** Where its name begins, from its own left edge; null while there is no room for it. */
  readonly nameAt: number | null;
  readonly hasMemo: boolean;
}

/*
 * Rendered only when something of it changed: at 5,000 codings there are hundreds near the screen,
 * and one more of them must not cost as much as all (measured).
 */
const Stripe = memo(({ id, place, left, width, code, nameAt, hasMemo }: StripeProps) => {
  const isActive = useColumnState((state) => state.active === id);
  const isHovered = useCodingState((state) => state.hovered === id);
  const colour = code?.colour ?? 0;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-stripe={id}
      className={`${styles.stripe} ${isActive ? styles.active : ''} ${isHovered ? styles.hovered : ''}`}
      style={{
        top: place.top,
        height: place.height,
        insetInlineStart: left,
        width,
        color: codeColour(colour),
      }}
      title={hasMemo ? `${code?.name}, with a memo` : code?.name}
      // The focus stays with the words: a stripe comes and goes with them.
      onMouseDown={(event) => event.preventDefault()}
      onPointerEnter={() => useCodingState.setState({ hovered: id })}
      onPointerLeave={() => useCodingState.setState({ hovered: null })}
      onClick={() => lookAt(id, { scroll: false })}
    >
      <span className={styles.bar}>{paletteColour(colour).letter}</span>
      {nameAt === null && !hasMemo ? null : (
        <span
          className={styles.label}
          style={
            nameAt === null
              ? { insetInlineStart: 0 }
              : {
                  insetInlineStart: nameAt,
                  width: `calc(var(--stripes-width) - ${left + nameAt}px)`,
                }
          }
        >
          {hasMemo ? <StickyNote className={styles.memo} size={12} data-memo /> : null}
          {nameAt === null ? null : <span className={styles.name}>{code?.name}</span>}
        </span>
      )}
    </button>
  );
});
Stripe.displayName = 'Stripe';

/** The codings of the open source that have a memo. */
const useMemoed = (sourceId: string): ReadonlySet<string | null> => {
  const memos = useCall('memos.inSource', { sourceId }).data;
  return useMemo(() => new Set(memos?.map((note) => note.targetId)), [memos]);
};

/**
 * A stripe in the margin for each coding near the screen. Lanes are the same wherever one scrolls;
 * measuring and drawing follow the screen.
 */
export const Stripes = ({
  scroller,
  reading,
  codings,
  codes,
  view,
  layout,
  highlighter,
}: Props) => {
  const [stripes, setStripes] = useState<readonly Placed[]>([]);
  const [width, setWidth] = useState(0);
  const [places] = useState(() => new StripePlaces());
  const memoed = useMemoed(reading.source.id);
  const byId = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const { laneOf, count } = useMemo(() => {
    const assigned = assignLanes(codings);
    return {
      count: assigned.count,
      laneOf: new Map(codings.map((coding, index) => [coding.id, assigned.lanes[index] ?? 0])),
    };
  }, [codings]);

  useLayoutEffect(() => places.clear(), [places, layout, reading]);
  useLayoutEffect(() => {
    const pane = scroller.current?.getBoundingClientRect();
    const page = scroller.current?.querySelector('[data-stripes]')?.getBoundingClientRect();
    if (pane === undefined || page === undefined) return;
    const shown = new Set<Coding>();
    for (const turn of highlighter.near)
      for (const coding of highlighter.codingsIn(turn)) shown.add(coding);
    const placed: Placed[] = [];
    for (const coding of shown) {
      const place = places.of(coding, { turns: reading.turns, highlighter, origin: page.top });
      const isNear =
        place !== null &&
        place.top + page.top < pane.bottom + beyond &&
        place.top + place.height + page.top > pane.top - beyond;
      if (isNear) placed.push({ coding, place });
    }
    setWidth(page.width);
    setStripes(placed);
  }, [scroller, reading, codings, view, layout, highlighter, places]);

  const lane = Math.max(narrowestLane, Math.min(laneWidth, width / Math.max(count, 1)));
  const nameLeft = count * lane;
  const named = width - nameLeft >= roomForNames ? withNames(stripes) : new Set<string>();
  return (
    <div
      className={styles.stripes}
      style={{ '--stripes-width': `${width}px` } as React.CSSProperties}
      data-stripes
      aria-hidden
    >
      {stripes.map(({ coding, place }) => {
        const left = (laneOf.get(coding.id) ?? 0) * lane;
        return (
          <Stripe
            key={coding.id}
            id={coding.id}
            place={place}
            left={left}
            width={lane}
            code={byId.get(coding.codeId)}
            nameAt={named.has(coding.id) ? nameLeft - left : null}
            hasMemo={memoed.has(coding.id)}
          />
        );
      })}
    </div>
  );
};
