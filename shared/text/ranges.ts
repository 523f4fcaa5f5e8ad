import type { Range } from '#shared/model/range.ts';

/**
 * Ranges with one more, in order and apart from each other: those that share characters with it
 * (UTF-16 code units) become one with it. `ranges` are in order and apart from each other.
 */
export const withRange = (ranges: readonly Range[], range: Range): readonly Range[] => {
  const isApart = (other: Range): boolean => other.end <= range.start || other.start >= range.end;
  const joined = ranges.filter((other) => !isApart(other));
  const wide = {
    start: Math.min(range.start, ...joined.map((other) => other.start)),
    end: Math.max(range.end, ...joined.map((other) => other.end)),
  };
  return [...ranges.filter(isApart), wide].sort((a, b) => a.start - b.start);
};

/** Ranges without the one that holds `offset` (UTF-16 code units), if any does. */
export const withoutRangeAt = (ranges: readonly Range[], offset: number): readonly Range[] =>
  ranges.filter((range) => offset < range.start || offset >= range.end);
