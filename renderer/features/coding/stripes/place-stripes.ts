import type { Highlighter } from '#renderer/features/coding/transcript/highlighter.ts';
import type { Turn } from '#shared/model/turn.ts';
import { noLane } from '#shared/text/lanes.ts';
import { turnsIn } from '#shared/text/turn-index.ts';
import type { CodingBar } from './stripe-bars.ts';
import type { StripePlace, StripePlaces } from './stripe-places.ts';

/** How far beyond the screen stripes are drawn, in CSS pixels. */
const beyond = 600;
/** More stripes than this are never on the page: the rest stands in the "+n" of its turns. */
const mostStripes = 300;

/** A stripe with its lane and where it stands. */
export interface PlacedBar {
  readonly bar: CodingBar;
  readonly lane: number;
  readonly place: StripePlace;
}

/** What had no room beside a turn: one "+n" for all of it. */
export interface Stack {
  /** Counted from 0. */
  readonly turn: number;
  readonly bars: readonly CodingBar[];
  readonly place: StripePlace;
}

/** What is drawn in the margin now. */
export interface Placed {
  readonly stripes: readonly PlacedBar[];
  readonly stacks: readonly Stack[];
}

interface Screen {
  readonly turns: readonly Turn[];
  readonly highlighter: Highlighter;
  readonly places: StripePlaces;
  /** The top of the page of turns and the edges of the pane, in CSS pixels of the window. */
  readonly origin: number;
  readonly top: number;
  readonly bottom: number;
}

const edgesOf = (near: ReadonlySet<number>): { readonly first: number; readonly last: number } => {
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (const turn of near) {
    first = Math.min(first, turn);
    last = Math.max(last, turn);
  }
  return { first, last };
};

/** How far a place is from the screen, in CSS pixels; 0 for what is on it. */
const distance = ({ top, height }: StripePlace, { origin, ...pane }: Screen): number =>
  Math.max(0, pane.top - (origin + top + height), origin + top - pane.bottom);

/**
 * Places the stripes that are near the screen, and stacks what found no lane beside the turns it
 * touches. Of more than `mostStripes`, those furthest from the screen are left out.
 */
export const placeStripes = (
  bars: readonly CodingBar[],
  lanes: Int16Array,
  screen: Screen,
): Placed => {
  const { turns, highlighter, places } = screen;
  const { first, last } = edgesOf(highlighter.near);
  const from = turns[first]?.start;
  const to = turns[last]?.end;
  if (from === undefined || to === undefined) return { stripes: [], stacks: [] };
  const stripes: (PlacedBar & { readonly away: number })[] = [];
  const stacked = new Map<number, CodingBar[]>();
  const stack = (bar: CodingBar): void => {
    const span = turnsIn(turns, bar);
    if (span === null) return;
    for (let turn = Math.max(first, span.first); turn <= Math.min(last, span.last); turn += 1)
      if (highlighter.near.has(turn)) stacked.set(turn, [...(stacked.get(turn) ?? []), bar]);
  };
  for (const [index, bar] of bars.entries()) {
    if (bar.start >= to) break;
    if (bar.end <= from) continue;
    const lane = lanes[index] ?? noLane;
    if (lane === noLane) {
      stack(bar);
      continue;
    }
    const place = places.of(bar, screen);
    if (place === null) continue;
    const away = distance(place, screen);
    if (away < beyond) stripes.push({ bar, lane, place, away });
  }
  if (stripes.length > mostStripes) {
    stripes.sort((a, b) => a.away - b.away || a.place.top - b.place.top);
    for (const { bar, away } of stripes.splice(mostStripes)) if (away === 0) stack(bar);
  }
  const stacks = [...stacked].flatMap(([turn, own]): readonly Stack[] => {
    const words = turns[turn];
    if (words === undefined) return [];
    const place = places.of({ start: words.speechStart, end: words.end }, screen);
    return place === null || distance(place, screen) >= beyond ? [] : [{ turn, bars: own, place }];
  });
  return { stripes, stacks };
};
