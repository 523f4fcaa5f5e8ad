import { createHash, randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { type Change, type ChangeSet, recordKinds } from '#shared/model/change.ts';
import type { Store } from './store.ts';

const saltBytes = 16;
const digestBytes = 32;

/** A change as it stands in the file: `before` and `after` as JSON text, null where removed. */
interface StoredChange {
  readonly seq: number;
  readonly kind: Change['kind'];
  readonly recordId: string;
  readonly operation: Change['operation'];
  readonly before: string | null;
  readonly after: string | null;
  readonly seal: Buffer;
}

const digestOf = (salt: Buffer, contents: readonly (string | null)[]): Buffer => {
  const hash = createHash('sha256').update(salt);
  // Lengths keep ('ab', 'c') and ('a', 'bc') apart; -1 keeps null and '' apart.
  for (const part of contents) {
    hash.update(`${part === null ? -1 : Buffer.byteLength(part)}:`);
    if (part !== null) hash.update(part);
  }
  return hash.digest();
};

const seal = (...contents: readonly (string | null)[]): Buffer => {
  const salt = randomBytes(saltBytes);
  return Buffer.concat([salt, digestOf(salt, contents)]);
};

/**
 * Lends a connection the functions that the recording triggers call. Until `current` names a
 * change set every edit of a recorded table fails: no code path can edit without a record.
 */
export const defineRecordingFunctions = (
  database: Database.Database,
  current: () => number | null,
): void => {
  database.function('current_change_set', () => {
    const set = current();
    if (set === null) throw new Error('An edit outside a change set was stopped');
    return set;
  });
  database.function('text_sha256', { deterministic: true }, (text: unknown) =>
    createHash('sha256').update(String(text)).digest('hex'),
  );
  database.function('seal', { varargs: true }, (...contents: unknown[]) =>
    seal(...(contents as (string | null)[])),
  );
};

const record = (kind: string, operation: string, values: readonly [string, string]): string => {
  const row = operation === 'delete' ? 'OLD' : 'NEW';
  return `INSERT INTO change (changeSet, kind, recordId, operation, before, after, seal)
    SELECT current_change_set(), '${kind}', ${row}.id, '${operation}', b, a,
      seal('${kind}', ${row}.id, '${operation}', b, a)
    FROM (SELECT ${values[0]} AS b, ${values[1]} AS a);`;
};

const triggersFor = (kind: string, columns: readonly string[]): string => {
  const whole = (row: string): string =>
    `json_object(${columns.map((c) => `'${c}', ${row}.${c}`).join(', ')})`;
  const differs = (c: string): string => `OLD.${c} IS NOT NEW.${c}`;
  const differing = (row: string): string =>
    `(SELECT json_group_object(k, v) FROM (${columns
      .map((c) => `SELECT '${c}' AS k, ${row}.${c} AS v WHERE ${differs(c)}`)
      .join(' UNION ALL ')}))`;
  return `
  CREATE TRIGGER record_${kind}_insert AFTER INSERT ON "${kind}" BEGIN
    ${record(kind, 'insert', ['NULL', whole('NEW')])} END;
  CREATE TRIGGER record_${kind}_update AFTER UPDATE ON "${kind}"
    WHEN ${columns.map(differs).join(' OR ')} BEGIN
    ${record(kind, 'update', [differing('OLD'), differing('NEW')])} END;
  CREATE TRIGGER record_${kind}_delete AFTER DELETE ON "${kind}" BEGIN
    ${record(kind, 'delete', [whole('OLD'), 'NULL'])} END;`;
};

// A text is recorded by its digest when it comes, by its replacements when it is edited, and a
// body that changes without naming them is refused.
const textTriggers = `
  CREATE TRIGGER record_source_text_insert AFTER INSERT ON source_text BEGIN
    ${record('source_text', 'insert', ['NULL', `json_object('id', NEW.id, 'sha256', text_sha256(NEW.body))`])} END;
  CREATE TRIGGER record_source_text_edit AFTER UPDATE ON source_text BEGIN
    SELECT RAISE(ABORT, 'A text changes only by recorded replacements')
      WHERE NEW.edit IS NULL OR NEW.edit IS OLD.edit;
    ${record('source_text', 'edit', [`json_extract(NEW.edit, '$.inverse')`, `json_extract(NEW.edit, '$.replacements')`])} END;`;

/** Writes the recording triggers anew from the tables as they are; run after every migration. */
export const rebuildTriggers = (database: Database.Database): void => {
  const old = database
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'record\\_%' ESCAPE '\\'`,
    )
    .all();
  for (const { name } of old) database.exec(`DROP TRIGGER ${name}`);
  for (const kind of recordKinds) {
    if (kind === 'source_text') continue;
    const columns = database
      .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
      .all(kind);
    database.exec(
      triggersFor(
        kind,
        columns.map((column) => column.name),
      ),
    );
  }
  database.exec(textTriggers);
};

/** What a change set is, apart from its place and its hash. */
export interface SetOpening {
  readonly kind: ChangeSet['kind'];
  readonly coderId: string | null;
  readonly inverts: string | null;
}

/** Begins a change set; answers its sequence number. */
export const beginSet = (store: Store, opening: SetOpening): number => {
  const seq =
    (store.get<{ last: number }>('SELECT coalesce(max(seq), 0) AS last FROM change_set')?.last ??
      0) + 1;
  store.run(
    'INSERT INTO change_set (seq, id, coderId, at, label, kind, inverts) VALUES (?, ?, ?, ?, ?, ?, ?)',
    seq,
    uuidv7(),
    opening.coderId,
    new Date().toISOString(),
    '',
    opening.kind,
    opening.inverts,
  );
  return seq;
};

interface SetRow {
  readonly seq: number;
  readonly id: string;
  readonly coderId: string | null;
  readonly at: string;
  readonly label: string;
  readonly kind: ChangeSet['kind'];
  readonly inverts: string | null;
  readonly hash: Buffer | null;
}

const chainHash = (previous: Buffer | null, set: SetRow, digests: Iterable<Buffer>): Buffer => {
  const hash = createHash('sha256').update(previous ?? Buffer.alloc(digestBytes));
  hash.update(
    JSON.stringify([set.seq, set.id, set.coderId, set.at, set.label, set.kind, set.inverts]),
  );
  for (const digest of digests) hash.update(digest);
  return hash.digest();
};

const digestsIn = (store: Store, seq: number): readonly Buffer[] =>
  store
    .all<{ seal: Buffer }>('SELECT seal FROM change WHERE changeSet = ? ORDER BY seq', seq)
    .map((row) => row.seal.subarray(-digestBytes));

/**
 * Ends a change set: names it and chains it to the one before. A set without changes leaves no
 * trace. Answers whether there was anything to record.
 */
export const endSet = (store: Store, seq: number, label: string): boolean => {
  const digests = digestsIn(store, seq);
  if (digests.length === 0) {
    store.run('DELETE FROM change_set WHERE seq = ?', seq);
    return false;
  }
  store.run('UPDATE change_set SET label = ? WHERE seq = ?', label, seq);
  const set = store.get<SetRow>('SELECT * FROM change_set WHERE seq = ?', seq);
  const previous = store.get<{ hash: Buffer }>(
    'SELECT hash FROM change_set WHERE seq < ? ORDER BY seq DESC LIMIT 1',
    seq,
  );
  if (set === undefined) throw new Error('The change set vanished while it was written');
  store.run(
    'UPDATE change_set SET hash = ? WHERE seq = ?',
    chainHash(previous?.hash ?? null, set, digests),
    seq,
  );
  return true;
};

/** The changes of a set in order, as stored. */
export const storedChanges = (store: Store, seq: number): readonly StoredChange[] =>
  store.all<StoredChange>(
    'SELECT seq, kind, recordId, operation, before, after, seal FROM change WHERE changeSet = ? ORDER BY seq',
    seq,
  );

/**
 * Verifies the whole chain: every content against its seal, every set against the one before.
 * Answers the problems found, in words; contents that were removed on purpose are none.
 */
export const verifyChain = (store: Store): readonly string[] => {
  const problems: string[] = [];
  let previous: Buffer | null = null;
  for (const set of store.all<SetRow>('SELECT * FROM change_set ORDER BY seq')) {
    const changes = storedChanges(store, set.seq);
    for (const change of changes) {
      if (change.seal.length === digestBytes) continue;
      const salt = change.seal.subarray(0, saltBytes);
      const contents = [
        change.kind,
        change.recordId,
        change.operation,
        change.before,
        change.after,
      ];
      if (!digestOf(salt, contents).equals(change.seal.subarray(saltBytes)))
        problems.push(`Change ${change.seq} ("${set.label}") was altered after it was recorded`);
    }
    const expected = chainHash(
      previous,
      set,
      changes.map((change) => change.seal.subarray(-digestBytes)),
    );
    if (set.hash === null || !expected.equals(set.hash))
      problems.push(`Change set ${set.seq} ("${set.label}") does not follow from the one before`);
    previous = set.hash;
  }
  return problems;
};
