import { v7 as uuidv7 } from 'uuid';
import type { Coding, Segment } from '#shared/model/coding.ts';
import { joinCoding } from './join-codings.ts';
import { insertRecord } from './records.ts';
import { inJson, type Store } from './store.ts';

/** All codings of a source, by start then end. */
export const listCodings = (store: Store, sourceId: string): Coding[] =>
  store.all<Coding>(
    'SELECT * FROM coding WHERE sourceId = ? ORDER BY start, end, codeId',
    sourceId,
  );

/** Those of the codings named that exist. */
export const codingsByIds = (store: Store, ids: readonly string[]): Coding[] =>
  store.all<Coding>(`SELECT * FROM coding WHERE id IN ${inJson}`, JSON.stringify(ids));

/** The coding that already says exactly this, if any. */
export const findCoding = (
  store: Store,
  coding: Pick<Coding, 'sourceId' | 'start' | 'end' | 'codeId' | 'coderId'>,
): Coding | undefined =>
  store.get<Coding>(
    'SELECT * FROM coding WHERE sourceId = ? AND start = ? AND end = ? AND codeId = ? AND coderId = ?',
    coding.sourceId,
    coding.start,
    coding.end,
    coding.codeId,
    coding.coderId,
  );

/** Removes codings and the memos on them. Answers how many went. */
export const deleteCodings = (store: Store, ids: readonly string[]): number => {
  const list = JSON.stringify(ids);
  store.run(`DELETE FROM memo WHERE targetKind = 'coding' AND targetId IN ${inJson}`, list);
  return store.run(`DELETE FROM coding WHERE id IN ${inJson}`, list);
};

/** What is marked on codings; what is undefined stays as it is. */
export interface Marks {
  readonly important?: Coding['important'] | undefined;
  readonly level?: Coding['level'] | undefined;
}

/** Marks codings. */
export const markCodings = (store: Store, ids: readonly string[], marks: Marks): void => {
  const list = JSON.stringify(ids);
  const { important, level } = marks;
  if (important !== undefined)
    store.run(
      `UPDATE coding SET important = ? WHERE important <> ? AND id IN ${inJson}`,
      important,
      important,
      list,
    );
  if (level !== undefined)
    store.run(
      `UPDATE coding SET level = ? WHERE level IS NOT ? AND id IN ${inJson}`,
      level,
      level,
      list,
    );
};

/**
 * Gives codings another code. Where that would say the same twice (same place, same coder), the
 * coding that was there stays, takes over the memos and the marks, and the other goes. Answers the
 * ids of the codings that carry the code now.
 */
export const recodeCodings = (
  store: Store,
  ids: readonly string[],
  codeId: string,
): readonly string[] => {
  const left = new Set<string>();
  for (const coding of codingsByIds(store, ids)) {
    const twin = coding.codeId === codeId ? undefined : findCoding(store, { ...coding, codeId });
    left.add(twin?.id ?? coding.id);
    if (coding.codeId === codeId) continue;
    if (twin === undefined) {
      store.run('UPDATE coding SET codeId = ? WHERE id = ?', codeId, coding.id);
      continue;
    }
    store.run(
      'UPDATE coding SET important = max(important, ?), level = coalesce(level, ?) WHERE id = ?',
      coding.important,
      coding.level,
      twin.id,
    );
    joinCoding(store, { gone: coding.id, into: twin.id });
  }
  return [...left];
};

/**
 * Gives the places of these codings another code as well, by the same coder and with the same marks.
 * What is there already stays as it is.
 */
export const addToCodings = (store: Store, ids: readonly string[], codeId: string): void => {
  for (const coding of codingsByIds(store, ids)) {
    if (findCoding(store, { ...coding, codeId }) !== undefined) continue;
    const createdAt = new Date().toISOString();
    insertRecord(store, 'coding', { ...coding, id: uuidv7(), codeId, createdAt });
  }
};

/** The ids of all codings that carry any of these codes. */
export const codingIdsOfCodes = (store: Store, codeIds: readonly string[]): string[] =>
  store
    .all<{ id: string }>(`SELECT id FROM coding WHERE codeId IN ${inJson}`, JSON.stringify(codeIds))
    .map((row) => row.id);

/**
 * A page of quotes of these codes, by source name and place, and how many there are in all. Each
 * carries the turn (counted from 1) and the speaker where it starts. Texts are cut in JavaScript,
 * since offsets count UTF-16 code units, which SQLite's own functions do not.
 */
export const listSegments = (
  store: Store,
  codeIds: readonly string[],
  page: { readonly offset: number; readonly limit: number },
): { total: number; segments: Segment[] } => {
  const list = JSON.stringify(codeIds);
  const total =
    store.get<{ n: number }>(`SELECT count(*) AS n FROM coding WHERE codeId IN ${inJson}`, list)
      ?.n ?? 0;
  const rows = store.all<Omit<Segment, 'text'>>(
    `SELECT c.*, s.name AS sourceName,
      (SELECT position FROM turn t WHERE t.sourceId = c.sourceId AND t.start <= c.start
        ORDER BY t.start DESC LIMIT 1) + 1 AS turn,
      (SELECT speaker.label FROM turn t LEFT JOIN speaker ON speaker.id = t.speakerId
        WHERE t.sourceId = c.sourceId AND t.start <= c.start
        ORDER BY t.start DESC LIMIT 1) AS speaker
     FROM coding c JOIN source s ON s.id = c.sourceId
     WHERE c.codeId IN ${inJson}
     ORDER BY s.name, c.sourceId, c.start, c.end, c.id LIMIT ? OFFSET ?`,
    list,
    page.limit,
    page.offset,
  );
  const texts = new Map<string, string>();
  for (const { sourceId } of rows)
    if (!texts.has(sourceId))
      texts.set(
        sourceId,
        store.get<{ body: string }>('SELECT body FROM source_text WHERE id = ?', sourceId)?.body ??
          '',
      );
  return {
    total,
    segments: rows.map((row) => ({
      ...row,
      text: texts.get(row.sourceId)?.slice(row.start, row.end) ?? '',
    })),
  };
};
