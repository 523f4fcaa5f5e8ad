import type { Range } from '#shared/model/range.ts';
import type { SearchItem } from '#shared/text/search-query.ts';
import { findPhrases, type Phrase, scanWords, type Words } from '#shared/text/search-tokens.ts';
import { type IndexName, searchTerms } from './search-terms.ts';
import type { Store } from './store.ts';

/** A stretch of a text, in UTF-16 code units. */
export interface Stretch extends Range {
  readonly body: string;
}

/** A word is compared by so much of its beginning; nobody types a longer one. */
const longestWord = 200;

const wordAt = ({ body }: Stretch, words: Words, index: number): string => {
  const start = words.starts[index] ?? 0;
  return body.slice(start, Math.min(words.ends[index] ?? 0, start + longestWord));
};

/**
 * The letters that the words of single-word phrases begin with, so that others need no look: folding
 * and stemming leave the first letter in ASCII what it is, but for its case. Undefined where a
 * phrase has several words, since the words between count.
 */
const initialsOf = (phrases: readonly Phrase[]): Uint8Array | undefined => {
  if (phrases.some(({ terms }) => terms.length > 1)) return undefined;
  const initials = new Uint8Array(128);
  for (const { terms } of phrases) {
    const code = terms[0]?.charCodeAt(0) ?? 128;
    if (code >= 128) continue;
    initials[code] = 1;
    if (code >= 97 && code <= 122) initials[code - 32] = 1;
  }
  return initials;
};

/**
 * Where the items of a query stand in each of some stretches, exactly where the index knows them:
 * half-open ranges of the bodies, in UTF-16 code units.
 */
export const placesIn = (
  store: Store,
  stretches: readonly Stretch[],
  wanted: { readonly index: IndexName; readonly items: readonly SearchItem[] },
): readonly (readonly Range[])[] => {
  const { index } = wanted;
  const terms = searchTerms(store);
  const phrases = terms.phrasesOf(index, wanted.items).filter((phrase) => phrase.terms.length > 0);
  const scanning = { kindOf: terms.kindOf, wanted: initialsOf(phrases) };
  const scanned = stretches.map((stretch) => {
    const words = scanWords(stretch.body, stretch, scanning);
    return { words, forms: words.starts.map((_, at) => wordAt(stretch, words, at)) };
  });
  terms.learn(index, scanned);
  return scanned.map(({ words, forms }) =>
    findPhrases(words, phrases, (at) => terms.termOf(index, forms[at] ?? '')),
  );
};
