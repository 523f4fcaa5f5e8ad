import type { Range } from '#shared/model/range.ts';

/**
 * Cuts ranges so that nowhere more than `deepest` of them lie over each other: where more do, those
 * that come first in the list keep their place. Answers the pieces of each range, in the order given.
 * Tints deepen where codings overlap; past a few layers the words could not be read any more.
 */
export const capDepth = (
  ranges: readonly Range[],
  deepest: number,
): readonly (readonly Range[])[] => {
  if (ranges.length <= deepest) return ranges.map((range) => [range]);
  const edges = [...new Set(ranges.flatMap((range) => [range.start, range.end]))].sort(
    (a, b) => a - b,
  );
  const starting = Map.groupBy(ranges.keys(), (index) => ranges[index]?.start ?? 0);
  const pieces: Range[][] = ranges.map(() => []);
  let open: readonly number[] = [];
  edges.forEach((start, at) => {
    const end = edges[at + 1] ?? start;
    open = [
      ...open.filter((index) => (ranges[index]?.end ?? 0) > start),
      ...(starting.get(start) ?? []),
    ].sort((a, b) => a - b);
    if (start < end)
      for (const index of open.slice(0, deepest)) {
        const own = pieces[index];
        const last = own?.at(-1);
        if (last?.end === start) own?.splice(-1, 1, { start: last.start, end });
        else own?.push({ start, end });
      }
  });
  return pieces;
};
