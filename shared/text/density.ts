import type { Range } from '#shared/model/range.ts';

/**
 * How many ranges touch each of `bins` equal stretches of a text of `length` UTF-16 code units.
 * Cost follows ranges and bins, not their product.
 */
export const densityOf = (
  ranges: readonly Range[],
  { length, bins }: { readonly length: number; readonly bins: number },
): Uint32Array => {
  const counts = new Uint32Array(bins);
  if (bins === 0 || length === 0) return counts;
  const steps = new Int32Array(bins + 1);
  const per = bins / length;
  for (const { start, end } of ranges) {
    const first = Math.min(bins - 1, Math.floor(start * per));
    const last = Math.min(bins - 1, Math.ceil(end * per) - 1);
    steps[first] = (steps[first] ?? 0) + 1;
    steps[Math.max(first, last) + 1] = (steps[Math.max(first, last) + 1] ?? 0) - 1;
  }
  let open = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    open += steps[bin] ?? 0;
    counts[bin] = open;
  }
  return counts;
};

/** How many ranges touch each of these stretches, which are in order and do not overlap. */
export const countsIn = (ranges: readonly Range[], stretches: readonly Range[]): Uint32Array => {
  const starts = Float64Array.from(ranges, (range) => range.start).sort();
  const ends = Float64Array.from(ranges, (range) => range.end).sort();
  const counts = new Uint32Array(stretches.length);
  let begun = 0;
  let ended = 0;
  for (const [index, stretch] of stretches.entries()) {
    while (begun < starts.length && (starts[begun] ?? 0) < stretch.end) begun += 1;
    while (ended < ends.length && (ends[ended] ?? 0) <= stretch.start) ended += 1;
    counts[index] = begun - ended;
  }
  return counts;
};

/**
 * The peaks of counts along a text, by index: where more ranges lie than on either side, and at least
 * half as many as at the densest place.
 */
export const peaksOf = (counts: Uint32Array): readonly number[] => {
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const peaks: number[] = [];
  let rising = true;
  for (const [index, count] of counts.entries()) {
    const next = counts[index + 1] ?? 0;
    const isPeak = rising && next < count && count * 2 >= most;
    if (isPeak) peaks.push(index);
    if (next !== count) rising = next > count;
  }
  return most === 0 ? [] : peaks;
};
