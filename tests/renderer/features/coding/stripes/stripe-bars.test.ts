import { describe, expect, test } from 'vitest';
import { categoriesBy, lettersFor } from '#renderer/features/coding/stripes/categories.ts';
import {
  codingBars,
  describeBar,
  nameWithCount,
} from '#renderer/features/coding/stripes/stripe-bars.ts';
import { aCode, aCoder, aCoding, aTheme } from '#tests/renderer/features/coding/records.ts';

const turn = (id: string, start: number, speakerId: string | null) => ({
  id,
  sourceId: 'source',
  position: start,
  start,
  speechStart: start,
  end: start + 50,
  speakerId,
  startMs: null,
  endMs: null,
});
const facts = {
  codes: [aCode('Pain', 3), aCode('Rest', 5), aCode('Work', 7)],
  coders: [aCoder('Ruth'), aCoder('Rob')],
  themes: [aTheme('Late', { status: 'retired' }), aTheme('First'), aTheme('Second')],
  placed: [
    { id: '1', themeId: 'Second', codeId: 'Pain', position: 0 },
    { id: '2', themeId: 'First', codeId: 'Pain', position: 0 },
    { id: '3', themeId: 'Late', codeId: 'Rest', position: 0 },
    { id: '4', themeId: 'Second', codeId: 'Work', position: 0 },
  ],
  speakers: [
    { id: 's1', sourceId: 'source', label: 'P01', role: 'participant' as const, caseId: null },
    { id: 's2', sourceId: 'source', label: 'INT', role: 'interviewer' as const, caseId: null },
  ],
  turns: [turn('a', 0, 's1'), turn('b', 60, 's2'), turn('c', 120, null)],
};
const by = {
  code: categoriesBy('code', facts),
  theme: categoriesBy('theme', facts),
  coder: categoriesBy('coder', facts),
  speaker: categoriesBy('speaker', facts),
};
const nobody: ReadonlySet<string | null> = new Set();

describe('categories', () => {
  test('a code in several themes counts with the first, retired themes do not count', () => {
    expect(by.theme.of(aCoding('1', { codeId: 'Pain' })).name).toBe('First');
    expect(by.theme.of(aCoding('2', { codeId: 'Rest' }))).toMatchObject({
      name: 'In no theme',
      colour: null,
    });
    expect(by.theme.all.map(({ name }) => name)).toEqual(['First', 'Second']);
  });

  test('the speaker is the one who speaks where the coding starts', () => {
    expect(by.speaker.of(aCoding('1', { start: 55 })).name).toBe('P01');
    expect(by.speaker.of(aCoding('2', { start: 60 })).name).toBe('INT');
    expect(by.speaker.of(aCoding('3', { start: 130 })).name).toBe('No speaker');
  });

  test('letters tell apart what colours tell apart', () => {
    expect(lettersFor(['Ruth', 'Rob', 'Ro', 'Éva', 'ER', '42'])).toEqual([
      'R',
      'O',
      'A',
      'E',
      'B',
      '4',
    ]);
    expect(new Set(lettersFor(Array.from({ length: 36 }, () => 'X'))).size).toBe(36);
  });
});

describe('stripes', () => {
  const codings = [
    aCoding('1', { codeId: 'Pain', start: 0, end: 20 }),
    aCoding('2', { codeId: 'Pain', start: 5, end: 30, coderId: 'Rob', important: 1 }),
    aCoding('3', { codeId: 'Work', start: 10, end: 40, level: 'latent' }),
  ];
  const names = (
    groupBy: 'code' | 'theme' | 'coder' | 'coding',
    colourBy: 'code' | 'theme' | 'coder' | 'speaker',
  ) =>
    codingBars(codings, {
      groupBy,
      groups: groupBy === 'coding' ? by.code : by[groupBy],
      colours: by[colourBy],
    }).map((bar) => [nameWithCount(bar), bar.category?.colour]);

  test('those of one code are one stripe with a count, those of two coders two where colours tell', () => {
    expect(names('code', 'code')).toEqual([
      ['Pain × 2', 3],
      ['Work', 7],
    ]);
    expect(names('code', 'coder')).toEqual([
      ['Pain · Ruth', 0],
      ['Pain · Rob', 1],
      ['Work · Ruth', 0],
    ]);
    expect(names('coding', 'code')).toEqual([
      ['Pain', 3],
      ['Pain', 3],
      ['Work', 7],
    ]);
  });

  test('a stripe of several colours has none', () => {
    expect(names('theme', 'theme')).toEqual([
      ['First × 2', 0],
      ['Second', 1],
    ]);
    expect(names('coder', 'code')).toEqual([
      ['Ruth × 2', undefined],
      ['Rob', 3],
    ]);
  });

  test('its tag says the name in full with what is marked', () => {
    const [pain, work] = codingBars(codings, {
      groupBy: 'code',
      groups: by.code,
      colours: by.code,
    });
    expect(pain && describeBar(pain, new Set(['1']))).toBe('Pain × 2, important, with a memo');
    expect(work && describeBar(work, nobody)).toBe('Work, latent');
  });
});
