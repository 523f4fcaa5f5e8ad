import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Range } from '#shared/model/range.ts';
import { countsIn, densityOf, peaksOf } from '#shared/text/density.ts';

const length = 400;
const ranges = fc.array(
  fc
    .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 80 }))
    .map(([start, size]): Range => ({ start, end: Math.min(length, start + size) })),
  { maxLength: 50 },
);
const touching = (all: readonly Range[], { start, end }: Range): number =>
  all.filter((range) => range.start < end && range.end > start).length;

test('each stretch counts the codings that touch it', () => {
  fc.assert(
    fc.property(ranges, fc.constantFrom(1, 4, 20, 100, 400), (all, bins) => {
      const size = length / bins;
      const expected = Array.from({ length: bins }, (_, bin) =>
        touching(all, { start: bin * size, end: (bin + 1) * size }),
      );
      expect([...densityOf(all, { length, bins })]).toEqual(expected);
    }),
  );
});

test('each turn counts the codings that touch it, whatever lies between turns', () => {
  const turns = [
    { start: 0, end: 50 },
    { start: 55, end: 56 },
    { start: 60, end: 200 },
    { start: 200, end: 390 },
  ];
  fc.assert(
    fc.property(ranges, (all) => {
      expect([...countsIn(all, turns)]).toEqual(turns.map((turn) => touching(all, turn)));
    }),
  );
});

test('a text without words or without codings has no density and no peak', () => {
  expect([...densityOf([], { length: 0, bins: 3 })]).toEqual([0, 0, 0]);
  expect(peaksOf(densityOf([], { length: 10, bins: 3 }))).toEqual([]);
});

test('peaks are the dense places, a plateau counting once', () => {
  expect(peaksOf(Uint32Array.from([1, 9, 9, 2, 3, 2, 8, 0, 5]))).toEqual([2, 6, 8]);
  expect(peaksOf(Uint32Array.from([4]))).toEqual([0]);
  expect(peaksOf(Uint32Array.from([4, 4, 4]))).toEqual([2]);
});
