import type { Quote } from '#shared/model/passage.ts';
import { passagesIn } from '#shared/text/links.ts';
import { findRecord, insertRecord } from './records.ts';
import { inJson, type Store } from './store.ts';
import { textsOf } from './texts.ts';

type Row = Omit<Quote, 'text'>;

const turnColumns = `
  (SELECT position FROM turn t WHERE t.sourceId = p.sourceId AND t.start <= p.start
    ORDER BY t.start DESC LIMIT 1) + 1 AS turn,
  (SELECT speaker.label FROM turn t LEFT JOIN speaker ON speaker.id = t.speakerId
    WHERE t.sourceId = p.sourceId AND t.start <= p.start
    ORDER BY t.start DESC LIMIT 1) AS speaker,
  (SELECT pseudonym FROM "case" WHERE "case".id = coalesce(
    (SELECT speaker.caseId FROM turn t LEFT JOIN speaker ON speaker.id = t.speakerId
      WHERE t.sourceId = p.sourceId AND t.start <= p.start
      ORDER BY t.start DESC LIMIT 1),
    s.caseId)) AS pseudonym,
  (SELECT name FROM "group" WHERE "group".id = s.groupId) AS "group",
  (SELECT name FROM time_point WHERE time_point.id = s.timePointId) AS timePoint`;

const tables = {
  coding: 'coding',
  passage: 'passage',
  memo: '(SELECT id, targetId AS sourceId, start, end FROM memo WHERE start IS NOT NULL)',
} as const;

/** The words of a coding, of a quoted passage or of the place a memo is on; undefined for none. */
export const findQuote = (
  store: Store,
  { kind, id }: { readonly kind: keyof typeof tables; readonly id: string },
): Quote | undefined => {
  const row = store.get<Row>(
    `SELECT p.sourceId, p.start, p.end, ${kind === 'coding' ? 'p.codeId' : 'NULL AS codeId'}, s.name AS sourceName, ${turnColumns}
     FROM ${tables[kind]} p JOIN source s ON s.id = p.sourceId WHERE p.id = ?`,
    id,
  );
  if (row === undefined) return undefined;
  const text = textsOf(store, [row.sourceId]).get(row.sourceId) ?? '';
  return { ...row, text: text.slice(row.start, row.end) };
};

/**
 * Keeps the places of the passages that a memo quotes. One that is known stays as it is, since it
 * has moved with its text; one that is in no source is left out, and stays words.
 */
export const keepPassages = (store: Store, richText: string): void => {
  for (const passage of passagesIn(richText)) {
    const length = findRecord(store, 'source', passage.sourceId)?.length ?? 0;
    const isPlace = passage.start < passage.end && passage.end <= length;
    if (isPlace && findRecord(store, 'passage', passage.id) === undefined)
      insertRecord(store, 'passage', passage);
  }
};

/** Deletes the places of passages in these sources; the memos keep the words. */
export const deletePassagesIn = (store: Store, sourceIds: readonly string[]): void => {
  store.run(`DELETE FROM passage WHERE sourceId IN ${inJson}`, JSON.stringify(sourceIds));
};
