import { describe, expect, test } from 'vitest';
import { fieldsOf, isMove, titleOf } from '#renderer/features/history/words.ts';
import type { Change } from '#shared/model/change.ts';
import { richTextFrom } from '#shared/text/rich-text.ts';

const [record, code, group] = ['r', 'c', 'g'];
const names = new Map([
  [code, 'Ten minutes'],
  [group, 'GP'],
]);
const change = (part: Partial<Change>): Change => ({
  seq: 1,
  kind: 'code',
  recordId: record,
  operation: 'insert',
  before: null,
  after: null,
  ...part,
});

describe('what a change did', () => {
  test('is said with the name that the record has of itself', () => {
    expect(titleOf(change({ after: { name: 'Brushed off' } }), names)).toBe(
      'New code ‘Brushed off’',
    );
    expect(
      titleOf(
        change({ kind: 'case', operation: 'delete', before: { pseudonym: 'Marian' } }),
        names,
      ),
    ).toBe('Removed case ‘Marian’');
  });

  test('is said with the name that the record has now where the change does not name it', () => {
    const changed = change({ operation: 'update', recordId: code, after: { definition: 'x' } });
    expect(titleOf(changed, names)).toBe('Changed code ‘Ten minutes’');
  });

  test('shows only what differs and what says something to people', () => {
    const before = { id: record, position: 0, colour: 0, definition: 'old', createdAt: '2026' };
    const after = { id: record, position: 0, colour: 0, definition: 'new', createdAt: '2027' };
    expect(fieldsOf(change({ operation: 'update', before, after }), names)).toEqual([
      { name: 'Definition', before: 'old', after: 'new' },
    ]);
  });

  test('names what ids point at, and says when it is gone', () => {
    const after = { codeId: code, groupId: 'another', colour: 1, start: 0, end: 12 };
    expect(
      fieldsOf(change({ after }), names).map(({ name, after: words }) => [name, words]),
    ).toEqual([
      ['Code', 'Ten minutes'],
      ['Group', 'no longer in the project'],
      ['Colour', expect.stringMatching(/^\p{L}+$/u)],
      ['Begins at character', '1'],
      ['Ends at character', '12'],
    ]);
  });

  test('says of a mark whether it is there', () => {
    const [before, after] = [{ important: 0 }, { important: 1 }];
    expect(fieldsOf(change({ kind: 'coding', operation: 'update', before, after }), names)).toEqual(
      [{ name: 'Important', before: 'no', after: 'yes' }],
    );
  });

  test('reads rich text as words', () => {
    const after = { title: 'The urn', body: richTextFrom(['First thought.', 'Second.']) };
    expect(fieldsOf(change({ kind: 'memo', after }), names)).toContainEqual({
      name: 'Text',
      before: '',
      after: 'First thought.\n\nSecond.',
    });
  });

  test('shows the words that an edit of the text took out and put in', () => {
    const edit = change({
      kind: 'source_text',
      operation: 'edit',
      before: [{ start: 4, end: 8, text: 'Mary' }],
      after: [{ start: 4, end: 8, text: 'Anna' }],
    });
    expect(fieldsOf(edit, names)).toEqual([{ name: 'Words', before: 'Mary', after: 'Anna' }]);
    const many = Array.from({ length: 60 }, (_, start) => ({ start, end: start, text: 'a' }));
    const several = fieldsOf({ ...edit, before: many, after: many }, names);
    expect(several).toHaveLength(51);
    expect(several[1]?.name).toBe('Words, place 2');
    expect(several.at(-1)?.after).toBe('10 more places');
  });

  test('tells what only moved along with the words from what was meant', () => {
    const moved = change({
      kind: 'coding',
      operation: 'update',
      before: { start: 4, end: 8 },
      after: { start: 5, end: 9 },
    });
    expect(isMove(moved)).toBe(true);
    expect(isMove({ ...moved, kind: 'turn', after: { end: 9, position: 3 } })).toBe(true);
    expect(isMove({ ...moved, after: { start: 5, codeId: code } })).toBe(false);
    expect(isMove({ ...moved, operation: 'delete', after: null })).toBe(false);
  });
});

describe('what a change did to the parts of a report', () => {
  const [intro, table, first, second] = [1, 2, 3, 4].map(
    (at) => `0198f000-0000-7000-8000-00000000000${at}`,
  ) as [string, string, string, string];
  const known = new Map([[first, 'Credibility']]);
  const text = (heading: string, body: string) => ({ id: intro, type: 'text', heading, body });
  const theme = (codingIds: readonly string[]) => ({
    id: table,
    type: 'theme',
    themeId: first,
    codingIds,
  });
  const told = (before: readonly object[], after: readonly object[]) =>
    fieldsOf(
      change({
        kind: 'report',
        operation: 'update',
        before: { parts: JSON.stringify(before) },
        after: { parts: JSON.stringify(after) },
      }),
      known,
    ).map(({ name, before: was, after: is }) => [name, was, is]);

  test('is said part by part, in words', () => {
    expect(
      told(
        [text('Introduction', richTextFrom(['Ten people.'])), theme([first])],
        [text('Opening', richTextFrom(['Twelve people.'])), theme([first, second])],
      ),
    ).toEqual([
      ['Heading of ‘Opening’', 'Introduction', 'Opening'],
      ['Text of ‘Opening’', 'Ten people.', 'Twelve people.'],
      ['Quotes of ‘Credibility’', '1 quote', '2 quotes'],
    ]);
    expect(told([theme([first, second])], [theme([second, first])])).toEqual([
      ['Quotes of ‘Credibility’', '2 quotes', '2 quotes, in another order'],
    ]);
    expect(told([theme([first])], [theme([second])])).toEqual([
      ['Quotes of ‘Credibility’', '1 quote', '1 quote, 1 of them new'],
    ]);
  });

  test('is said of the order where a part is added, moved or taken out', () => {
    const both = [text('', ''), theme([])];
    expect(told(both, both.toReversed())).toEqual([
      ['Parts', '1. Text\n2. Credibility', '1. Credibility\n2. Text'],
    ]);
    expect(told([], both)).toEqual([['Parts', '', '1. Text\n2. Credibility']]);
  });

  test('says nothing of parts that cannot be read', () => {
    expect(fieldsOf(change({ kind: 'report', before: { parts: '{"newer": 1}' } }), known)).toEqual(
      [],
    );
  });
});
