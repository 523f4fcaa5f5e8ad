import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Reading } from '#shared/model/pack-check.ts';
import { findJargon } from '#shared/text/jargon.ts';
import { unitsIn } from '#shared/text/units.ts';

/** British advice for public writing is sentences of 15 to 20 words. */
const longSentence = 20;
/** A sentence that asks for a reader older than this is shown; health leaflets aim at 9 to 11. */
const hardAge = 14;
/** Below this a formula says more about chance than about the text. */
const fewestWords = 10;
/** Children begin school at five in grade 0 (kindergarten) of the American formula. */
const ageAtGradeZero = 5;

type Counts = Parameters<typeof fleschKincaid>[0];

/** The Flesch-Kincaid grade (Kincaid et al. 1975) as the age of a reader in years, at least 5. */
const ageOf = (counts: Counts): number =>
  Math.max(ageAtGradeZero, Math.round(fleschKincaid(counts) + ageAtGradeZero));

const wordsIn = (text: string): readonly string[] =>
  unitsIn(text, { start: 0, end: text.length }, 'word')
    .map(({ start, end }) => text.slice(start, end))
    .filter((word) => /\p{L}/u.test(word));

const syllablesOf = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);

/**
 * How hard a text is to read, with the sentences and the words to look at. The formula counts
 * syllables and words of English; it knows nothing of sense.
 */
export const readingOf = (
  text: string,
  themeId: string | null,
  ownWords: ReadonlySet<string>,
): Reading => {
  const sentences = unitsIn(text, { start: 0, end: text.length }, 'sentence').map(
    ({ start, end }) => {
      const sentence = text.slice(start, end);
      const words = wordsIn(sentence);
      return { text: sentence, words: words.length, syllables: syllablesOf(words) };
    },
  );
  const words = sentences.reduce((sum, each) => sum + each.words, 0);
  const syllables = sentences.reduce((sum, each) => sum + each.syllables, 0);
  const counts = { sentence: Math.max(1, sentences.length), word: words, syllable: syllables };
  return {
    themeId,
    age: words < fewestWords ? null : ageOf(counts),
    words,
    sentences: sentences.flatMap((each) => {
      const alone = { sentence: 1, word: each.words, syllable: each.syllables };
      const isHard = each.words >= 5 && ageOf(alone) > hardAge;
      if (each.words <= longSentence && !isHard) return [];
      const why = each.words > longSentence ? ('long' as const) : ('hard' as const);
      return [{ text: each.text, words: each.words, why }];
    }),
    jargon: findJargon(text, ownWords).map(({ words: said, plain }) => ({ words: said, plain })),
  };
};
