import fc from 'fast-check';
import type { Replacement } from '#shared/text/replacements.ts';

/*
 * Random documents and edits of them, made of what is hard: emoji families, flags, right-to-left
 * words, combining marks, words that repeat.
 */

const word = fc.constantFrom(
  'I',
  'pain',
  'pains',
  'panes',
  'was',
  'teh',
  'the',
  'a',
  'walk',
  'walking',
  'wa1king',
  'café',
  'cafe\u0301',
  'e\u0301\u0302',
  'naïve',
  '👩‍👩‍👧‍👦',
  '👩‍👩‍👧',
  '🇬🇧',
  '🇬🇧🇫🇷',
  '👍🏽',
  '👍',
  'שלום',
  'שָׁלוֹם',
  'مرحبا',
  'हिन्दी',
  '각',
  'don’t',
  'co-worker',
  '12.5',
);
const between = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '\n', '\n\n', '  ', ' – ', '…');

/** Words with signs and spaces between them. */
export const prose = fc
  .array(fc.tuple(word, between), { maxLength: 14 })
  .map((pairs) => pairs.map((pair) => pair.join('')).join(''));

/** A text and replacements of it, in order and apart, that cut no character in two. */
export const editedText = fc
  .tuple(
    fc.array(fc.oneof(word, between), { maxLength: 24 }),
    fc.array(fc.tuple(fc.nat(5), fc.nat(4), fc.oneof(fc.constant(''), word, prose)), {
      maxLength: 5,
    }),
  )
  .map(([pieces, steps]) => {
    const graphemes = Array.from(
      new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(pieces.join('')),
      ({ segment }) => segment,
    );
    const offsets = [0];
    for (const one of graphemes) offsets.push((offsets.at(-1) ?? 0) + one.length);
    let at = 0;
    const replacements: Replacement[] = [];
    for (const [gap, length, text] of steps) {
      const [from, to] = [at + gap, Math.min(at + gap + length, graphemes.length)];
      if (from > graphemes.length) break;
      replacements.push({ start: offsets[from] ?? 0, end: offsets[to] ?? 0, text });
      at = to;
    }
    return { text: pieces.join(''), replacements };
  });

/** A range of a text by two numbers; null where the text is empty. */
export const rangeIn = (text: string, a: number, b: number) => {
  if (text.length === 0) return null;
  const start = a % text.length;
  return { start, end: start + 1 + (b % (text.length - start)) };
};
