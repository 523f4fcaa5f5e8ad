import type { VersionedKind } from '#shared/contract/history.ts';
import type { Version } from '#shared/model/change.ts';
import { findRecord } from './records.ts';
import type { Store } from './store.ts';

type Row = Readonly<Version['record']>;

interface ChangeRow extends Omit<Version, 'fields' | 'record'> {
  readonly before: string | null;
  readonly after: string | null;
}

/** What says nothing about a record's contents: its place in the order, and when it was saved. */
const beside: ReadonlySet<string> = new Set(['position', 'updatedAt']);

const changesOf = (store: Store, kind: VersionedKind, id: string): readonly ChangeRow[] =>
  store.all<ChangeRow>(
    `SELECT s.id AS changeSetId, s.seq, s.coderId, coder.name AS coderName, s.at, s.label,
       s.kind AS setKind, change.operation, change.before, change.after
     FROM change JOIN change_set s ON s.seq = change.changeSet
     LEFT JOIN coder ON coder.id = s.coderId
     WHERE change.recordId = ? AND change.kind = ? ORDER BY change.seq DESC`,
    id,
    kind,
  );

const parse = (json: string | null): Row => (json === null ? {} : (JSON.parse(json) as Row));

/**
 * The versions of a record, newest first: what it was after each change set that touched more than
 * its place in the order. Read backwards from the record as it is, since a change holds only what
 * it changed; where contents were removed on purpose, the versions before that are not known and
 * not told.
 */
export const versionsOf = (store: Store, kind: VersionedKind, id: string): readonly Version[] => {
  const versions: Version[] = [];
  let record: Row = findRecord(store, kind, id) ?? {};
  for (const { before, after, ...change } of changesOf(store, kind, id)) {
    if (before === null && after === null) break;
    const [old, now] = [parse(before), parse(after)];
    const deleted = change.operation === 'delete';
    if (deleted) record = old;
    const fields = Object.keys(deleted ? old : now).filter((field) => !beside.has(field));
    // A set can touch a record more than once; what it left is its last change of it.
    const last = versions.at(-1);
    if (last !== undefined && last.seq === change.seq)
      versions[versions.length - 1] = {
        ...last,
        operation: change.operation === 'insert' ? 'insert' : last.operation,
        fields: [...new Set([...last.fields, ...fields])],
      };
    else if (fields.length > 0) versions.push({ ...change, fields, record });
    if (change.operation === 'update') record = { ...record, ...old };
  }
  return versions;
};
