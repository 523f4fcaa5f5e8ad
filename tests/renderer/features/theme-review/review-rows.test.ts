import { expect, test } from 'vitest';
import { countFits, marksOf, shownHits } from '#renderer/features/theme-review/review-rows.ts';
import type { Extract, Fit } from '#shared/model/extract.ts';
import type { Hits } from '#shared/model/retrieval.ts';

const hits: Hits = {
  ids: ['a', 'b', 'c', 'd'],
  sources: ['s1', 's2'],
  codes: ['code'],
  coders: ['coder'],
  cases: ['ann'],
  of: {
    source: [0, 0, 1, 1],
    code: [0, 0, 0, 0],
    coder: [0, 0, 0, 0],
    case: [0, 0, -1, -1],
    turn: [1, 2, 3, 4],
  },
};
const mark = (codingId: string, fit: Fit): Extract => ({
  id: `mark of ${codingId}`,
  themeId: 'theme',
  codingId,
  fit,
  note: '',
});
const marks = marksOf([mark('b', 'contrary'), mark('d', 'telling'), mark('gone', 'contrary')]);

test('extracts are shown by how they fit, with what they are grouped by', () => {
  expect(shownHits(hits, marks, 'all')).toBe(hits);
  expect(shownHits(hits, marks, 'contrary').ids).toEqual(['b']);
  const rest = shownHits(hits, marks, 'not marked');
  expect(rest.ids).toEqual(['a', 'c']);
  expect(rest.of).toMatchObject({ source: [0, 1], case: [0, -1], turn: [1, 3] });
  expect(shownHits(hits, marks, 'fits badly').ids).toEqual([]);
});

test('marks of codings that no longer stand behind the theme are not counted', () => {
  expect(countFits(hits, marks)).toEqual({ telling: 1, 'fits badly': 0, contrary: 1 });
});
