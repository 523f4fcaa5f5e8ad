import { describe, expect, test } from 'vitest';
import { divide } from '#renderer/features/analysis/retrieval-counts.ts';
import { type Arranged, arrange } from '#renderer/features/analysis/retrieval-rows.ts';
import { hitsOf, lists } from './found.ts';

const hits = hitsOf([
  { id: '3', source: 'p1', code: 'pain', person: 'ann' },
  { id: '1', source: 'p1', code: 'work', person: 'ann' },
  { id: '4', source: 'p2', code: 'pain', person: 'ben' },
  { id: '2', source: 'x', code: 'pain' },
]);

/** The rows in words: headings with their counts, segments by id. */
const said = ({ rows, ids }: Arranged): readonly string[] =>
  rows.map((row) =>
    row.type === 'heading' ? `${row.name} (${row.segments})` : (ids[row.index] ?? ''),
  );

describe('what was found, arranged', () => {
  test.each([
    ['code', ['WORK (1)', '1', 'PAIN (3)', '3', '4', '2']],
    ['source', ['P1 (2)', '3', '1', 'P2 (1)', '4', 'X (1)', '2']],
    ['case', ['ANN (2)', '3', '1', 'BEN (1)', '4', 'No case (1)', '2']],
    ['group', ['PARTICIPANT (3)', '3', '1', '4', 'No group (1)', '2']],
    ['time point', ['No time point (4)', '3', '1', '4', '2']],
    ['none', ['3', '1', '4', '2']],
  ] as const)('stands by %s in the order of the lists', (groupBy, rows) => {
    expect(said(arrange(hits, { groupBy, sortBy: 'place' }, lists))).toEqual(rows);
  });

  test('is sorted within each heading', () => {
    const newest = arrange(hits, { groupBy: 'code', sortBy: 'newest' }, lists);
    expect(said(newest)).toEqual(['WORK (1)', '1', 'PAIN (3)', '4', '3', '2']);
    expect(newest.ids).toEqual(['1', '4', '3', '2']);
    const oldest = arrange(hits, { groupBy: 'none', sortBy: 'oldest' }, lists);
    expect(oldest.ids).toEqual(['1', '2', '3', '4']);
  });

  test('loses no segment whose code is not in its list yet', () => {
    const just = hitsOf([
      { id: '1', source: 'p1', code: 'brand new' },
      { id: '2', source: 'p1', code: 'hope' },
    ]);
    const arranged = arrange(just, { groupBy: 'code', sortBy: 'place' }, lists);
    expect(said(arranged)).toEqual(['HOPE (1)', '2', '… (1)', '1']);
  });
});

test('what was found divides by everything, the largest share first, none last', () => {
  const facets = new Map(divide(hits, lists).map(({ id, shares }) => [id, shares]));
  const shares = (id: 'code' | 'group' | 'case' | 'time point' | 'source' | 'coder') =>
    facets.get(id)?.map(({ name, segments }) => `${name} ${segments}`);
  expect(shares('code')).toEqual(['PAIN 3', 'WORK 1']);
  expect(shares('group')).toEqual(['PARTICIPANT 3', 'No group 1']);
  expect(shares('case')).toEqual(['ANN 2', 'BEN 1', 'No case 1']);
  expect(shares('time point')).toEqual(['No time point 4']);
  expect(shares('source')).toEqual(['P1 2', 'P2 1', 'X 1']);
  expect(shares('coder')).toEqual(['RUTH 4']);
});
