import { type RecordKind, recordKinds } from '#shared/model/change.ts';
import { isRestingOn } from './claims.ts';
import { isKind } from './records.ts';
import type { Store } from './store.ts';
import {
  counts,
  type Dependent,
  lastSet,
  type OwnChange,
  pointers,
  type Row,
  references,
  type UndoPlan,
} from './undo-plan.ts';

/*
 * What stands in the way of what the undo of an old change set brings back: records it refers to
 * that are gone, names and places that others have taken, texts that were edited since, and codes
 * that would be nested in themselves.
 */

/** The changes whose undo brings fields back: of records that were changed or deleted. */
const restoring = (plan: UndoPlan): readonly OwnChange[] =>
  plan.changes.filter(({ operation }) => operation === 'delete' || operation === 'update');

const canBeGone = (kind: unknown): kind is RecordKind =>
  kind !== 'project' && recordKinds.some((known) => known === kind);

const currentRow = (store: Store, { kind, recordId }: OwnChange): Row =>
  store.get<Row>(`SELECT * FROM "${kind}" WHERE id = ?`, recordId) ?? {};

/** Records that would be referred to again and were deleted since. */
export const goneSince = (store: Store, plan: UndoPlan): readonly Dependent[] => {
  const declared = references(store);
  const needed = restoring(plan).flatMap((change): readonly (readonly [RecordKind, unknown])[] => {
    const row = change.before;
    const named = declared
      .filter(({ table, column }) => table === change.kind && row[column] != null)
      .map(({ column, kind }) => [kind, row[column]] as const);
    const pointer = pointers.find(({ table }) => table === change.kind);
    if (pointer === undefined || row[pointer.column] == null) return named;
    const target = row[pointer.kindColumn] ?? currentRow(store, change)[pointer.kindColumn];
    return canBeGone(target) ? [...named, [target, row[pointer.column]]] : named;
  });
  return [...Map.groupBy(needed, ([kind]) => kind)].flatMap(([kind, list]) =>
    store
      .all<{ recordId: string }>(
        `SELECT DISTINCT value AS recordId FROM json_each(?)
         WHERE NOT EXISTS (SELECT 1 FROM "${kind}" WHERE id = value)`,
        JSON.stringify(
          list.map(([, id]) => id).filter((id) => !plan.returns.get(kind)?.has(String(id))),
        ),
      )
      .map(({ recordId }): Dependent => {
        const set = lastSet(store, plan.seq, { kind, id: recordId, fields: [] });
        return { reason: 'gone', kind, recordId, fields: [], set };
      }),
  );
};

const uniqueColumns = (store: Store, kind: RecordKind): readonly (readonly string[])[] =>
  store
    .all<{ name: string }>(
      `SELECT name FROM pragma_index_list(?) WHERE "unique" = 1 AND origin = 'u'`,
      kind,
    )
    .map(({ name }) =>
      store
        .all<{ name: string }>('SELECT name FROM pragma_index_info(?)', name)
        .map((column) => column.name),
    );

/** Records that have taken a name or place which can be there once only and would come back. */
export const takenSince = (store: Store, plan: UndoPlan): readonly Dependent[] => {
  const changes = restoring(plan);
  const touched = new Set(plan.changes.map((change) => change.recordId));
  return [...new Set(changes.map((change) => change.kind))].flatMap((kind) =>
    uniqueColumns(store, kind).flatMap((columns) =>
      changes
        .filter((change) => change.kind === kind && columns.some((one) => one in change.before))
        .flatMap((change): readonly Dependent[] => {
          const row = { ...currentRow(store, change), ...change.before };
          const other = store.get<{ id: string }>(
            `SELECT id FROM "${kind}" WHERE ${columns.map((one) => `"${one}" = ?`).join(' AND ')}
             AND id <> ?`,
            ...columns.map((one) => row[one]),
            change.recordId,
          )?.id;
          // What the set itself had put there moves away again.
          if (other === undefined || touched.has(other)) return [];
          const set = lastSet(store, plan.seq, { kind, id: other, fields: columns });
          return [{ reason: 'taken', kind, recordId: other, fields: columns, set }];
        }),
    ),
  );
};

/** The kinds whose records stand at places of a text, and the fields that say where. */
const placed: readonly RecordKind[] = ['coding', 'turn', 'memo', 'passage'];
const placeFields = ['start', 'speechStart', 'end'];

const sourceOf = (store: Store, change: OwnChange): unknown => {
  const row = { ...currentRow(store, change), ...change.before };
  return change.kind === 'memo' ? row['targetId'] : row['sourceId'];
};

/** Texts edited since places in them were set that would come back. */
export const editedSince = (store: Store, plan: UndoPlan): readonly Dependent[] => {
  const sources = new Set(
    restoring(plan)
      .filter(
        ({ kind, before }) =>
          placed.includes(kind) && placeFields.some((one) => before[one] != null),
      )
      .map((change) => sourceOf(store, change)),
  );
  return store
    .all<{ recordId: string; set: number }>(
      `SELECT DISTINCT change.recordId, s.seq AS "set" FROM change
       JOIN change_set s ON s.seq = change.changeSet
       WHERE change.recordId IN (SELECT value FROM json_each(@sources)) AND change.kind = 'source_text'
       AND change.operation = 'edit' AND ${counts}`,
      { seq: plan.seq, sources: JSON.stringify([...sources]) },
    )
    .map((row) => ({ reason: 'text', kind: 'source_text', fields: [], ...row }));
};

/** Places set since in texts whose edit would be undone. */
export const placedSince = (store: Store, plan: UndoPlan): readonly Dependent[] => {
  const edited = plan.changes.filter(({ operation }) => operation === 'edit');
  if (edited.length === 0) return [];
  const ids = JSON.stringify(edited.map((change) => change.recordId));
  const inTexts = {
    coding: 'SELECT id FROM coding WHERE sourceId IN (SELECT value FROM json_each(@ids))',
    turn: 'SELECT id FROM turn WHERE sourceId IN (SELECT value FROM json_each(@ids))',
    passage: 'SELECT id FROM passage WHERE sourceId IN (SELECT value FROM json_each(@ids))',
    memo: 'SELECT id FROM memo WHERE start IS NOT NULL AND targetId IN (SELECT value FROM json_each(@ids))',
  } as const;
  return Object.entries(inTexts).flatMap(([kind, rows]) =>
    store
      .all<{ recordId: string; set: number }>(
        `SELECT DISTINCT change.recordId, s.seq AS "set" FROM (${rows}) r
         JOIN change ON change.recordId = r.id
         JOIN change_set s ON s.seq = change.changeSet
         WHERE change.kind = @kind AND ${counts} AND change.operation <> 'delete'
         AND coalesce(json_type(change.after, '$.start'), json_type(change.after, '$.end'),
           json_type(change.after, '$.speechStart')) IS NOT NULL`,
        { ids, kind, seq: plan.seq },
      )
      .map(
        (row): Dependent => ({
          reason: 'text',
          kind: kind as RecordKind,
          fields: placeFields,
          ...row,
        }),
      ),
  );
};

/** Records that were moved since into what would be nested in them. */
export const nestedSince = (store: Store, plan: UndoPlan): readonly Dependent[] =>
  (['code', 'theme'] as const).flatMap((kind) => {
    const parents = new Map(
      restoring(plan)
        .filter((change) => change.kind === kind && isKind(kind) && 'parentId' in change.before)
        .map((change) => [change.recordId, change.before['parentId'] as string | null]),
    );
    const parentOf = (id: string): string | null =>
      parents.has(id)
        ? (parents.get(id) ?? null)
        : (store.get<{ parentId: string | null }>(`SELECT parentId FROM ${kind} WHERE id = ?`, id)
            ?.parentId ?? null);
    return [...parents.keys()].flatMap((id): readonly Dependent[] => {
      const seen = new Set<string>();
      for (let at = parentOf(id); at !== null && !seen.has(at); at = parentOf(at)) seen.add(at);
      if (!seen.has(id)) return [];
      const fields = ['parentId'];
      const sets = [...seen].flatMap((recordId) => {
        const set = lastSet(store, plan.seq, { kind, id: recordId, fields });
        return set === null ? [] : [{ recordId, set }];
      });
      const last = sets.toSorted((a, b) => b.set - a.set)[0] ?? { recordId: id, set: null };
      return [{ reason: 'nested', kind, fields, ...last }];
    });
  });

/** Support that would come back although the claim it rests on has come to rest on its own claim. */
export const ringsSince = (store: Store, plan: UndoPlan): readonly Dependent[] =>
  restoring(plan)
    .filter(({ kind, before }) => kind === 'support' && before['onId'] != null)
    .flatMap((change): readonly Dependent[] => {
      const row = { ...currentRow(store, change), ...change.before };
      const [claimId, onId] = [String(row['claimId']), String(row['onId'])];
      if (row['onKind'] !== 'claim' || !isRestingOn(store, onId, claimId)) return [];
      const set = lastSet(store, plan.seq, { kind: 'claim', id: onId, fields: [] });
      return [{ reason: 'nested', kind: 'support', recordId: change.recordId, fields: [], set }];
    });
