import { v7 as uuidv7 } from 'uuid';
import { listMemos, memosInSource } from '#electron/project/memos.ts';
import {
  deleteRecord,
  findRecord,
  getRecord,
  insertRecord,
  updateRecord,
} from '#electron/project/records.ts';
import type { Store } from '#electron/project/store.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { Memo, MemoTarget } from '#shared/model/memo.ts';
import type { Handlers } from './context.ts';
import { quoted } from './words.ts';

const refuseMissing = (store: Store, kind: MemoTarget, id: string | null): void => {
  if ((kind === 'project') !== (id === null))
    throw new Failure(
      'bad-input',
      'A memo names the record it is on; one in the journal names none.',
    );
  if (kind !== 'project' && id !== null && findRecord(store, kind, id) === undefined)
    throw new Failure('not-found', undefined, { kind, id });
};

const refuseNoPlace = (
  store: Store,
  { targetKind, targetId, start, end }: Pick<Memo, 'targetKind' | 'targetId' | 'start' | 'end'>,
): void => {
  if (start === null && end === null) return;
  const length =
    targetKind === 'source' && targetId !== null
      ? getRecord(store, 'source', targetId).length
      : undefined;
  if (length === undefined || start === null || end === null || start >= end || end > length)
    throw new Failure('bad-input', 'Only a place inside the text of a source can carry a memo.');
};

const nameOf = (title: string): string => (title === '' ? 'memo' : `memo ${quoted(title)}`);

export const memosHandlers: Handlers<'memos'> = {
  'memos.list': ({ project }, { targetKind, targetId }) =>
    listMemos(project.store, targetKind ?? null, targetId ?? null),
  'memos.inSource': ({ project }, { sourceId }) => memosInSource(project.store, sourceId),
  'memos.create': ({ project, label }, input) => {
    const { store, coderId } = project;
    refuseMissing(store, input.targetKind, input.targetId);
    refuseNoPlace(store, input);
    if (coderId === null) throw new Failure('conflict', 'Choose a coder first.');
    label(`Write ${nameOf(input.title)}`);
    const now = new Date().toISOString();
    const memo = { id: uuidv7(), ...input, coderId, createdAt: now, updatedAt: now };
    insertRecord(store, 'memo', memo);
    return memo;
  },
  'memos.update': ({ project: { store }, label }, input) => {
    label(`Change ${nameOf(getRecord(store, 'memo', input.id).title)}`);
    updateRecord(store, 'memo', { ...input, updatedAt: new Date().toISOString() });
    return getRecord(store, 'memo', input.id);
  },
  'memos.delete': ({ project: { store }, label }, { id }) => {
    label(`Delete ${nameOf(getRecord(store, 'memo', id).title)}`);
    deleteRecord(store, 'memo', id);
    return null;
  },
};
