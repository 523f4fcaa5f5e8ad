import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Range } from '#shared/model/range.ts';
import { barsOf } from '#shared/text/bars.ts';
import { assignLanes, depthOf, noLane } from '#shared/text/lanes.ts';

interface Coded extends Range {
  readonly code: string;
}

const coded = fc
  .array(
    fc
      .tuple(fc.nat(300), fc.integer({ min: 1, max: 60 }), fc.constantFrom('a', 'b', 'c', 'd'))
      .map(([start, length, code]): Coded => ({ start, end: start + length, code })),
    { maxLength: 80 },
  )
  .map((list) => list.toSorted((a, b) => a.start - b.start || a.end - b.end));

test('each coding is in one bar of its group, which covers it and nothing far from it', () => {
  fc.assert(
    fc.property(coded, (list) => {
      const bars = barsOf(list, (one) => one.code);
      expect(bars.flatMap((bar) => bar.members).length).toBe(list.length);
      expect(new Set(bars.flatMap((bar) => bar.members))).toEqual(new Set(list));
      for (const bar of bars) {
        expect(bar.members.every((one) => one.code === bar.key)).toBe(true);
        expect(bar.start).toBe(Math.min(...bar.members.map((one) => one.start)));
        expect(bar.end).toBe(Math.max(...bar.members.map((one) => one.end)));
      }
      // Bars of one group never overlap or adjoin: else they would be one.
      for (const [code, own] of Map.groupBy(bars, (bar) => bar.key))
        own.forEach((bar, index) => {
          const next = own[index + 1];
          if (next !== undefined) expect(next.start, code).toBeGreaterThan(bar.end + 2);
        });
    }),
  );
});

test('however few lanes there are, stripes never overlap and nothing is lost', () => {
  fc.assert(
    fc.property(coded, fc.integer({ min: 1, max: 6 }), (list, most) => {
      const bars = barsOf(list, (one) => one.code + one.start);
      const { lanes, count } = assignLanes(bars, most);
      expect(lanes).toHaveLength(bars.length);
      expect(count).toBeLessThanOrEqual(most);
      bars.forEach((bar, index) => {
        const lane = lanes[index] ?? noLane;
        expect(lane).toBeLessThan(Math.max(1, count));
        const over = bars.filter(
          (other, at) => lanes[at] !== noLane && other.start <= bar.start && bar.start < other.end,
        );
        // Only where every lane is taken does one find no room.
        if (lane === noLane) expect(over.length).toBe(most);
        bars.forEach((other, at) => {
          if (lane === noLane || index >= at || lanes[at] !== lane) return;
          expect(bar.end <= other.start || other.end <= bar.start).toBe(true);
        });
      });
      expect(assignLanes(bars).count).toBe(depthOf(bars));
    }),
  );
});

test('sentences that follow each other are one bar; fifty codes over one sentence are fifty', () => {
  const following = [
    { start: 0, end: 10, code: 'a' },
    { start: 11, end: 20, code: 'a' },
    { start: 30, end: 40, code: 'a' },
  ];
  expect(barsOf(following, (one) => one.code).map((bar) => [bar.start, bar.end])).toEqual([
    [0, 20],
    [30, 40],
  ]);
  const fifty = Array.from({ length: 50 }, (_, code) => ({ start: 5, end: 90, code: `c${code}` }));
  expect(depthOf(barsOf(fifty, (one) => one.code))).toBe(50);
  expect([...assignLanes(fifty, 8).lanes].filter((lane) => lane === noLane)).toHaveLength(42);
});
