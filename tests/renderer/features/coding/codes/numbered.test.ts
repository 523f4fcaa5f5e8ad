import { expect, test } from 'vitest';
import { numbered } from '#renderer/features/coding/codes/numbered.ts';

const codes = Array.from({ length: 12 }, (_, index) => ({ id: `c${index}` }));

test('pinned codes have the first keys, the latest used the rest, each code one key', () => {
  expect(numbered(['c5', 'c3'], ['c1', 'c3', 'c2'], codes)).toEqual(['c5', 'c3', 'c1', 'c2']);
});

test('codes that are gone have no key, and there are nine keys', () => {
  expect(numbered(['gone', 'c2'], ['away', 'c0'], codes)).toEqual(['c2', 'c0']);
  const all = codes.map(({ id }) => id);
  expect(numbered(all.slice(0, 8), all.toReversed(), codes)).toEqual([...all.slice(0, 8), 'c11']);
});
