import { expect, test } from 'vitest';
import {
  type Available,
  availableQuotes,
  filterQuotes,
  moved,
  noneId,
  openFilter,
  sharesOf,
  usedWords,
} from '#renderer/features/writing/quote-balance.ts';

const quote = (id: string, fields: Partial<Available> = {}): Available => ({
  id,
  caseId: 'ann',
  groupId: 'participant',
  timePointId: 'baseline',
  fit: null,
  ...fields,
});

const quotes = [
  quote('1', { fit: 'telling' }),
  quote('2'),
  quote('3', { caseId: 'bea', fit: 'contrary' }),
  quote('4', { caseId: null, groupId: null, timePointId: null }),
];
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

test('what is found becomes quotes with the group and time point of their source', () => {
  const hits = {
    ids: ['1', '2'],
    sources: ['s', 'gone'],
    codes: ['c'],
    coders: ['r'],
    cases: ['ann'],
    of: { source: [0, 1], code: [0, 0], coder: [0, 0], case: [0, -1], turn: [1, 2] },
  };
  const sources = [{ id: 's', groupId: 'gp', timePointId: null }];
  expect(availableQuotes({ hits, fits: [{ codingId: '2', fit: 'telling' }] }, sources)).toEqual([
    { id: '1', caseId: 'ann', groupId: 'gp', timePointId: null, fit: null },
    { id: '2', caseId: null, groupId: null, timePointId: null, fit: 'telling' },
  ]);
});

test.each([
  [{}, ['1', '2', '3', '4']],
  [{ caseIds: ['bea'] }, ['3']],
  [{ caseIds: [noneId, 'bea'] }, ['3', '4']],
  [{ groupIds: [noneId] }, ['4']],
  [{ timePointIds: ['baseline'], fit: 'unmarked' as const }, ['2']],
  [{ fit: 'telling' as const }, ['1']],
])('the filter %j lets pass %j', (filter, passing) => {
  expect(idsOf(filterQuotes(quotes, { ...openFilter, ...filter }))).toEqual(passing);
});

test('shares say who is chosen how often of how much, and who is not heard yet', () => {
  const names = [
    { id: 'bea', name: 'Bea' },
    { id: 'ann', name: 'Ann' },
    { id: 'cam', name: 'Cam' },
  ];
  const chosen = new Set(['1', '2', 'of another theme']);
  expect(sharesOf(quotes, 'caseId', { chosen, names, none: 'No case' })).toEqual([
    { id: 'ann', name: 'Ann', chosen: 2, available: 2 },
    { id: 'bea', name: 'Bea', chosen: 0, available: 1 },
    { id: noneId, name: 'No case', chosen: 0, available: 1 },
  ]);
});

test('what is chosen moves up and down as far as there is room', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 'gone', 1)).toEqual(['a', 'b']);
});

test('use is told in words', () => {
  expect(usedWords(undefined)).toBe('');
  expect(usedWords({ narratives: 0, reports: 0, packs: 0 })).toBe('');
  expect(usedWords({ narratives: 0, reports: 1, packs: 0 })).toBe('Used once: 1 report');
  expect(usedWords({ narratives: 1, reports: 1, packs: 0 })).toBe(
    'Used twice: 1 narrative, 1 report',
  );
  expect(usedWords({ narratives: 0, reports: 2, packs: 1 })).toBe(
    'Used 3 times: 2 reports, 1 review pack',
  );
});
