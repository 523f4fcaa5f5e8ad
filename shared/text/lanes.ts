import type { Range } from '#shared/model/range.ts';

/** The lane of a range that found no room. */
export const noLane = -1;

/**
 * Gives ranges that overlap different lanes, so that stripes stand side by side: each takes the
 * first lane that is free where it starts. Longer ranges come first among those that start
 * together, so that what is nested stands further out. Ranges are half-open. Where `most` lanes are
 * taken, a range gets `noLane`.
 * Answers a lane per range, in the order given, and how many lanes there are.
 */
export const assignLanes = (
  ranges: readonly Range[],
  most = Number.POSITIVE_INFINITY,
): { readonly lanes: Int16Array; readonly count: number } => {
  const order = Uint32Array.from(ranges.keys()).sort((a, b) => {
    const left = ranges[a];
    const right = ranges[b];
    if (left === undefined || right === undefined) return 0;
    return left.start - right.start || right.end - left.end;
  });
  const lanes = new Int16Array(ranges.length);
  const freeFrom: number[] = [];
  for (const index of order) {
    const range = ranges[index];
    if (range === undefined) continue;
    let lane = freeFrom.findIndex((end) => end <= range.start);
    if (lane === -1) lane = freeFrom.length < most ? freeFrom.length : noLane;
    if (lane !== noLane) freeFrom[lane] = range.end;
    lanes[index] = lane;
  }
  return { lanes, count: freeFrom.length };
};

/** The most ranges that lie over one place: how many lanes they need. */
export const depthOf = (ranges: readonly Range[]): number => {
  const starts = Float64Array.from(ranges, (range) => range.start).sort();
  const ends = Float64Array.from(ranges, (range) => range.end).sort();
  let deepest = 0;
  let ended = 0;
  for (let begun = 0; begun < starts.length; begun += 1) {
    while ((ends[ended] ?? 0) <= (starts[begun] ?? 0)) ended += 1;
    deepest = Math.max(deepest, begun + 1 - ended);
  }
  return deepest;
};
