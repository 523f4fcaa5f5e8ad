import { expect, test } from 'vitest';
import {
  differencesOf,
  nextDifference,
  onlyIn,
} from '#renderer/features/coding/moves/differences.ts';
import type { Coding } from '#shared/model/coding.ts';

const coding = (codeId: string, start: number, end: number): Coding =>
  ({ id: `${codeId}${start}`, codeId, start, end }) as unknown as Coding;

test('a coding has a counterpart where the same code shares a character with it', () => {
  const own = [coding('a', 0, 10), coding('a', 20, 30), coding('b', 0, 10), coding('c', 5, 6)];
  const others = [coding('a', 9, 15), coding('a', 30, 40), coding('b', 10, 12), coding('d', 5, 6)];
  expect(onlyIn(own, others).map(({ id }) => id)).toEqual(['a20', 'b0', 'c5']);
  expect(onlyIn(own, own)).toEqual([]);
  expect(onlyIn([], others)).toEqual([]);
});

test('differences of both coders are gone through in the order of the text', () => {
  const left = [coding('a', 0, 10), coding('b', 20, 30)];
  const right = [coding('a', 5, 12), coding('c', 2, 8), coding('d', 20, 30)];
  const all = differencesOf(left, right);
  expect(all.map(({ coding: { id }, side }) => [id, side])).toEqual([
    ['c2', 'right'],
    ['b20', 'left'],
    ['d20', 'right'],
  ]);
  const next = (active: string | null, offset: number, step: 1 | -1) =>
    nextDifference(all, { active, offset, step });
  expect(next(null, 0, 1)).toBe(0);
  expect(next(null, 3, 1)).toBe(1);
  expect(next('b20', 0, 1)).toBe(2);
  expect(next('d20', 0, 1)).toBe(-1);
  expect(next('c2', 0, -1)).toBe(-1);
  // A coding that both have made is only a place to go on from.
  expect(next('a0', 20, -1)).toBe(0);
  expect(next(null, 0, -1)).toBe(-1);
  expect(nextDifference([], { active: null, offset: 0, step: 1 })).toBe(-1);
});
