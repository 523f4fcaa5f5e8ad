import { expect, test } from 'vitest';
import { onlyIn } from '#renderer/features/coding/differences.ts';
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
