import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capDepth } from '#renderer/features/coding/transcript/tint.ts';
import type { Range } from '#shared/model/range.ts';

const ranges = fc.array(
  fc
    .tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]): Range => ({ start, end: start + length })),
  { maxLength: 25 },
);

const covers =
  (at: number) =>
  (range: Range): boolean =>
    range.start <= at && at < range.end;

test('each character keeps as many tints as it has codings, up to the most there may be', () => {
  fc.assert(
    fc.property(ranges, fc.integer({ min: 1, max: 4 }), (all, deepest) => {
      const pieces = capDepth(all, deepest);
      expect(pieces).toHaveLength(all.length);
      for (let at = 0; at < 60; at += 1) {
        const tints = pieces.flat().filter(covers(at)).length;
        expect(tints).toBe(Math.min(deepest, all.filter(covers(at)).length));
      }
      // Nothing is painted that is not coded.
      pieces.forEach((own, index) => {
        const range = all[index];
        for (const piece of own) {
          expect(piece.start).toBeGreaterThanOrEqual(range?.start ?? 0);
          expect(piece.end).toBeLessThanOrEqual(range?.end ?? 0);
        }
      });
    }),
  );
});
