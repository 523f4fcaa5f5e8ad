import type { Range } from '#shared/model/range.ts';

/** Ranges of one group that overlap or adjoin, drawn as one bar: it covers all of them. */
export interface Bar<R extends Range> extends Range {
  readonly key: string;
  /** What it stands for, in the order given; at least one. */
  readonly members: readonly R[];
}

/** Sentences that follow each other adjoin: so much may lie between, in UTF-16 code units. */
const gap = 2;

/**
 * Makes bars of ranges: those with the same key that overlap or adjoin become one. Each range is in
 * exactly one bar. Ranges come by start; bars go out by start.
 */
export const barsOf = <R extends Range>(
  ranges: readonly R[],
  keyOf: (range: R) => string,
): readonly Bar<R>[] => {
  const bars: { key: string; start: number; end: number; members: R[] }[] = [];
  const latest = new Map<string, (typeof bars)[number]>();
  for (const range of ranges) {
    const key = keyOf(range);
    const open = latest.get(key);
    if (open !== undefined && range.start <= open.end + gap) {
      open.end = Math.max(open.end, range.end);
      open.members.push(range);
      continue;
    }
    const bar = { key, start: range.start, end: range.end, members: [range] };
    latest.set(key, bar);
    bars.push(bar);
  }
  return bars;
};
