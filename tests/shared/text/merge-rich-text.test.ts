import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeRichText } from '#shared/text/merge-rich-text.ts';
import { paragraphsOf, richTextFrom } from '#shared/text/rich-text.ts';

const merged = (
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] =>
  paragraphsOf(mergeRichText(richTextFrom(base), richTextFrom(mine), richTextFrom(theirs)));

const paragraphs = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 7 });

describe('two changes of one text', () => {
  test.each([
    {
      what: 'in different places are both made',
      base: 'abc',
      mine: 'aBc',
      theirs: 'abcd',
      merge: 'aBcd',
    },
    {
      what: 'at the end are both kept, mine first',
      base: 'a',
      mine: 'ax',
      theirs: 'ay',
      merge: 'axy',
    },
    {
      what: 'of the same paragraph leave both versions',
      base: 'abc',
      mine: 'aXc',
      theirs: 'aYc',
      merge: 'aXYc',
    },
    {
      what: 'that are the same are made once',
      base: 'abc',
      mine: 'axc',
      theirs: 'axc',
      merge: 'axc',
    },
    {
      what: 'keep what was written where the other took the paragraph out',
      base: 'abc',
      mine: 'aXc',
      theirs: 'ac',
      merge: 'aXc',
    },
    {
      what: 'both taking out what was there leave it out',
      base: 'abc',
      mine: 'ab',
      theirs: 'bc',
      merge: 'b',
    },
  ])('$what', ({ base, mine, theirs, merge }) => {
    expect(merged(base.split(''), mine.split(''), theirs.split(''))).toEqual(merge.split(''));
  });

  test('lose nothing that either of them wrote, and bring back nothing both took out', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, paragraphs, (base, mine, theirs) => {
        const result = merged(base, mine, theirs);
        for (const block of [...mine, ...theirs])
          if (!base.includes(block)) expect(result).toContain(block);
        for (const block of result) expect([...mine, ...theirs]).toContain(block);
      }),
    );
  });

  test('of which one is none are the other', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (base, mine) => {
        expect(merged(base, mine, base)).toEqual(mine);
        expect(merged(base, base, mine)).toEqual(mine);
        expect(merged(base, mine, mine)).toEqual(mine);
      }),
    );
  });

  test('work from nothing, and to nothing', () => {
    expect(
      paragraphsOf(mergeRichText('', richTextFrom(['mine']), richTextFrom(['theirs']))),
    ).toEqual(['mine', 'theirs']);
    expect(mergeRichText(richTextFrom(['a']), '', '')).toBe('');
  });

  test('of long texts are compared only where they differ', () => {
    const base = Array.from({ length: 20_000 }, (_, index) => `Paragraph ${index}`);
    const mine = base.with(9_000, 'Mine');
    const theirs = base.with(11_000, 'Theirs');
    expect(merged(base, mine, theirs)).toEqual(base.with(9_000, 'Mine').with(11_000, 'Theirs'));
  });
});
