import { v7 as uuidv7 } from 'uuid';
import { findMemos, listJournal, memosMentioning } from '#electron/project/memo-lists.ts';
import { listMemos, memosInSource } from '#electron/project/memos.ts';
import { keepPassages } from '#electron/project/passages.ts';
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
import { mergeRichText } from '#shared/text/merge-rich-text.ts';
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

const refuseNoDay = ({ targetKind, day }: Pick<Memo, 'targetKind' | 'day'>): void => {
  if (day !== null && targetKind !== 'project')
    throw new Failure('bad-input', 'Only an entry of the journal has a day of its own.');
};

const nameOf = (title: string): string => (title === '' ? 'memo' : `memo ${quoted(title)}`);

export const memosHandlers: Handlers<'memos'> = {
  'memos.list': ({ project }, { targetKind, targetId }) =>
    listMemos(project.store, targetKind ?? null, targetId ?? null),
  'memos.get': ({ project }, { id }) => findRecord(project.store, 'memo', id) ?? null,
  'memos.find': ({ project }, filter) => findMemos(project.store, filter),
  'memos.journal': ({ project }, page) => listJournal(project.store, page),
  'memos.mentioning': ({ project }, link) => memosMentioning(project.store, link),
  'memos.inSource': ({ project }, { sourceId }) => memosInSource(project.store, sourceId),
  'memos.create': ({ project, label }, input) => {
    const { store, coderId } = project;
    refuseMissing(store, input.targetKind, input.targetId);
    refuseNoPlace(store, input);
    refuseNoDay(input);
    if (coderId === null) throw new Failure('conflict', 'Choose a coder first.');
    label(`Write ${nameOf(input.title)}`);
    const now = new Date().toISOString();
    const memo = { id: uuidv7(), ...input, coderId, createdAt: now, updatedAt: now };
    insertRecord(store, 'memo', memo);
    keepPassages(store, memo.body);
    return memo;
  },
  'memos.update': ({ project: { store }, label }, { base, ...change }) => {
    const memo = getRecord(store, 'memo', change.id);
    label(`Change ${nameOf(memo.title)}`);
    refuseNoDay({ targetKind: memo.targetKind, day: change.day ?? null });
    const body =
      change.body === undefined || base === undefined
        ? change.body
        : mergeRichText(base, change.body, memo.body);
    updateRecord(store, 'memo', { ...change, body, updatedAt: new Date().toISOString() });
    if (body !== undefined) keepPassages(store, body);
    return getRecord(store, 'memo', change.id);
  },
  'memos.delete': ({ project: { store }, label }, { id }) => {
    label(`Delete ${nameOf(getRecord(store, 'memo', id).title)}`);
    deleteRecord(store, 'memo', id);
    return null;
  },
};
