import { basename } from 'node:path';
import { Failure } from '#shared/contract/errors.ts';
import type { ChangedEvent } from '#shared/contract/events.ts';
import type { ChangeSet, RecordKind } from '#shared/model/change.ts';
import { beginSet, endSet, type SetOpening } from './changes.ts';
import { lastCoder } from './coders.ts';
import { toFailure } from './errors.ts';
import { getChangeSet } from './history.ts';
import { findRecord } from './records.ts';
import type { Store } from './store.ts';
import {
  abandonUndone,
  applySet,
  markSet,
  markTakenBack,
  nextRedo,
  nextUndo,
  takeBack,
} from './undo.ts';

/** More ids than this of one kind are announced as 'all'. */
const mostNamedIds = 2000;

/** What an edit did: its worth, and what to announce where anything was recorded. */
export interface Edited<T> {
  readonly value: T;
  readonly changed: ChangedEvent | null;
}

/** Given to the work of an edit, to name the change set that it becomes. */
export type SetLabel = (label: string) => void;

/** The open project: the one place where edits become change sets. */
export class Project {
  readonly store: Store;
  readonly path: string;
  /** Who is coding now; edits are recorded as theirs. Where undo takes the coder away, another takes over. */
  coderId: string | null = null;
  readonly #release: () => void;
  #current: number | null = null;

  constructor(store: Store, path: string, release: () => void) {
    this.store = store;
    this.path = path;
    this.#release = release;
  }

  get fileName(): string {
    return basename(this.path);
  }

  /** The set that edits are recorded under right now; null outside an edit. */
  get currentSet(): number | null {
    return this.#current;
  }

  /**
   * Runs `work` as one change set, in one transaction: everything it writes is recorded, or
   * nothing is written. Throws a Failure.
   */
  edit<T>(work: (label: SetLabel) => T): Edited<T> {
    return this.#record({ kind: 'edit', coderId: this.coderId, inverts: null }, work);
  }

  /** Undoes the last edit that stands, as a change set of its own. */
  undo(): Edited<ChangeSet> {
    const target = nextUndo(this.store);
    if (target === undefined) throw new Failure('nothing-to-undo');
    return this.#invert(target, true);
  }

  /** Brings back what was undone last, as a change set of its own. */
  redo(): Edited<ChangeSet> {
    const target = nextRedo(this.store);
    if (target === undefined) throw new Failure('nothing-to-undo', 'There is nothing to redo.');
    return this.#invert(target, false);
  }

  /**
   * Undoes one edit, however old: the last one as undo does, an older one as a new edit that takes it
   * back. Throws `depends` where later work builds on it.
   */
  undoSet(id: string): Edited<ChangeSet> {
    const target = getChangeSet(this.store, id);
    if (target.kind !== 'edit' || target.state !== 'done')
      throw new Failure('conflict', 'This step is undone already. Nothing was changed.');
    if (target.seq === 1)
      throw new Failure(
        'conflict',
        'The project began with this step, so it cannot be undone. Nothing was changed.',
      );
    const last = nextUndo(this.store);
    if (last?.id === id) return this.#invert(last, true);
    const { changed } = this.#record(
      { kind: 'edit', coderId: this.coderId, inverts: id },
      (label, seq) => {
        label(`Take back “${target.label}”`);
        takeBack(this.store, target.seq);
        markTakenBack(this.store, seq, false);
      },
    );
    this.#keepCoder();
    return { value: getChangeSet(this.store, id), changed };
  }

  /** Closes the file; SQLite folds the log into it, so that one complete file is left. */
  close(): void {
    this.store.database.close();
    this.#release();
  }

  #invert(target: Pick<ChangeSet, 'seq' | 'id' | 'label'>, backwards: boolean): Edited<ChangeSet> {
    const kind = backwards ? 'undo' : 'redo';
    const { changed } = this.#record(
      { kind, coderId: this.coderId, inverts: target.id },
      (label) => {
        label(target.label);
        applySet(this.store, target.seq, backwards);
        markSet(this.store, target.seq, backwards ? 'undone' : 'done');
      },
    );
    this.#keepCoder();
    return { value: getChangeSet(this.store, target.id), changed };
  }

  #keepCoder(): void {
    if (this.coderId === null || findRecord(this.store, 'coder', this.coderId) === undefined)
      this.coderId = lastCoder(this.store);
  }

  #record<T>(opening: SetOpening, work: (label: SetLabel, seq: number) => T): Edited<T> {
    if (this.#current !== null) throw new Error('Change sets do not nest');
    let label = '';
    try {
      return this.store.transaction(() => {
        const seq = beginSet(this.store, opening);
        this.#current = seq;
        const value = work((text) => {
          label = text;
        }, seq);
        if (!endSet(this.store, seq, label)) return { value, changed: null };
        if (label === '') throw new Error('Every edit names its change set');
        if (opening.kind === 'edit') abandonUndone(this.store);
        return { value, changed: this.#describe(seq, label) };
      });
    } catch (thrown) {
      throw toFailure(thrown);
    } finally {
      this.#current = null;
    }
  }

  #describe(seq: number, label: string): ChangedEvent {
    const ids: Partial<Record<RecordKind, Set<string>>> = {};
    for (const row of this.store.all<{ kind: RecordKind; recordId: string }>(
      'SELECT kind, recordId FROM change WHERE changeSet = ?',
      seq,
    ))
      (ids[row.kind] ??= new Set()).add(row.recordId);
    const id = this.store.get<{ id: string }>('SELECT id FROM change_set WHERE seq = ?', seq)?.id;
    const records: ChangedEvent['records'] = {};
    for (const [kind, found] of Object.entries(ids) as [RecordKind, Set<string>][])
      records[kind] = found.size > mostNamedIds ? 'all' : [...found];
    return { type: 'changed', changeSetId: id ?? '', label, records };
  }
}
