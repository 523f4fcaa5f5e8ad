import { describe, expect, test } from 'vitest';
import {
  type CaseEntry,
  caseColumns,
  caseEntries,
  cellText,
  clipboardCells,
  matchingCases,
  usedValues,
} from '#renderer/features/library/case-columns.ts';

const attribute = (id: string, position: number) => ({
  id,
  name: `Attribute ${id}`,
  type: 'text' as const,
  position,
});
const person = (id: string, pseudonym: string, groupId: string | null = null) => ({
  id,
  pseudonym,
  groupId,
  note: `Note on ${pseudonym}`,
  sources: 2,
});
const value = (attributeId: string, caseId: string, words: string) => ({
  id: `${attributeId}${caseId}`,
  attributeId,
  caseId,
  value: words,
});

const entries: readonly CaseEntry[] = caseEntries(
  [person('p', 'Zoë', 'g'), person('q', 'Lee'), person('r', 'Isla')],
  [{ id: 'g', name: 'Participant', position: 0 }],
  [value('a', 'p', '12'), value('a', 'q', '5'), value('b', 'r', 'Hull'), value('a', 'r', '5')],
);

test('columns stand in the order of the attributes, between who it is and the rest', () => {
  const columns = caseColumns([attribute('b', 0), attribute('a', 1)]);
  expect(columns.map(({ id }) => id)).toEqual(['pseudonym', 'group', 'b', 'a', 'note', 'sources']);
  expect(columns.map((column) => cellText(entries[0]!, column))).toEqual([
    'Zoë',
    'Participant',
    '',
    '12',
    'Note on Zoë',
    '2',
  ]);
});

test('values of a case that is not there yet are passed over', () => {
  expect(caseEntries([], [], [value('a', 'p', '12')])).toEqual([]);
});

test('used values come once each, numbers by their size', () => {
  expect(usedValues(entries, 'a')).toEqual(['5', '12']);
  expect(usedValues(entries, 'c')).toEqual([]);
  const many = Array.from({ length: 101 }, (_, at) => person(`p${at}`, `P${at}`));
  const each = caseEntries(
    many,
    [],
    many.map(({ id }) => value('a', id, id)),
  );
  expect(usedValues(each.slice(1), 'a')).toHaveLength(100);
  expect(usedValues(each, 'a')).toEqual([]);
});

describe('the filter', () => {
  const found = (filter: string): readonly string[] =>
    matchingCases(entries, filter).map(({ pseudonym }) => pseudonym);
  test.each([
    ['zoe', ['Zoë']],
    ['PARTICIPANT', ['Zoë']],
    ['hull', ['Isla']],
    ['note on lee', ['Lee']],
    ['  ', ['Zoë', 'Lee', 'Isla']],
    ['York', []],
  ])('%j finds %j', (filter, names) => {
    expect(found(filter)).toEqual(names);
  });
});

test.each([
  [
    '1\t2\r\n3\t4\r\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['one', [['one']]],
  ['a\n\nb', [['a'], [''], ['b']]],
  [' x \t', [['x', '']]],
])('the clipboard’s %j is %j', (text, cells) => {
  expect(clipboardCells(text)).toEqual(cells);
});
