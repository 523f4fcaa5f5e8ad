import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  namePlaces,
  shareMargin,
  stackWidth,
} from '#renderer/features/coding/stripes/stripe-layout.ts';

test('lanes never leave the margin, and what has no lane has room for its "+n"', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 48, max: 260 }),
      fc.integer({ min: 0, max: 80 }),
      (width, needed) => {
        const { lane, most } = shareMargin(width, needed);
        expect(most).toBeGreaterThanOrEqual(1);
        const all = needed <= most;
        expect(most * lane + (all ? 0 : stackWidth)).toBeLessThanOrEqual(Math.max(width, lane));
      },
    ),
  );
});

test('fifty over each other get as many lanes as can be told apart', () => {
  expect(shareMargin(120, 50)).toEqual({ lane: 7, most: 13 });
  expect(shareMargin(200, 50)).toEqual({ lane: 7, most: 14 });
  expect(shareMargin(120, 3)).toEqual({ lane: 10, most: 3 });
});

const standing = fc.record({
  top: fc.nat(300),
  height: fc.integer({ min: 12, max: 120 }),
  right: fc.integer({ min: 7, max: 120 }),
});

test('names neither run into each other nor over a stripe', () => {
  fc.assert(
    fc.property(
      fc.array(standing, { maxLength: 30 }),
      fc.array(standing, { maxLength: 3 }),
      (stripes, others) => {
        const places = namePlaces(stripes, others, 150);
        expect(places).toHaveLength(stripes.length);
        const named = stripes.flatMap((stripe, index) => {
          const left = places[index];
          return left == null ? [] : [{ top: stripe.top, left }];
        });
        for (const { top, left } of named) {
          for (const other of [...stripes, ...others])
            if (other.top < top + 18 && other.top + other.height > top)
              expect(other.right).toBeLessThanOrEqual(left);
          expect(named.filter((name) => Math.abs(name.top - top) < 18)).toHaveLength(1);
        }
      },
    ),
  );
});

test('a stripe alone has its name beside it; at a dense place there is no room for one', () => {
  const alone = { top: 0, height: 40, right: 10 };
  const dense = { top: 100, height: 40, right: 98 };
  const sameHeight = { top: 110, height: 40, right: 10 };
  expect(namePlaces([alone, dense, sameHeight], [], 150)).toEqual([10, null, null]);
});
