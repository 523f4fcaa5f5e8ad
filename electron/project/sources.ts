import type { SourceRow } from '#shared/contract/sources.ts';
import type { Source } from '#shared/model/source.ts';
import { deletePassagesIn } from './passages.ts';
import { inJson, type Store } from './store.ts';

const rowColumns = `s.*,
  (SELECT count(*) FROM turn WHERE sourceId = s.id) AS turns,
  (SELECT count(*) FROM speaker WHERE sourceId = s.id) AS speakers,
  (SELECT count(*) FROM coding WHERE sourceId = s.id) AS codings`;

/** All sources by name, with what is counted about each. */
export const listSources = (store: Store): SourceRow[] =>
  store.all<SourceRow>(`SELECT ${rowColumns} FROM source s ORDER BY s.name`);

/** The sources with these ids, by name. */
export const sourcesByIds = (store: Store, ids: readonly string[]): Source[] =>
  store.all<Source>(
    `SELECT * FROM source WHERE id IN ${inJson} ORDER BY name`,
    JSON.stringify(ids),
  );

/** The sources made from exactly these bytes (SHA-256, hex). */
export const sourcesBySha256 = (store: Store, sha256: string): Source[] =>
  store.all<Source>('SELECT * FROM source WHERE sha256 = ? ORDER BY importedAt', sha256);

/**
 * Deletes sources with their turns, speakers, codings and the memos on any of these.
 * Answers how many sources and codings went.
 */
export const deleteSources = (
  store: Store,
  ids: readonly string[],
): { sources: number; codings: number } => {
  const list = JSON.stringify(ids);
  store.run(
    `DELETE FROM memo WHERE (targetKind = 'source' AND targetId IN ${inJson})
     OR (targetKind = 'coding' AND targetId IN (SELECT id FROM coding WHERE sourceId IN ${inJson}))`,
    list,
    list,
  );
  const codings = store.run(`DELETE FROM coding WHERE sourceId IN ${inJson}`, list);
  store.run(`DELETE FROM turn WHERE sourceId IN ${inJson}`, list);
  store.run(`DELETE FROM speaker WHERE sourceId IN ${inJson}`, list);
  deletePassagesIn(store, ids);
  const sources = store.run(`DELETE FROM source WHERE id IN ${inJson}`, list);
  return { sources, codings };
};
