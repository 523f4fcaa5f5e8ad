import { nearestWords } from '#shared/text/spelling.ts';
import { searchTerms } from './search-terms.ts';
import type { Store } from './store.ts';

/** How many words with the same first letter are compared, and how many are offered. */
const mostCompared = 20_000;
const offered = 5;

/** Words of the project spelt much like this one that begin with the same letter, the likeliest first. */
export const wordsNear = (store: Store, word: string): readonly string[] => {
  const terms = searchTerms(store);
  const [phrase] = terms.phrasesOf('word', [{ words: word, prefix: false }]);
  const [term] = phrase?.terms ?? [];
  if (term === undefined || phrase?.terms.length !== 1) return [];
  const [initial = ''] = term;
  return nearestWords(term, terms.beginning(initial, mostCompared), offered);
};
