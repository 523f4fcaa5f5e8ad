import { Failure } from '#shared/contract/errors.ts';
import type { CheckedInput } from '#shared/contract/index.ts';
import type { Change, ChangeSet } from '#shared/model/change.ts';
import { inJson, type Store } from './store.ts';

const setColumns = `s.id, s.seq, s.coderId, c.name AS coderName, s.at, s.label, s.kind, s.inverts,
  s.state, (SELECT count(*) FROM change WHERE changeSet = s.seq) AS changes
  FROM change_set s LEFT JOIN coder c ON c.id = s.coderId`;

/** One change set by id; throws `not-found`. */
export const getChangeSet = (store: Store, id: string): ChangeSet => {
  const set = store.get<ChangeSet>(`SELECT ${setColumns} WHERE s.id = ?`, id);
  if (set === undefined) throw new Failure('not-found', undefined, { kind: 'change_set', id });
  return set;
};

/** Those of the change sets named that there are, newest first. */
export const changeSetsByIds = (store: Store, ids: readonly string[]): ChangeSet[] =>
  store.all<ChangeSet>(
    `SELECT ${setColumns} WHERE s.id IN ${inJson} ORDER BY s.seq DESC`,
    JSON.stringify(ids),
  );

// LIKE folds the case of plain letters; what would mean something in a pattern is taken as it is.
const patternsOf = (words: string): readonly string[] =>
  words
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => `%${word.replaceAll(/[\\%_]/gu, '\\$&')}%`);

/** A page of change sets, newest first, of those that pass every filter given. */
export const listChangeSets = (store: Store, input: CheckedInput<'history.list'>): ChangeSet[] => {
  const conditions: (readonly [sql: string, value: unknown])[] = [];
  const where = (sql: string, value: unknown): void => {
    if (value !== undefined) conditions.push([sql, value]);
  };
  where('s.seq < ?', input.before);
  where('s.coderId = ?', input.coderId);
  where('s.at >= ?', input.from);
  where('s.at < ?', input.until);
  where('EXISTS (SELECT 1 FROM change WHERE changeSet = s.seq AND kind = ?)', input.kind);
  for (const pattern of patternsOf(input.words ?? '')) where(`s.label LIKE ? ESCAPE '\\'`, pattern);
  const all = ['1', ...conditions.map(([sql]) => sql)].join(' AND ');
  return store.all<ChangeSet>(
    `SELECT ${setColumns} WHERE ${all} ORDER BY s.seq DESC LIMIT ?`,
    ...conditions.map(([, value]) => value),
    input.limit,
  );
};

/**
 * The changes of a set, at most `limit`, with their contents parsed: edits of texts first, codings
 * and turns that were only changed last, since a text that is edited moves thousands; else in order.
 */
export const listChanges = (store: Store, id: string, limit: number): Change[] =>
  store
    .all<Omit<Change, 'before' | 'after'> & { before: string | null; after: string | null }>(
      `SELECT seq, kind, recordId, operation, before, after FROM change
       WHERE changeSet = (SELECT seq FROM change_set WHERE id = ?)
       ORDER BY CASE WHEN kind = 'source_text' THEN 0
         WHEN operation = 'update' AND kind IN ('coding', 'turn') THEN 2 ELSE 1 END, seq
       LIMIT ?`,
      id,
      limit,
    )
    .map((row) => ({
      ...row,
      before: row.before === null ? null : (JSON.parse(row.before) as Change['before']),
      after: row.after === null ? null : (JSON.parse(row.after) as Change['after']),
    }));
