import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { turnAt, turnsIn } from '#shared/text/turn-index.ts';

/** Turns in order, with gaps between them and before the first. */
const turnList = fc
  .array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 12 })), { maxLength: 20 })
  .map((steps) => {
    let at = 0;
    return steps.map(([gap, length]) => {
      const start = at + gap;
      at = start + length;
      return { start, end: at };
    });
  });

describe('turns by offset', () => {
  test('turnAt answers the last turn that begins at or before the offset', () => {
    fc.assert(
      fc.property(turnList, fc.nat(300), (turns, offset) => {
        expect(turnAt(turns, offset)).toBe(turns.findLastIndex((turn) => turn.start <= offset));
      }),
    );
  });

  test('turnsIn answers exactly the turns that share a character with the range', () => {
    fc.assert(
      fc.property(
        turnList,
        fc.nat(250),
        fc.integer({ min: 1, max: 80 }),
        (turns, start, length) => {
          const range = { start, end: start + length };
          const sharing = turns.flatMap((turn, index) =>
            turn.start < range.end && range.start < turn.end ? [index] : [],
          );
          expect(turnsIn(turns, range)).toEqual(
            sharing.length === 0 ? null : { first: sharing[0], last: sharing.at(-1) },
          );
        },
      ),
    );
  });
});
