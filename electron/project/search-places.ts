import type { Range } from '#shared/model/range.ts';
import type { SearchItem } from '#shared/text/search-query.ts';
import { findPhrases, scanWords, type Words } from '#shared/text/search-tokens.ts';
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
  // Folding and stemming leave the first letter of a word in ASCII what it is, but for its case.
  const initials = new Set(phrases.map((phrase) => phrase.terms[0]?.charCodeAt(0)));
  const mayBegin = (body: string, start: number): boolean => {
    const code = body.charCodeAt(start);
    if (code >= 128) return true;
    return initials.has(code >= 65 && code <= 90 ? code + 32 : code);
  };
  const scanned = stretches.map((stretch) => ({
    stretch,
    words: scanWords(stretch.body, stretch, terms.kindOf),
  }));
  const likely = new Set<string>();
  for (const { stretch, words } of scanned)
    for (let at = 0; at < words.count; at += 1)
      if (mayBegin(stretch.body, words.starts[at] ?? 0)) likely.add(wordAt(stretch, words, at));
  terms.learn(index, likely);
  return scanned.map(({ stretch, words }) =>
    findPhrases(words, phrases, {
      at: (word) => terms.termOf(index, wordAt(stretch, words, word)),
      mayBegin: (word) => mayBegin(stretch.body, words.starts[word] ?? 0),
    }),
  );
};
