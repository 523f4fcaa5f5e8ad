import { assertNever } from '#shared/model/assert-never.ts';
import type { Code } from '#shared/model/code.ts';
import type { Memo } from '#shared/model/memo.ts';
import type { Theme } from '#shared/model/theme.ts';
import { plainText } from '#shared/text/rich-text.ts';
import { indexable } from '#shared/text/search-tokens.ts';
import { findRecord } from './records.ts';
import { indexes } from './search-terms.ts';
import type { Store } from './store.ts';

/*
 * The full-text index, kept lazily: triggers name what is stale, and steps bring it up to date.
 * An entry's id says what it is: turns of one source stand together, in order, from a multiple of
 * `blockSize`; memos, codes and themes follow behind all of them. So the order of ids is the order
 * of results, and a kind or a source is a range of ids.
 */

const blockSize = 2 ** 24;
const firstIds = { memo: 2 ** 49, code: 2 ** 50, theme: 2 ** 51 } as const;
export type RecordKindFound = keyof typeof firstIds;
const recordKindsFound = Object.keys(firstIds) as RecordKindFound[];

type StaleKind = 'source' | RecordKindFound;

/** The ids of a kind's entries: `[first, end)`. */
export const idsOfKind = (
  kind: 'transcript' | RecordKindFound,
): { readonly first: number; readonly end: number } => {
  if (kind === 'transcript') return { first: 0, end: firstIds.memo };
  return { first: firstIds[kind], end: firstIds[kind] * 2 };
};

/** The place of a turn's entry: the block of its source, and the turn's index in it. */
export const placeOfEntry = (id: number): { readonly block: number; readonly index: number } => ({
  block: Math.floor(id / blockSize),
  index: id % blockSize,
});

/** The id of the first entry of a source's block. */
export const firstOfBlock = (block: number): number => block * blockSize;

/** The words of a memo, code or theme, one field after another; undefined when it is gone. */
export const wordsOfRecord = (
  store: Store,
  kind: RecordKindFound,
  id: string,
): string | undefined => {
  switch (kind) {
    case 'memo': {
      const memo: Memo | undefined = findRecord(store, 'memo', id);
      return memo && `${memo.title}\n${plainText(memo.body)}`;
    }
    case 'code': {
      const code: Code | undefined = findRecord(store, 'code', id);
      if (code === undefined) return undefined;
      const { name, definition, inclusion, exclusion, typicalExample, nearMiss } = code;
      return [name, definition, inclusion, exclusion, typicalExample, nearMiss].join('\n');
    }
    case 'theme': {
      const theme: Theme | undefined = findRecord(store, 'theme', id);
      if (theme === undefined) return undefined;
      const { name, concept, boundaries, summary, narrative } = theme;
      return [name, concept, boundaries, summary, plainText(narrative)].join('\n');
    }
    default:
      return assertNever(kind);
  }
};

interface Entry {
  readonly id: number;
  readonly kind: string;
  readonly recordId: string;
  readonly sourceId: string | null;
}

const addEntry = (store: Store, entry: Entry, text: string): void => {
  const words = indexable(text);
  store.run(
    'INSERT INTO search_entry (id, kind, recordId, sourceId) VALUES (?, ?, ?, ?)',
    entry.id,
    entry.kind,
    entry.recordId,
    entry.sourceId,
  );
  for (const table of Object.values(indexes))
    store.run(`INSERT INTO ${table} (rowid, words) VALUES (?, ?)`, entry.id, words);
};

const dropEntries = (store: Store, column: 'sourceId' | 'recordId', id: string): void => {
  for (const table of Object.values(indexes))
    store.run(
      `DELETE FROM ${table} WHERE rowid IN (SELECT id FROM search_entry WHERE ${column} = ?)`,
      id,
    );
  store.run(`DELETE FROM search_entry WHERE ${column} = ?`, id);
};

const settle = (store: Store, kind: StaleKind, recordId: string): void => {
  store.run('DELETE FROM search_stale WHERE kind = ? AND recordId = ?', kind, recordId);
};

const indexRecord = (store: Store, kind: RecordKindFound, id: string): void => {
  const before = store.get<{ id: number }>('SELECT id FROM search_entry WHERE recordId = ?', id);
  dropEntries(store, 'recordId', id);
  const words = wordsOfRecord(store, kind, id);
  if (words !== undefined) {
    const { first, end } = idsOfKind(kind);
    const last = store.get<{ id: number | null }>(
      'SELECT max(id) AS id FROM search_entry WHERE id >= ? AND id < ?',
      first,
      end,
    );
    const next = before?.id ?? (last?.id == null ? first : last.id + 1);
    addEntry(store, { id: next, kind, recordId: id, sourceId: null }, words);
  }
  settle(store, kind, id);
};

/** A source that is indexed in part, and the last change set when that was so. */
interface Begun {
  readonly sourceId: string;
  readonly block: number;
  readonly turns: number;
  readonly seq: number;
}

const begun = new WeakMap<Store, Begun>();

/** The number of the last change set: nothing recorded has changed while it stays. */
export const lastChange = (store: Store): number =>
  store.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM change_set')?.seq ?? 0;

const blockFor = (store: Store, sourceId: string): number => {
  const own = store.get<{ id: number }>(
    'SELECT min(id) AS id FROM search_entry WHERE sourceId = ?',
    sourceId,
  );
  if (own?.id != null) return placeOfEntry(own.id).block;
  const last = store.get<{ id: number | null }>(
    'SELECT max(id) AS id FROM search_entry WHERE id < ?',
    firstIds.memo,
  );
  return last?.id == null ? 1 : placeOfEntry(last.id).block + 1;
};

/** How many turns are indexed between two looks at the clock. */
const turnsAtOnce = 64;

interface TurnPlace {
  readonly id: string;
  readonly speechStart: number;
  readonly end: number;
}

/** Goes on with a source until it is done or the time is up; answers whether it is done. */
const indexSource = (store: Store, sourceId: string, isTimeUp: () => boolean): boolean => {
  const seq = lastChange(store);
  const before = begun.get(store);
  const goesOn = before?.sourceId === sourceId && before.seq === seq;
  const block = goesOn ? before.block : blockFor(store, sourceId);
  if (!goesOn) dropEntries(store, 'sourceId', sourceId);
  let done = goesOn ? before.turns : 0;
  const body =
    store.get<{ body: string }>('SELECT body FROM source_text WHERE id = ?', sourceId)?.body ?? '';
  for (;;) {
    const turns = store.all<TurnPlace>(
      `SELECT id, speechStart, end FROM turn WHERE sourceId = ? ORDER BY position LIMIT ? OFFSET ?`,
      sourceId,
      turnsAtOnce,
      done,
    );
    for (const { id, speechStart, end } of turns) {
      const entry = { id: firstOfBlock(block) + done, kind: 'turn', recordId: id, sourceId };
      addEntry(store, entry, body.slice(speechStart, end));
      done += 1;
    }
    if (turns.length < turnsAtOnce) break;
    if (isTimeUp()) {
      begun.set(store, { sourceId, block, turns: done, seq });
      return false;
    }
  }
  begun.delete(store);
  settle(store, 'source', sourceId);
  return true;
};

/** How many records are not indexed as they are now. */
export const countStale = (store: Store): number =>
  store.get<{ n: number }>('SELECT count(*) AS n FROM search_stale')?.n ?? 0;

const step = (store: Store, isTimeUp: () => boolean): boolean => {
  for (;;) {
    // What was begun goes first: another source in between would begin it anew.
    const next = store.get<{ kind: StaleKind; recordId: string }>(
      `SELECT kind, recordId FROM search_stale
         ORDER BY kind = 'source', recordId <> ? LIMIT 1`,
      begun.get(store)?.sourceId ?? '',
    );
    if (next === undefined) return true;
    if (next.kind !== 'source') indexRecord(store, next.kind, next.recordId);
    else if (!indexSource(store, next.recordId, isTimeUp)) return false;
    if (isTimeUp()) return countStale(store) === 0;
  }
};

/**
 * Brings the index up to date for about `budgetMs` milliseconds, in one transaction; answers whether
 * all of it is. Not to be called inside an edit. Throws SQLite's errors.
 */
export const bringIndexUpToDate = (store: Store, budgetMs: number): boolean => {
  if (countStale(store) === 0) return true;
  const until = performance.now() + budgetMs;
  const isTimeUp = (): boolean => performance.now() >= until;
  const before = begun.get(store);
  try {
    return store.transaction(() => step(store, isTimeUp));
  } catch (thrown) {
    // What was begun in this step is gone with its transaction.
    if (begun.get(store) !== before) begun.delete(store);
    throw thrown;
  }
};

/** What is wrong with the index, in words: entries of what is not stale must be those of the records. */
export const checkIndex = (store: Store): readonly string[] => {
  const records = [
    `SELECT id FROM turn WHERE sourceId NOT IN
       (SELECT recordId FROM search_stale WHERE kind = 'source')`,
    ...recordKindsFound.map(
      (kind) =>
        `SELECT id FROM ${kind} WHERE id NOT IN
           (SELECT recordId FROM search_stale WHERE kind = '${kind}')`,
    ),
  ].join(' UNION ALL ');
  const entries = `SELECT recordId AS id FROM search_entry
    WHERE coalesce(sourceId, recordId) NOT IN (SELECT recordId FROM search_stale)`;
  const wrong = store.get<{ n: number }>(
    `SELECT count(*) AS n FROM (
       SELECT * FROM (${records} EXCEPT ${entries})
       UNION ALL SELECT * FROM (${entries} EXCEPT SELECT * FROM (${records})))`,
  );
  const lost = Object.values(indexes).some(
    (table) =>
      (store.get<{ n: number }>(
        `SELECT count(*) AS n FROM search_entry e
         WHERE NOT EXISTS (SELECT 1 FROM ${table}_docsize d WHERE d.id = e.id)`,
      )?.n ?? 0) > 0,
  );
  return (wrong?.n ?? 0) > 0 || lost
    ? ['What search finds does not agree with what was said and written']
    : [];
};
