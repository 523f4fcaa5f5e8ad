import {
  type Found,
  type RecordFound,
  type SearchCount,
  type SearchHit,
  type SearchQuestion,
  searchKinds,
} from '#shared/contract/search.ts';
import type { Range } from '#shared/model/range.ts';
import { inContext } from '#shared/text/context.ts';
import {
  matchOf,
  parseQuery,
  type SearchItem,
  type SearchQuery,
} from '#shared/text/search-query.ts';
import { findRecord } from './records.ts';
import { idsOfKind, placeOfEntry, type RecordKindFound, wordsOfRecord } from './search-index.ts';
import { placesIn, type Stretch } from './search-places.ts';
import { type Condition, entriesAskedFor } from './search-scope.ts';
import { type SearchSource, searchSources, sourceIdOfBlock } from './search-source.ts';
import { indexes, searchTerms } from './search-terms.ts';
import type { Store } from './store.ts';

/** Where a page of results begins and how long it is. */
export interface Page {
  /** The entry that the page before ended with. */
  readonly after: number;
  readonly limit: number;
}

/** A text of the index: a turn of a source, or the words of a record. */
export type Text =
  | { readonly entry: number; readonly source: SearchSource; readonly index: number }
  | {
      readonly entry: number;
      readonly kind: RecordKindFound;
      readonly id: string;
      readonly words: string;
    };

const recordOfEntry = (store: Store, entry: number): Text | undefined => {
  const row = store.get<{ kind: RecordKindFound; recordId: string }>(
    'SELECT kind, recordId FROM search_entry WHERE id = ?',
    entry,
  );
  const words = row && wordsOfRecord(store, row.kind, row.recordId);
  return words === undefined || row === undefined
    ? undefined
    : { entry, kind: row.kind, id: row.recordId, words };
};

/** The texts that entries stand for, without those that have gone since they were indexed. */
export const textsOfEntries = (store: Store, entries: readonly number[]): readonly Text[] => {
  const sources = searchSources(store);
  const { end } = idsOfKind('transcript');
  return entries.flatMap((entry): Text | readonly Text[] => {
    if (entry >= end) return recordOfEntry(store, entry) ?? [];
    const turn = sources.ofEntry(entry);
    return turn === undefined ? [] : { entry, source: turn.source, index: turn.index };
  });
};

/** A text as the stretch that is searched. */
export const stretchOf = (text: Text): Stretch =>
  'source' in text
    ? {
        body: text.source.body,
        start: text.source.starts[text.index] ?? 0,
        end: text.source.ends[text.index] ?? 0,
      }
    : { body: text.words, start: 0, end: text.words.length };

/** Hits of one text beyond these are not shown in context; coding all of them finds every one. */
const mostHits = 100;

const nameOf = (
  store: Store,
  kind: RecordKindFound,
  id: string,
): Pick<RecordFound, 'name' | 'target'> => {
  if (kind !== 'memo') return { name: findRecord(store, kind, id)?.name ?? '', target: null };
  const memo = findRecord(store, 'memo', id);
  return {
    name: memo?.title ?? '',
    target: memo === undefined ? null : { kind: memo.targetKind, id: memo.targetId },
  };
};

/** A text and the places in it as a result to show; null where there is none. */
export const foundIn = (store: Store, text: Text, places: readonly Range[]): Found | null => {
  if (places.length === 0) return null;
  const stretch = stretchOf(text);
  const hits = places.slice(0, mostHits).map(
    ({ start, end }): SearchHit => ({
      start,
      end,
      ...inContext(stretch.body, stretch, { start, end }),
    }),
  );
  const { entry } = text;
  if ('source' in text)
    return {
      kind: 'transcript',
      entry,
      sourceId: text.source.id,
      sourceName: text.source.name,
      turn: text.index + 1,
      speaker: text.source.speakers[text.index] ?? null,
      hits,
    };
  return { kind: text.kind, entry, id: text.id, ...nameOf(store, text.kind, text.id), hits };
};

/** Texts that a query matches, each with the places of its words. */
export interface Matches {
  readonly texts: readonly { readonly text: Text; readonly places: readonly Range[] }[];
  /** The last entry looked at, where there may be more behind it; else null. */
  readonly next: number | null;
}

type Words = Pick<SearchQuestion, 'query' | 'stems' | 'whole' | 'kinds' | 'scope'>;

const indexOf = ({ stems }: Words): keyof typeof indexes => (stems ? 'stem' : 'word');

const entriesOf = (
  store: Store,
  asked: { readonly match: string; readonly words: Words; readonly condition: Condition },
  page: Page,
): readonly number[] => {
  const table = indexes[indexOf(asked.words)];
  return store
    .all<{ rowid: number }>(
      `SELECT f.rowid AS rowid FROM ${table} f
       WHERE f.${table} MATCH ? AND f.rowid > ? AND ${asked.condition.sql}
       ORDER BY f.rowid LIMIT ?`,
      asked.match,
      page.after,
      ...asked.condition.parameters,
      page.limit,
    )
    .map(({ rowid }) => rowid);
};

/** How many words of the project an unfinished word is completed to, where nothing begins like its stem. */
const mostCompletions = 50;

/**
 * While a word is typed it can look like no stem: "worryi" is not yet "worrying", whose stem is
 * "worri". It then stands for the words of the project that begin so.
 */
const completed = (store: Store, query: SearchQuery): SearchQuery | null => {
  const last = query.all.at(-1)?.at(-1);
  if (last === undefined || !last.prefix) return null;
  const terms = searchTerms(store);
  const [phrase] = terms.phrasesOf('word', [last]);
  const [start] = phrase?.terms ?? [];
  if (phrase?.terms.length !== 1 || start === undefined) return null;
  const items = terms
    .beginning(start, mostCompletions)
    .map(({ term }): SearchItem => ({ words: term, prefix: false }));
  if (items.length === 0) return null;
  const others = query.all.at(-1)?.slice(0, -1) ?? [];
  return { ...query, all: [...query.all.slice(0, -1), [...others, ...items]] };
};

interface Asked {
  readonly query: SearchQuery;
  readonly entries: readonly number[];
}

/** A page of entries that a query matches, and the query as it was asked in the end. */
const ask = (store: Store, words: Words, page: Page): Asked => {
  const query = parseQuery(words.query, !words.whole);
  const condition = entriesAskedFor(store, words);
  const entriesFor = (read: SearchQuery, from: Page): readonly number[] => {
    const match = matchOf(read);
    return match === null || condition === null
      ? []
      : entriesOf(store, { match, words, condition }, from);
  };
  const entries = entriesFor(query, page);
  const isTyping = words.stems && query.all.at(-1)?.at(-1)?.prefix === true;
  const isNone =
    entries.length === 0 &&
    (page.after === 0 || entriesFor(query, { after: 0, limit: 1 }).length === 0);
  const wider = isTyping && isNone ? completed(store, query) : null;
  return wider === null ? { query, entries } : { query: wider, entries: entriesFor(wider, page) };
};

/** A page of the texts that have the words, in the order of the index: by kind, source and place. */
export const findWords = (store: Store, words: Words, page: Page): Matches => {
  const { query, entries } = ask(store, words, page);
  const texts = textsOfEntries(store, entries);
  const items = query.all.flat();
  const places = placesIn(store, texts.map(stretchOf), { index: indexOf(words), items });
  return {
    texts: texts.map((text, at) => ({ text, places: places[at] ?? [] })),
    next: entries.length < page.limit ? null : (entries.at(-1) ?? null),
  };
};

/** Counting stops here: beyond it, more is all that helps to know. */
const mostCounted = 20_000;

/** How many texts have the words, by kind and by source. */
export const countWords = (store: Store, words: Words): SearchCount => {
  const kinds = { transcript: 0, memo: 0, code: 0, theme: 0 };
  const { entries } = ask(store, words, { after: 0, limit: mostCounted + 1 });
  const blocks = new Map<number, number>();
  for (const entry of entries.slice(0, mostCounted)) {
    const kind = searchKinds.find((known) => entry < idsOfKind(known).end) ?? 'theme';
    kinds[kind] += 1;
    const { block } = placeOfEntry(entry);
    if (kind === 'transcript') blocks.set(block, (blocks.get(block) ?? 0) + 1);
  }
  return {
    kinds,
    sources: [...blocks].flatMap(([block, turns]) => {
      const sourceId = sourceIdOfBlock(store, block);
      return sourceId === undefined ? [] : [{ sourceId, turns }];
    }),
    more: entries.length > mostCounted,
  };
};

/** The entries of the texts asked for, in order: for what the index cannot find by itself. */
export const listEntries = (
  store: Store,
  words: Pick<SearchQuestion, 'kinds' | 'scope'>,
  page: Page,
): readonly number[] => {
  const condition = entriesAskedFor(store, words);
  if (condition === null) return [];
  return store
    .all<{ id: number }>(
      `SELECT f.rowid AS id FROM (SELECT id AS rowid FROM search_entry) f
       WHERE f.rowid > ? AND ${condition.sql} ORDER BY f.rowid LIMIT ?`,
      page.after,
      ...condition.parameters,
      page.limit,
    )
    .map(({ id }) => id);
};
