import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { useColumnState } from '#renderer/features/coding/columns/columns.ts';
import type { Highlighter } from '#renderer/features/coding/transcript/highlighter.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Coding } from '#shared/model/coding.ts';
import { assignLanes, depthOf } from '#shared/text/lanes.ts';
import { type Placed, placeStripes, type Stack } from './place-stripes.ts';
import { Stripe } from './stripe.tsx';
import { codingBars, type Drawn, signsOf } from './stripe-bars.ts';
import { namePlaces, shareMargin, stackWidth } from './stripe-layout.ts';
import { StripePlaces } from './stripe-places.ts';
import { StripeTag } from './stripe-tag.tsx';
import styles from './stripes.module.css';
import { useStripesState } from './stripes-state.ts';

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly reading: Reading;
  readonly codings: readonly Coding[];
  readonly drawn: Drawn;
  /** Counts up when other turns have come near the screen, or words have moved. */
  readonly view: number;
  /** Counts up when words have moved. */
  readonly layout: number;
  readonly highlighter: Highlighter;
}

const nothing: Placed = { stripes: [], stacks: [] };

/** The codings of the open source that have a memo. */
export const useMemoed = (sourceId: string): ReadonlySet<string | null> => {
  const memos = useCall('memos.inSource', { sourceId }).data;
  return useMemo(() => new Set(memos?.map((note) => note.targetId)), [memos]);
};

/** Stands for the stripes beside a turn that found no room: lists their names. */
const StackButton = ({ stack, left }: { readonly stack: Stack; readonly left: number }) => {
  const { turn, bars, place } = stack;
  const isActive = useColumnState(({ active }) =>
    bars.some((bar) => bar.members.some((coding) => coding.id === active)),
  );
  const hover = (at: Stack | null) => () => useStripesState.setState({ stackHovered: at });
  return (
    <button
      type="button"
      tabIndex={-1}
      data-stack={turn}
      className={`${styles.stack} ${isActive ? styles.active : ''}`}
      style={{ top: place.top, height: place.height, insetInlineStart: left, width: stackWidth }}
      onMouseDown={(event) => event.preventDefault()}
      onPointerEnter={hover(stack)}
      onPointerLeave={hover(null)}
      onClick={() => {
        useCodingState.setState({ turn });
        useStripesState.setState({ listing: turn, stackHovered: null });
      }}
    >
      <span className={styles.stackCount}>{bars.length > 99 ? '99+' : `+${bars.length}`}</span>
    </button>
  );
};

/** Stripes in lanes, as many as there is room for; measured for what is near the screen only. */
const usePlaced = ({ scroller, reading, codings, drawn, view, layout, highlighter }: Props) => {
  const [placed, setPlaced] = useState(nothing);
  const [width, setWidth] = useState(0);
  const [places] = useState(() => new StripePlaces());
  const bars = useMemo(() => codingBars(codings, drawn), [codings, drawn]);
  const needed = useMemo(() => depthOf(bars), [bars]);
  const { lane, most } = shareMargin(width, needed);
  const { lanes, count } = useMemo(() => assignLanes(bars, most), [bars, most]);
  useLayoutEffect(() => places.clear(), [places, layout, reading]);
  useLayoutEffect(() => {
    const pane = scroller.current?.getBoundingClientRect();
    const page = scroller.current?.querySelector('[data-stripes]')?.getBoundingClientRect();
    if (pane === undefined || page === undefined) return;
    const screen = {
      turns: reading.turns,
      highlighter,
      places,
      origin: page.top,
      top: pane.top,
      bottom: pane.bottom,
    };
    setWidth(page.width);
    setPlaced(placeStripes(bars, lanes, screen));
  }, [scroller, reading, bars, lanes, view, layout, highlighter, places]);
  return { placed, width, lane, stackLeft: count * lane };
};

/**
 * Stripes in the margin for the codings near the screen. Lanes are the same wherever one scrolls;
 * measuring and drawing follow the screen. For eyes and pointer only: the keys go from coding to
 * coding, a turn's description says what stands here, and the list of its codings can be opened.
 */
export const Stripes = (props: Props) => {
  const { placed, width, lane, stackLeft } = usePlaced(props);
  const memoed = useMemoed(props.reading.source.id);
  const names = useMemo(
    () =>
      namePlaces(
        placed.stripes.map(({ place, lane: at }) => ({ ...place, right: (at + 1) * lane })),
        placed.stacks.map(({ place }) => ({ ...place, right: stackLeft + stackWidth })),
        width,
      ),
    [placed, lane, stackLeft, width],
  );
  return (
    <div
      className={styles.stripes}
      style={{ '--stripes-width': `${width}px` } as React.CSSProperties}
      data-stripes
      aria-hidden
    >
      {placed.stripes.map(({ bar, lane: at, place }, index) => (
        <Stripe
          key={bar.members[0]?.id}
          bar={bar}
          place={place}
          left={at * lane}
          width={lane}
          nameLeft={names[index] ?? null}
          signs={signsOf(bar, memoed)}
        />
      ))}
      {placed.stacks.map((stack) => (
        <StackButton key={stack.turn} stack={stack} left={stackLeft} />
      ))}
      <StripeTag placed={placed} memoed={memoed} />
    </div>
  );
};
