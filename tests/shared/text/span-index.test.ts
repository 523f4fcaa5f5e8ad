import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SpanIndex } from '#shared/text/span-index.ts';

const spans = fc
  .array(fc.record({ low: fc.nat(30), length: fc.nat(15) }), { maxLength: 20 })
  .map((drawn) =>
    drawn.map(({ low, length }, index) => ({ id: String(index), low, high: low + length })),
  );

const asked = fc.record({ low: fc.nat(50), high: fc.nat(50), not: fc.nat(22) });

test('says of any stretch what a look at every span says', () => {
  fc.assert(
    fc.property(spans, asked, (list, { low, high, not }) => {
      const found = list.some(
        (span) => span.id !== String(not) && span.low <= low && span.high >= high,
      );
      expect(new SpanIndex(list).has(low, high, String(not))).toBe(found);
    }),
    { numRuns: 3000 },
  );
});

test('of nothing has nothing', () => {
  expect(new SpanIndex([]).has(5, 5, '')).toBe(false);
});
