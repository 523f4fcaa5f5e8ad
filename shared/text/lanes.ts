import type { Range } from '#shared/model/range.ts';

/**
 * Gives ranges that overlap different lanes, so that stripes stand side by side: each takes the
 * first lane that is free where it starts. Longer ranges come first among those that start
 * together, so that what is nested stands further out. Ranges are half-open.
 * Answers a lane per range, in the order given, and how many lanes there are.
 */
export const assignLanes = (
  ranges: readonly Range[],
): { readonly lanes: Uint16Array; readonly count: number } => {
  const order = Uint32Array.from(ranges.keys()).sort((a, b) => {
    const left = ranges[a];
    const right = ranges[b];
    if (left === undefined || right === undefined) return 0;
    return left.start - right.start || right.end - left.end;
  });
  const lanes = new Uint16Array(ranges.length);
  const freeFrom: number[] = [];
  for (const index of order) {
    const range = ranges[index];
    if (range === undefined) continue;
    let lane = freeFrom.findIndex((end) => end <= range.start);
    if (lane === -1) lane = freeFrom.length;
    freeFrom[lane] = range.end;
    lanes[index] = lane;
  }
  return { lanes, count: freeFrom.length };
};
