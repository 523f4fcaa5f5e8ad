import type { SearchItem } from '#shared/text/search-query.ts';
import {
  type CharacterKind,
  characterKind,
  indexable,
  type Phrase,
} from '#shared/text/search-tokens.ts';
import type { Store } from './store.ts';

/** The two indexes: of stems, and of words as they stand. */
export const indexes = { stem: 'search_stem', word: 'search_word' } as const;
export type IndexName = keyof typeof indexes;

/** The tokenizers of the two indexes, as the schema has them. */
const tokenizers: Readonly<Record<IndexName, string>> = {
  stem: 'porter unicode61 remove_diacritics 2',
  word: 'unicode61 remove_diacritics 2',
};

/** Words remembered with their terms; beyond this all are forgotten and asked for again. */
const mostKnown = 200_000;

/**
 * Asks SQLite's own tokenizers what they make of words and of characters, and remembers it, so that
 * hits stand exactly where the index says there are some. Temporary tables, nothing in the project.
 */
class SearchTerms {
  readonly #store: Store;
  readonly #terms: Readonly<Record<IndexName, Map<string, string>>> = {
    stem: new Map(),
    word: new Map(),
  };
  readonly #phrases: Readonly<Record<IndexName, Map<string, readonly string[]>>> = {
    stem: new Map(),
    word: new Map(),
  };
  readonly #kinds = new Map<string, CharacterKind>();

  constructor(store: Store) {
    this.#store = store;
    for (const name of Object.keys(tokenizers) as IndexName[])
      store.database.exec(
        `CREATE VIRTUAL TABLE temp.probe_${name} USING fts5(words, tokenize='${tokenizers[name]}');
         CREATE VIRTUAL TABLE temp.probed_${name} USING fts5vocab(temp, probe_${name}, instance);`,
      );
    store.database.exec(
      'CREATE VIRTUAL TABLE temp.search_vocabulary USING fts5vocab(main, search_word, row)',
    );
  }

  /** What a character is, as both `indexable` and the tokenizers see it. */
  kindOf = (character: string): CharacterKind => {
    const known = this.#kinds.get(character);
    if (known !== undefined) return known;
    const kind = this.#askKind(character);
    this.#kinds.set(character, kind);
    return kind;
  };

  /** Asks for the terms of all words of some texts at once, which is much quicker than one by one. */
  learn(index: IndexName, texts: readonly { readonly forms: readonly string[] }[]): void {
    const known = this.#terms[index];
    const found = new Set<string>();
    for (const { forms } of texts) for (const word of forms) if (!known.has(word)) found.add(word);
    if (found.size === 0) return;
    const unknown = [...found];
    if (known.size > mostKnown) known.clear();
    // Each on a row of its own: however a word is taken apart, the next is not affected.
    const terms = this.#ask(index, unknown);
    for (const [row, word] of unknown.entries()) known.set(word, terms[row]?.join('') ?? '');
  }

  /** The term of a word as `scanWords` finds it. */
  termOf(index: IndexName, word: string): string {
    const known = this.#terms[index].get(word);
    if (known !== undefined) return known;
    this.learn(index, [{ forms: [word] }]);
    return this.#terms[index].get(word) ?? '';
  }

  /** The phrases that items of a query are to the index. */
  phrasesOf(index: IndexName, items: readonly SearchItem[]): readonly Phrase[] {
    const known = this.#phrases[index];
    const unknown = items.map(({ words }) => words).filter((words) => !known.has(words));
    if (known.size + unknown.length > mostKnown) known.clear();
    if (unknown.length > 0)
      for (const [row, terms] of this.#ask(index, unknown).entries())
        known.set(unknown[row] ?? '', terms);
    return items.map(({ words, prefix }) => ({ terms: known.get(words) ?? [], prefix }));
  }

  /** Words of the project, as the index has them, that begin so; `limit` of them in alphabetical order. */
  beginning(
    start: string,
    limit: number,
  ): readonly { readonly term: string; readonly doc: number }[] {
    return this.#store.all(
      'SELECT term, doc FROM temp.search_vocabulary WHERE term >= ? AND term < ? LIMIT ?',
      start,
      `${start}\u{10FFFF}`,
      limit,
    );
  }

  #ask(index: IndexName, texts: readonly string[]): readonly (readonly string[])[] {
    const { database } = this.#store;
    const found = texts.map((): string[] => []);
    // Written to temporary tables only, and rolled back: nothing of it reaches the disk.
    database.exec('SAVEPOINT probe');
    try {
      for (const [row, text] of texts.entries())
        this.#store.run(
          `INSERT INTO temp.probe_${index} (rowid, words) VALUES (?, ?)`,
          row,
          indexable(text),
        );
      for (const { doc, term } of this.#store.all<{ doc: number; term: string }>(
        `SELECT doc, term FROM temp.probed_${index} ORDER BY doc, offset`,
      ))
        found[doc]?.push(term);
    } finally {
      database.exec('ROLLBACK TO probe; RELEASE probe');
    }
    return found;
  }

  #askKind(character: string): CharacterKind {
    const guess = characterKind(character);
    if (guess === 'mark') return guess;
    const [terms] = this.#ask('word', [`a${character}a`]);
    const isSpace = terms?.length === 2 && terms[0] === 'a' && terms[1] === 'a';
    if (isSpace) return 'space';
    return guess === 'single' ? 'single' : 'letter';
  }
}

const known = new WeakMap<Store, SearchTerms>();

/** The terms of an open project. */
export const searchTerms = (store: Store): SearchTerms => {
  let terms = known.get(store);
  if (terms === undefined) {
    terms = new SearchTerms(store);
    known.set(store, terms);
  }
  return terms;
};
