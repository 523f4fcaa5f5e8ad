import { type RecordKind } from '#shared/model/change.ts';
import type { Store } from './store.ts';
import {
  counts,
  type Dependent,
  type KeptFields,
  keyOfRecord,
  type OwnChange,
  parseRow,
  passingFields,
  pointers,
  type Reference,
  references,
  type UndoPlan,
} from './undo-plan.ts';

/*
 * Later work on what an old change set did: on the same fields of the same records, and records that
 * refer to what would go. See dependents-restored.ts for what stands in the way of what comes back.
 */

interface Later {
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly operation: OwnChange['operation'];
  readonly after: string | null;
  readonly changeSet: number;
}

/** Later changes of the records that the set changed. */
const laterChanges = (store: Store, seq: number): readonly Later[] =>
  store.all<Later>(
    `SELECT later.kind, later.recordId, later.operation, later.after, later.changeSet
     FROM (SELECT DISTINCT kind, recordId FROM change WHERE changeSet = @seq) mine
     JOIN change later ON later.recordId = mine.recordId AND later.kind = mine.kind
     JOIN change_set s ON s.seq = later.changeSet
     WHERE ${counts} ORDER BY later.seq`,
    { seq },
  );

/** The fields that a change set, which are those that its undo sets back. */
const fieldsOf = ({ operation, before, after }: OwnChange): readonly string[] =>
  operation === 'edit' ? [] : Object.keys(operation === 'delete' ? before : after);

interface Changed {
  readonly dependents: readonly Dependent[];
  /** Fields that later steps set in passing: the undo leaves them. */
  readonly kept: KeptFields;
}

/** Whether a set did nothing but put records elsewhere among their siblings. */
const onlyReorders = (plan: UndoPlan): boolean =>
  plan.changes.every(
    (change) =>
      change.operation === 'update' && fieldsOf(change).every((field) => passingFields.has(field)),
  );

/** Later work on the same records: what stands in the way, and what is passed over. */
export const changedLater = (store: Store, plan: UndoPlan): Changed => {
  const mine = Map.groupBy(plan.changes, ({ kind, recordId }) => keyOfRecord(kind, recordId));
  const isOrder = onlyReorders(plan);
  const dependents: Dependent[] = [];
  const kept = new Map<string, Set<string>>();
  for (const { kind, recordId, operation, after, changeSet } of laterChanges(store, plan.seq)) {
    const key = keyOfRecord(kind, recordId);
    const base = { reason: 'changed', kind, recordId, set: changeSet } as const;
    if (operation === 'edit') dependents.push({ ...base, reason: 'text', fields: [] });
    else if (operation !== 'update') dependents.push({ ...base, fields: [] });
    else {
      const own = new Set((mine.get(key) ?? []).flatMap(fieldsOf));
      const both = Object.keys(parseRow(after)).filter((field) => own.has(field));
      const hard = isOrder ? both : both.filter((field) => !passingFields.has(field));
      if (hard.length > 0) dependents.push({ ...base, fields: hard });
      // Put back under another parent, a record needs the place that it had there.
      const left = own.has('parentId') ? both.filter((field) => field !== 'position') : both;
      kept.set(key, new Set([...(kept.get(key) ?? []), ...left]));
    }
  }
  return { dependents, kept };
};

/** The records that the set's own undo points elsewhere, so that they stand in nobody's way. */
const pointedElsewhere = (plan: UndoPlan, { table, column }: Reference): readonly string[] =>
  plan.changes.flatMap((change) =>
    change.kind === table && change.operation === 'update' && column in change.before
      ? [change.recordId]
      : [],
  );

/** The set that made a record refer to another: the last that counts, else null. */
const madeBy = `(SELECT max(change.changeSet) FROM change JOIN change_set s ON s.seq = change.changeSet
  WHERE change.recordId = r.recordId AND change.kind = @table AND ${counts}
  AND json_extract(change.after, '$.' || @column) = r.refers)`;

const referring = (
  store: Store,
  plan: UndoPlan,
  reference: Reference & { readonly condition?: string },
): readonly Dependent[] => {
  const { table, column, kind, condition = '1' } = reference;
  const goes = plan.goes.get(kind);
  if (goes === undefined) return [];
  const spared = [...(plan.goes.get(table) ?? []), ...pointedElsewhere(plan, reference)];
  return store
    .all<{ recordId: string; set: number | null }>(
      `SELECT r.recordId, ${madeBy} AS "set" FROM (
         SELECT id AS recordId, "${column}" AS refers FROM "${table}"
         WHERE "${column}" IN (SELECT value FROM json_each(@goes)) AND ${condition}
         AND id NOT IN (SELECT value FROM json_each(@spared))) r`,
      {
        table,
        column,
        seq: plan.seq,
        goes: JSON.stringify([...goes]),
        spared: JSON.stringify(spared),
      },
    )
    .map((row) => ({ reason: 'refers', kind: table, fields: [column], ...row }));
};

/** Records that refer to what would go and would themselves stay. */
export const refersLater = (store: Store, plan: UndoPlan): readonly Dependent[] => [
  ...references(store).flatMap((reference) => referring(store, plan, reference)),
  ...pointers.flatMap(({ table, column, kindColumn }) =>
    [...plan.goes.keys()].flatMap((kind) =>
      referring(store, plan, { table, column, kind, condition: `${kindColumn} = '${kind}'` }),
    ),
  ),
];

/** Steps made by a coder who would go: nobody could say any more whose they were. */
export const madeLater = (store: Store, plan: UndoPlan): readonly Dependent[] =>
  store
    .all<{ set: number; recordId: string }>(
      `SELECT s.seq AS "set", s.coderId AS recordId FROM change_set s
       WHERE ${counts} AND s.coderId IN (SELECT value FROM json_each(@coders))`,
      { seq: plan.seq, coders: JSON.stringify([...(plan.goes.get('coder') ?? [])]) },
    )
    .map((row) => ({ reason: 'made', kind: 'coder', fields: [], ...row }));
