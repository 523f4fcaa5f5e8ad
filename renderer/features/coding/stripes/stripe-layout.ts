/** How the margin is shared out among lanes, in CSS pixels. */
export interface MarginLayout {
  /** The width of a lane with the gap beside it. */
  readonly lane: number;
  /** How many lanes there are room for. */
  readonly most: number;
}

/** A lane as it is, and as narrow as it gets. */
const laneWidth = 10;
const narrowestLane = 7;
/** More lanes than this nobody tells apart: the rest is better read as names. */
const mostLanes = 14;
/** The width of the "+n" that stands for what did not fit. */
export const stackWidth = 28;

/**
 * Shares out a margin of some width among the lanes that the densest place needs: narrower ones where
 * they would not fit, and in the end as many as fit beside a "+n".
 */
export const shareMargin = (width: number, needed: number): MarginLayout => {
  if (needed <= mostLanes && needed * laneWidth <= width)
    return { lane: laneWidth, most: Math.max(needed, 1) };
  if (needed <= mostLanes && needed * narrowestLane <= width)
    return { lane: narrowestLane, most: needed };
  const beside = Math.floor((width - stackWidth) / narrowestLane);
  return { lane: narrowestLane, most: Math.max(1, Math.min(beside, mostLanes)) };
};

/** A stripe or a "+n" as it stands: from `top` over `height`, as far as `right`, in CSS pixels. */
export interface Standing {
  readonly top: number;
  readonly height: number;
  readonly right: number;
}

/** Names are written where at least this much room is left beside what stands there. */
const roomForNames = 56;
/** The height of a name. */
const nameHeight = 18;

/**
 * Where the name of each stripe begins, in the order given; null where it has no room. From the top,
 * each name that does not run into the one above stands beside everything at its height.
 */
export const namePlaces = (
  stripes: readonly Standing[],
  others: readonly Standing[],
  width: number,
): readonly (number | null)[] => {
  const places: (number | null)[] = stripes.map(() => null);
  const all = [...stripes, ...others];
  const order = [...stripes.entries()].sort(([, a], [, b]) => a.top - b.top);
  let free = Number.NEGATIVE_INFINITY;
  for (const [index, { top }] of order) {
    if (top < free) continue;
    const beside = all.filter(
      (other) => other.top < top + nameHeight && other.top + other.height > top,
    );
    const left = beside.reduce((most, { right }) => Math.max(most, right), 0);
    if (width - left < roomForNames) continue;
    places[index] = left;
    free = top + nameHeight;
  }
  return places;
};
