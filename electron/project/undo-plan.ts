import type { RecordKind } from '#shared/model/change.ts';
import { recordKinds } from '#shared/model/change.ts';
import { storedChanges } from './changes.ts';
import type { Store } from './store.ts';

export type Row = Readonly<Record<string, unknown>>;

/** One piece of later work that undoing an old step would break. */
export interface Dependent {
  /**
   * - `changed`: a later step changed the same fields of the record (`fields`), or deleted it;
   * - `refers`: the record, made or changed later, refers to what would go;
   * - `gone`: the record is referred to by what would come back, and was deleted later;
   * - `taken`: the record has taken the name or place that would come back;
   * - `text`: the text of the source was edited after places in it were set, or the other way round;
   * - `nested`: the record was moved into what would be nested in it;
   * - `made`: the step was made by the coder that would go.
   */
  readonly reason: 'changed' | 'refers' | 'gone' | 'taken' | 'text' | 'nested' | 'made';
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly fields: readonly string[];
  /** The sequence number of the later set; null where none of those that stand says it. */
  readonly set: number | null;
}

/** Fields by which a record points at others of several kinds, which the schema cannot declare. */
export const pointers = [
  { table: 'memo', kindColumn: 'targetKind', column: 'targetId' },
  { table: 'support', kindColumn: 'onKind', column: 'onId' },
] as const;

/** One change of the set, with what it holds. */
export interface OwnChange {
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly operation: 'insert' | 'update' | 'delete' | 'edit';
  readonly before: Row;
  readonly after: Row;
}

type IdsByKind = ReadonlyMap<RecordKind, ReadonlySet<string>>;

/** The set to undo, by what undoing it does. */
export interface UndoPlan {
  readonly seq: number;
  readonly changes: readonly OwnChange[];
  /** By kind: the ids of records that would go, and of those that would come back. */
  readonly goes: IdsByKind;
  readonly returns: IdsByKind;
}

/** What a change holds, as a row; nothing where there is none. */
export const parseRow = (json: string | null): Row =>
  json === null ? {} : (JSON.parse(json) as Row);

const idsBy = (changes: readonly OwnChange[], operation: OwnChange['operation']): IdsByKind => {
  const own = Map.groupBy(
    changes.filter((change) => change.operation === operation),
    (change) => change.kind,
  );
  return new Map([...own].map(([kind, list]) => [kind, new Set(list.map((one) => one.recordId))]));
};

/** Reads a set as what undoing it would do. */
export const planUndo = (store: Store, seq: number): UndoPlan => {
  const changes = storedChanges(store, seq).map(({ kind, recordId, operation, before, after }) => ({
    kind,
    recordId,
    operation,
    before: parseRow(before),
    after: parseRow(after),
  }));
  return { seq, changes, goes: idsBy(changes, 'insert'), returns: idsBy(changes, 'delete') };
};

/**
 * SQL: whether a set `s` is after the parameter `@seq` and counts, being an edit that stands. An edit that was taken
 * back, and the one that took it back, leave nothing behind together, unless the one is from before
 * `@seq`.
 */
export const counts = `s.seq > @seq AND s.kind = 'edit' AND s.state = 'done' AND (s.inverts IS NULL
  OR (SELECT t.seq FROM change_set t WHERE t.id = s.inverts) < @seq)`;

/** Fields that steps set in passing; a later value is left as it is instead of standing in the way. */
export const passingFields: ReadonlySet<string> = new Set(['position', 'updatedAt']);

/** Fields by record (see `keyOfRecord`) that an undo leaves as later steps made them. */
export type KeptFields = ReadonlyMap<string, ReadonlySet<string>>;

/** Tells a record from those of other kinds too: a source and its text have one id. */
export const keyOfRecord = (kind: RecordKind, id: string): string => `${kind}/${id}`;

/** A column that names a record of another kind. */
export interface Reference {
  readonly table: RecordKind;
  readonly column: string;
  readonly kind: RecordKind;
}

/** Every reference that the schema declares between recorded tables. */
export const references = (store: Store): readonly Reference[] =>
  recordKinds.flatMap((table) =>
    store
      .all<{ column: string; kind: RecordKind }>(
        'SELECT "from" AS "column", "table" AS kind FROM pragma_foreign_key_list(?)',
        table,
      )
      .map((row) => ({ table, ...row })),
  );

/** The last set that counts and set one of these fields (none given: deleted it); null: none. */
export const lastSet = (
  store: Store,
  seq: number,
  what: { readonly kind: RecordKind; readonly id: string; readonly fields: readonly string[] },
): number | null =>
  store.get<{ last: number | null }>(
    `SELECT max(change.changeSet) AS last FROM change JOIN change_set s ON s.seq = change.changeSet
     WHERE change.recordId = @id AND change.kind = @kind AND ${counts}
     AND CASE WHEN change.operation = 'delete' THEN @fields = '[]' ELSE EXISTS (
       SELECT 1 FROM json_each(@fields) field
       WHERE json_type(change.after, '$.' || field.value) IS NOT NULL) END`,
    { seq, id: what.id, kind: what.kind, fields: JSON.stringify(what.fields) },
  )?.last ?? null;
