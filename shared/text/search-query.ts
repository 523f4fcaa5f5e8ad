import { characterKind, hasWords, indexable } from './search-tokens.ts';

/** A word or phrase that is looked for; with `prefix`, what begins so as well. */
export interface SearchItem {
  readonly words: string;
  readonly prefix: boolean;
}

/** What was typed, read: every one of `all` (each one or other of its items), and none of `none`. */
export interface SearchQuery {
  readonly all: readonly (readonly SearchItem[])[];
  readonly none: readonly SearchItem[];
}

/** More items than this are left out: nobody types them, and SQLite bounds a query's depth. */
const mostItems = 64;

const quotes = '"“”„«»';
const part = new RegExp(`-?[${quotes}]([^${quotes}]*)([${quotes}]|$)(\\*?)|\\S+`, 'gu');

interface Part {
  readonly words: string;
  readonly prefix: boolean;
  readonly isNot: boolean;
  readonly isQuoted: boolean;
  /** Whether it reaches to the very end of what was typed, and may not be finished. */
  readonly isLast: boolean;
}

const partsOf = (typed: string): readonly Part[] =>
  [...typed.matchAll(part)].map((match) => {
    const [whole, quoted, closing, star] = match;
    const isNot = whole.length > 1 && whole.startsWith('-');
    const isQuoted = quoted !== undefined;
    const bare = whole.slice(isNot ? 1 : 0);
    return {
      words: isQuoted ? quoted : bare.replace(/\*+$/u, ''),
      prefix: isQuoted ? star !== '' : bare.endsWith('*'),
      isNot,
      isQuoted,
      isLast: match.index + whole.length === typed.length && (!isQuoted || closing === ''),
    };
  });

const goesOn = (words: string): boolean =>
  characterKind(Array.from(words).at(-1) ?? '') === 'letter';

/**
 * Reads what a person typed: words (all of them), "phrases", prefix*, OR between alternatives,
 * -not. With `asYouType` the last word, while it is not finished, finds what begins so. Any text is
 * a query; one that names nothing to find has an empty `all`.
 */
export const parseQuery = (typed: string, asYouType: boolean): SearchQuery => {
  const all: SearchItem[][] = [];
  const none: SearchItem[] = [];
  let joins = false;
  let count = 0;
  for (const { words, prefix, isNot, isQuoted, isLast } of partsOf(typed)) {
    if (!isQuoted && !isNot && words === 'OR') {
      joins = true;
      continue;
    }
    const plain = indexable(words).trim();
    if (!hasWords(plain) || count === mostItems) continue;
    count += 1;
    const item = {
      words: plain,
      prefix: goesOn(plain) && (prefix || (asYouType && isLast && !isNot)),
    };
    const before = all.at(-1);
    if (isNot) none.push(item);
    else if (joins && before !== undefined) before.push(item);
    else all.push([item]);
    joins = false;
  }
  return { all, none };
};

const itemMatch = ({ words, prefix }: SearchItem): string =>
  `"${words.replaceAll('"', '""')}"${prefix ? '*' : ''}`;

const anyOf = (items: readonly SearchItem[]): string => `(${items.map(itemMatch).join(' OR ')})`;

/** A query in FTS5's own language, everything quoted; null where there is nothing to find. */
export const matchOf = ({ all, none }: SearchQuery): string | null => {
  if (all.length === 0) return null;
  const wanted = all.map(anyOf).join(' AND ');
  return none.length === 0 ? wanted : `(${wanted}) NOT ${anyOf(none)}`;
};
