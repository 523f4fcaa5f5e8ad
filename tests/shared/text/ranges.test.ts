import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Range } from '#shared/model/range.ts';
import { withoutRangeAt, withRange } from '#shared/text/ranges.ts';

const range = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]): Range => ({ start, end: start + length }));

const covered = (ranges: readonly Range[]): readonly number[] =>
  Array.from({ length: 90 }, (_, at) => at).filter((at) =>
    ranges.some(({ start, end }) => start <= at && at < end),
  );

test('ranges added one by one cover what they cover together, in order and apart', () => {
  fc.assert(
    fc.property(fc.array(range), (all) => {
      let ranges: readonly Range[] = [];
      for (const one of all) ranges = withRange(ranges, one);
      expect(covered(ranges)).toEqual(covered(all));
      ranges.slice(1).forEach((next, index) => {
        expect(next.start).toBeGreaterThanOrEqual(ranges[index]?.end ?? 0);
      });
    }),
  );
});

test('ranges that only touch stay apart, since two passages are not one', () => {
  const both = withRange([{ start: 0, end: 4 }], { start: 4, end: 8 });
  expect(both).toEqual([
    { start: 0, end: 4 },
    { start: 4, end: 8 },
  ]);
  expect(withoutRangeAt(both, 4)).toEqual([{ start: 0, end: 4 }]);
  expect(withoutRangeAt(both, 8)).toEqual(both);
});
