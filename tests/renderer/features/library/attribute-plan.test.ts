import { describe, expect, test } from 'vitest';
import {
  guessType,
  type Known,
  planAttributes,
} from '#renderer/features/library/attribute-plan.ts';
import { misfit } from '#shared/model/attribute.ts';

const known: Known = {
  cases: [
    { id: 'marian', pseudonym: 'P01 Marian' },
    { id: 'jose', pseudonym: 'P02 José' },
  ],
  attributes: [
    { id: 'band', name: 'Age band', type: 'text', position: 0 },
    { id: 'years', name: 'Years', type: 'number', position: 1 },
  ],
  values: [{ id: 'v', attributeId: 'band', caseId: 'marian', value: '45 to 64' }],
};

describe('importing attributes', () => {
  test('finds cases and attributes by name, and says what would be set', () => {
    const plan = planAttributes(
      [
        ['Case', 'age band', 'YEARS', 'Since', 'Practice'],
        ['p01 marian', '45 to 64', '11', '2020-01-31', '012'],
        ['P02 Jose', '', 'about ten', '2021-02-28', '013'],
        ['P03 Ada', '65 and over', '3.5'],
      ],
      known,
    );
    expect(plan.columns).toEqual([
      { index: 1, name: 'Age band', type: 'text', isNew: false, set: 1, same: 1 },
      { index: 2, name: 'Years', type: 'number', isNew: false, set: 2, same: 0 },
      { index: 3, name: 'Since', type: 'date', isNew: true, set: 2, same: 0 },
      { index: 4, name: 'Practice', type: 'text', isNew: true, set: 2, same: 0 },
    ]);
    expect(plan.newCases).toEqual(['P03 Ada']);
    expect(plan.knownCases).toBe(2);
    expect(plan.refused).toEqual([
      { pseudonym: 'P02 José', column: 'Years', why: misfit('number', 'about ten') },
    ]);
    expect(plan.input?.rows).toEqual([
      { pseudonym: 'P01 Marian', values: [null, '11', '2020-01-31', '012'] },
      { pseudonym: 'P02 José', values: [null, null, '2021-02-28', '013'] },
      { pseudonym: 'P03 Ada', values: ['65 and over', '3.5', null, null] },
    ]);
  });

  test('leaves out what it cannot take, and says so', () => {
    const plan = planAttributes(
      [
        ['Case', 'Role', '', 'role', 'Empty'],
        ['P01 Marian', 'carer', 'x', 'other'],
        ['', 'nobody'],
        ['P01 MARIAN', 'again'],
      ],
      known,
    );
    expect(plan.leftOut).toEqual([
      'Row 3 has no pseudonym.',
      'Row 4: P01 MARIAN is in the table already.',
      'Column 3 has no name.',
      'There are two columns called role.',
      'Column Empty has no values.',
    ]);
    expect(plan.input).toEqual({
      attributes: [{ name: 'Role', type: 'text' }],
      rows: [{ pseudonym: 'P01 Marian', values: ['carer'] }],
    });
  });

  test('sets nothing where all is there already, or there is nothing', () => {
    const same = [
      ['Case', 'Age band'],
      ['P01 Marian', '45 to 64'],
    ];
    expect(planAttributes(same, known).input).toBeNull();
    expect(planAttributes([], known).input).toBeNull();
    expect(planAttributes([['Case', 'Age band']], known).input).toBeNull();
  });

  test('takes the type that was chosen for a new attribute', () => {
    const table = [
      ['Case', 'Score'],
      ['P01 Marian', '4'],
      ['P02 José', '5'],
    ];
    expect(planAttributes(table, known).columns[0]?.type).toBe('number');
    expect(planAttributes(table, known, { 1: 'text' }).columns[0]?.type).toBe('text');
    expect(planAttributes(table, known, { 1: 'date' }).refused).toHaveLength(2);
  });
});

test('types are guessed from all the values', () => {
  expect(guessType(['1', '-2.5'])).toBe('number');
  expect(guessType(['1', 'two'])).toBe('text');
  expect(guessType(['007', '12'])).toBe('text');
  expect(guessType(['0', '0.5'])).toBe('number');
  expect(guessType(['2026-02-28'])).toBe('date');
  expect(guessType(['2026-02-30'])).toBe('text');
  expect(guessType([])).toBe('text');
});
