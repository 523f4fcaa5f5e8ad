import { deflateSync, inflateSync } from 'node:zlib';
import { Failure } from '#shared/contract/errors.ts';
import { applyReplacements, type Replacement } from '#shared/text/replacements.ts';
import { inJson, type Store } from './store.ts';

/** The words of a source, in UTF-16 code units when counted. */
export const getText = (store: Store, sourceId: string): string => {
  const row = store.get<{ body: string }>('SELECT body FROM source_text WHERE id = ?', sourceId);
  if (row === undefined)
    throw new Failure('not-found', undefined, { kind: 'source_text', id: sourceId });
  return row.body;
};

/** The words of these sources by id, of those that are there. */
export const textsOf = (store: Store, sourceIds: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    store
      .all<{ id: string; body: string }>(
        `SELECT id, body FROM source_text WHERE id IN ${inJson}`,
        JSON.stringify(sourceIds),
      )
      .map(({ id, body }) => [id, body]),
  );

/** Stores the words of a new source; only their digest enters the change record. */
export const insertText = (store: Store, sourceId: string, body: string): void => {
  store.run('INSERT INTO source_text (id, body) VALUES (?, ?)', sourceId, body);
};

/**
 * Edits the words of a source; the replacements and their inverse enter the change record. Throws
 * `bad-input` for replacements that cut a character (a surrogate pair) in two, which no file can hold.
 */
export const editText = (
  store: Store,
  sourceId: string,
  replacements: readonly Replacement[],
): string => {
  const { text, edit } = applyReplacements(getText(store, sourceId), replacements);
  if (!text.isWellFormed())
    throw new Failure('bad-input', 'The correction would cut a character in two.');
  const marked = { ...edit, at: process.hrtime.bigint().toString() };
  store.run(
    'UPDATE source_text SET body = ?, edit = ? WHERE id = ?',
    text,
    JSON.stringify(marked),
    sourceId,
  );
  return text;
};

/** Keeps the imported bytes, compressed, under their SHA-256 (hex); the same bytes are kept once. */
export const keepOriginal = (store: Store, sha256: string, bytes: Uint8Array): void => {
  store.run(
    'INSERT INTO original (sha256, size, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    sha256,
    bytes.length,
    deflateSync(bytes),
  );
};

/** The bytes as they were imported. */
export const getOriginal = (store: Store, sha256: string): Buffer => {
  const row = store.get<{ bytes: Buffer }>('SELECT bytes FROM original WHERE sha256 = ?', sha256);
  if (row === undefined) throw new Failure('not-found', undefined, { kind: 'original', sha256 });
  return inflateSync(row.bytes);
};
