import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Range } from '#shared/model/range.ts';
import { assignLanes } from '#shared/text/lanes.ts';

const range = fc
  .tuple(fc.nat(200), fc.integer({ min: 1, max: 60 }))
  .map(([start, length]): Range => ({ start, end: start + length }));

/** The most ranges that lie over one place. */
const deepest = (ranges: readonly Range[]): number =>
  Math.max(
    0,
    ...ranges.map(
      ({ start }) => ranges.filter((other) => other.start <= start && start < other.end).length,
    ),
  );

describe('lanes', () => {
  test('ranges that overlap never share a lane, and there are no more lanes than needed', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 60 }), (ranges) => {
        const { lanes, count } = assignLanes(ranges);
        expect(count).toBe(deepest(ranges));
        ranges.forEach((a, i) => {
          expect(lanes[i]).toBeLessThan(Math.max(1, count));
          ranges.forEach((b, j) => {
            if (i < j && a.start < b.end && b.start < a.end) expect(lanes[i]).not.toBe(lanes[j]);
          });
        });
      }),
    );
  });

  test('of two that begin together the longer stands nearer to the words', () => {
    expect([
      ...assignLanes([
        { start: 0, end: 5 },
        { start: 0, end: 9 },
      ]).lanes,
    ]).toEqual([1, 0]);
  });
});
