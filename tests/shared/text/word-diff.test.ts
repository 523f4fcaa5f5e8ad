import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemesOf } from '#shared/text/graphemes.ts';
import { applyReplacements } from '#shared/text/replacements.ts';
import { wordReplacements } from '#shared/text/word-diff.ts';
import { prose } from './texts.ts';

const pairs = (before: string, after: string): readonly string[] =>
  wordReplacements(before, after).map(
    ({ start, end, text }) => `${before.slice(start, end)}>${text}`,
  );

describe('what a correction replaced, in whole words', () => {
  const cases: readonly (readonly [
    what: string,
    before: string,
    after: string,
    found: string[],
  ])[] = [
    ['nothing', 'as it was', 'as it was', []],
    ['two words apart', 'teh panes of it', 'the pains of it', ['teh>the', 'panes>pains']],
    ['a word that was left out', 'I going', 'I was going', ['>was ']],
    ['a word that was said twice', 'very very bad', 'very bad', ['very >']],
    ['a word in two', 'alot of it', 'a lot of it', ['alot>a lot']],
    ['two words in one', 'not to day then', 'not today then', ['to day>today']],
    ['a sign', 'Yes no', 'Yes, no', ['>,']],
    ['an accent', 'the cafe is', 'the cafe\u0301 is', ['cafe>cafe\u0301']],
    ['one of a family', 'us 👩‍👩‍👧 here', 'us 👩‍👩‍👧‍👦 here', ['👩‍👩‍👧>👩‍👩‍👧‍👦']],
    ['what is said anew', 'we walked on home', 'it rained', ['we walked on home>it rained']],
    [
      'half of it said anew',
      'so we walk far on',
      'so we went right off on',
      ['walk far>went right off'],
    ],
    [
      'a word beside a slip',
      'I was tierd then',
      'I were so tired then',
      ['was>were so', 'tierd>tired'],
    ],
    ['everything', 'gone', '', ['gone>']],
    ['a line', 'one\ntwo', 'one\n\ntwo', ['>\n']],
  ];
  const named = cases.map(([what, before, after, found]) => ({ what, before, after, found }));
  test.each(named)('$what', ({ before, after, found }) => {
    expect(pairs(before, after)).toEqual(found);
  });

  test('a run of letters without end is compared by characters', () => {
    const long = 'x'.repeat(500);
    expect(pairs(`${long}a${long}`, `${long}b${long}`)).toEqual(['a>b']);
  });
});

test('makes one text of the other, in order, without cutting a character in two', () => {
  fc.assert(
    fc.property(prose, prose, fc.nat(50), (before, after, at) => {
      const lead = 'x'.repeat(at);
      const replacements = wordReplacements(before, after, at);
      const { text, edit } = applyReplacements(lead + before, replacements);
      expect(text).toBe(lead + after);
      const edges = (of: string): ReadonlySet<number> => {
        let end = at;
        return new Set([at, ...graphemesOf(of).map((one) => (end += one.length))]);
      };
      const [old, now] = [edges(before), edges(after)];
      for (const { start, end } of replacements) {
        expect(old).toContain(start);
        expect(old).toContain(end);
      }
      for (const { start, end } of edit.inverse) {
        expect(now).toContain(start);
        expect(now).toContain(end);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a long speech that is said anew all through is still answered at once', () => {
  const words = (seed: number): string =>
    Array.from({ length: 20_000 }, (_, index) => `w${(index * seed) % 7919}`).join(' ');
  const [before, after] = [words(31), words(57)];
  const began = performance.now();
  const { text } = applyReplacements(before, wordReplacements(before, after));
  expect(text).toBe(after);
  expect(performance.now() - began).toBeLessThan(5000);
});
