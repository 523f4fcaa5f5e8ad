import { expect, test } from 'vitest';
import { find, mostResults } from '#renderer/features/shell/palette-match.ts';

const labelled = (...labels: string[]) => labels.map((label) => ({ label }));
const labels = (typed: string, among: readonly { readonly label: string }[]) =>
  find(among, typed).entries.map(({ label }) => label);

test('names that begin so come before words that do, and those before the rest', () => {
  const among = labelled('Disbelief', 'Being believed', 'Belief in care');
  expect(labels('bel', among)).toEqual(['Belief in care', 'Being believed', 'Disbelief']);
});

test('accents and case make no difference', () => {
  expect(labels('cafe', labelled('Café mornings'))).toEqual(['Café mornings']);
  expect(labels('CAFÉ', labelled('cafe mornings'))).toEqual(['cafe mornings']);
});

test('words are found in any order', () => {
  expect(labels('pain fear', labelled('Fear of pain', 'Fear of movement'))).toEqual([
    'Fear of pain',
  ]);
});

test('two thousand codes show a page of results and say how many are left out', () => {
  const codes = Array.from({ length: 2000 }, (_, n) => ({ label: `Code ${n}` }));
  const found = find(codes, 'code');
  expect(found.entries).toHaveLength(mostResults);
  expect(found.more).toBe(2000 - mostResults);
});
