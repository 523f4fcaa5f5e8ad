import { Failure } from '#shared/contract/errors.ts';
import { assertNever } from '#shared/model/assert-never.ts';
import type { ChangeSet } from '#shared/model/change.ts';
import type { Replacement } from '#shared/text/replacements.ts';
import { storedChanges } from './changes.ts';
import { changedLater, madeLater, refersLater } from './dependents.ts';
import {
  editedSince,
  goneSince,
  nestedSince,
  placedSince,
  ringsSince,
  takenSince,
} from './dependents-restored.ts';
import { dependentsSentence } from './dependents-words.ts';
import { isKind } from './records.ts';
import type { Store } from './store.ts';
import { editText } from './texts.ts';
import { type Dependent, type KeptFields, keyOfRecord, planUndo } from './undo-plan.ts';

/** More sets that depend on one than this are not named by id. */
const mostNamedSets = 1000;

type Row = Readonly<Record<string, unknown>>;
type StoredChange = ReturnType<typeof storedChanges>[number];

const parse = (json: string | null): Row => {
  if (json === null)
    throw new Failure('conflict', 'What this step changed was removed from the record for good.');
  return JSON.parse(json) as Row;
};

const put = (store: Store, kind: string, row: Row): void => {
  const columns = Object.keys(row);
  store.run(
    `INSERT INTO "${kind}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...Object.values(row),
  );
};

const set = (store: Store, change: StoredChange, row: Row): void => {
  const sets = Object.keys(row).map((column) => `${column} = ?`);
  store.run(
    `UPDATE "${change.kind}" SET ${sets.join(', ')} WHERE id = ?`,
    ...Object.values(row),
    change.recordId,
  );
};

const remove = (store: Store, change: StoredChange): void => {
  store.run(`DELETE FROM "${change.kind}" WHERE id = ?`, change.recordId);
};

const apply = (store: Store, change: StoredChange, backwards: boolean): void => {
  if (!isKind(change.kind)) {
    // The words of a source outlive it, so only edits of them are turned round.
    if (change.operation !== 'edit') return;
    const replacements: unknown = parse(backwards ? change.before : change.after);
    editText(store, change.recordId, replacements as readonly Replacement[]);
    return;
  }
  const { operation } = change;
  switch (operation) {
    case 'insert':
      if (backwards) remove(store, change);
      else put(store, change.kind, parse(change.after));
      return;
    case 'delete':
      if (backwards) put(store, change.kind, parse(change.before));
      else remove(store, change);
      return;
    case 'update':
      set(store, change, parse(backwards ? change.before : change.after));
      return;
    case 'edit':
      throw new Failure('internal', 'Only texts are edited by replacements');
    default:
      assertNever(operation);
  }
};

/**
 * Applies a recorded set backwards (undo) or forwards (redo). To be called inside a change set of
 * its own, so that what it does is recorded like any other edit.
 */
export const applySet = (store: Store, seq: number, backwards: boolean): void => {
  store.database.pragma('defer_foreign_keys = ON');
  const changes = storedChanges(store, seq);
  for (const change of backwards ? changes.toReversed() : changes) apply(store, change, backwards);
};

/** What later work depends on a set, and the fields that its undo leaves as they were set since. */
const lookAhead = (store: Store, seq: number): readonly [readonly Dependent[], KeptFields] => {
  const plan = planUndo(store, seq);
  const { dependents, kept } = changedLater(store, plan);
  const others = [
    refersLater,
    goneSince,
    takenSince,
    editedSince,
    placedSince,
    nestedSince,
    ringsSince,
    madeLater,
  ].flatMap((look) => look(store, plan));
  return [[...dependents, ...others], kept];
};

const without = (json: string | null, kept: ReadonlySet<string> | undefined): string | null =>
  json === null || kept === undefined
    ? json
    : JSON.stringify(
        Object.fromEntries(Object.entries(parse(json)).filter(([field]) => !kept.has(field))),
      );

/**
 * Takes back an old set by itself, where nothing later depends on it. To be called inside a change
 * set of its own. Throws `depends`, with a sentence that says what does and the ids of those sets,
 * newest first.
 */
export const takeBack = (store: Store, seq: number): void => {
  const [dependents, kept] = lookAhead(store, seq);
  if (dependents.length > 0) {
    const sets = [...new Set(dependents.flatMap(({ set }) => (set === null ? [] : [set])))];
    const ids = store.all<{ id: string }>(
      'SELECT id FROM change_set WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq DESC',
      JSON.stringify(sets),
    );
    throw new Failure('depends', dependentsSentence(store, dependents), {
      changeSets: ids.slice(0, mostNamedSets).map(({ id }) => id),
    });
  }
  store.database.pragma('defer_foreign_keys = ON');
  for (const change of storedChanges(store, seq).toReversed()) {
    const left = kept.get(keyOfRecord(change.kind, change.recordId));
    if (change.operation !== 'update') apply(store, change, true);
    else {
      const before = without(change.before, left);
      if (before !== '{}') apply(store, { ...change, before }, true);
    }
  }
};

type SetName = Pick<ChangeSet, 'seq' | 'id' | 'label'>;

/** The set that undo would turn round: the last edit that stands. */
export const nextUndo = (store: Store): SetName | undefined =>
  store.get<SetName>(
    `SELECT seq, id, label FROM change_set WHERE state = 'done' AND kind = 'edit' AND seq > 1
     ORDER BY seq DESC LIMIT 1`,
  );

/** The set that redo would bring back: the first of those undone since the last edit. */
export const nextRedo = (store: Store): SetName | undefined =>
  store.get<SetName>(
    `SELECT seq, id, label FROM change_set WHERE state = 'undone' ORDER BY seq LIMIT 1`,
  );

const setState = (store: Store, seq: number, state: ChangeSet['state']): void => {
  store.run('UPDATE change_set SET state = ? WHERE seq = ?', state, seq);
};

/**
 * Says of the older set that an edit takes back whether it stands (the edit was undone) or not; where
 * that one takes back another itself, the other is the opposite.
 */
export const markTakenBack = (store: Store, by: number, stands: boolean): void => {
  const target = store.get<{ seq: number }>(
    `SELECT t.seq FROM change_set s JOIN change_set t ON t.id = s.inverts
     WHERE s.seq = ? AND s.kind = 'edit'`,
    by,
  );
  if (target === undefined) return;
  setState(store, target.seq, stands ? 'done' : 'taken-back');
  markTakenBack(store, target.seq, !stands);
};

/** Says that a set is undone, or done again. */
export const markSet = (store: Store, seq: number, state: 'done' | 'undone'): void => {
  setState(store, seq, state);
  markTakenBack(store, seq, state === 'undone');
};

/** A new edit makes what was undone unreachable for redo; it stays in the history. */
export const abandonUndone = (store: Store): void => {
  store.run(`UPDATE change_set SET state = 'abandoned' WHERE state = 'undone'`);
};
