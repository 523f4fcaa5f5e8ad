import { basename } from 'node:path';
import { largestReply, readReply } from '#electron/importers/reply.ts';
import { deleteRecord, getRecord, updateRecord } from '#electron/project/records.ts';
import { findReplied, listReplied } from '#electron/project/replies.ts';
import type { Store } from '#electron/project/store.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { CheckedInput } from '#shared/contract/index.ts';
import type { ReplyImport, ReplyRefusal } from '#shared/contract/replies.ts';
import type { Replied } from '#shared/model/reply.ts';
import type { Handlers, JobContext } from './context.ts';
import { toFailure } from './failure.ts';
import { readyReply, repliedBefore, storeReply } from './reply-store.ts';
import { quoted } from './words.ts';

type File = CheckedInput<'replies.import'>['files'][number];

const nothing = (file: File, name: string): Omit<ReplyImport, 'error'> => ({
  token: file.token,
  file: name,
  status: 'refused',
  replyId: null,
  reviewer: null,
  items: 0,
  warnings: [],
});

const refusal = (
  name: string,
  { reason, message }: { readonly reason: ReplyRefusal; readonly message: string },
): ReplyImport['error'] => ({
  code: 'import-refused',
  message: `${name} ${message}`,
  details: { reason },
});

const importOne = async (context: JobContext, file: File, name: string): Promise<ReplyImport> => {
  // A file of any size may be chosen; one that is too large is never in memory.
  const bytes =
    (await context.files.size(file.token)) > largestReply
      ? new Uint8Array(largestReply + 1)
      : await context.files.read(file.token);
  const read = readReply(bytes);
  if (!read.ok) return { ...nothing(file, name), error: refusal(name, read) };
  const { store } = context.project;
  const ready = readyReply(store, read.reply);
  if ('reason' in ready) {
    const error = refusal(name, ready);
    if (ready.twin === undefined) return { ...nothing(file, name), error };
    const { id, reviewer } = ready.twin;
    return { ...nothing(file, name), status: 'duplicate', replyId: id, reviewer, error };
  }
  const warnings = repliedBefore(store, ready);
  const reply = context.edit((label) => {
    label(`Import reply of ${quoted(ready.reviewer)}`);
    return storeReply(store, ready);
  });
  return {
    ...nothing(file, name),
    status: 'imported',
    replyId: reply.id,
    reviewer: reply.reviewer,
    items: ready.answers.length,
    warnings,
    error: null,
  };
};

/** What stops the whole import, not one file. */
const stopsAll: readonly string[] = ['no-project', 'disk-full', 'project-read-only', 'cancelled'];

const getReplied = (store: Store, itemId: string): Replied => {
  const item = findReplied(store, itemId);
  if (item === undefined)
    throw new Failure('not-found', undefined, { kind: 'reply_item', id: itemId });
  return item;
};

const decideLabel = (item: Replied, outcome: Replied['outcome']): string => {
  const what = `${quoted(item.reviewer)} on ${item.themeName === null ? 'the whole' : quoted(item.themeName)}`;
  return outcome === 'open'
    ? `Open the answer of ${what} again`
    : `Decide the answer of ${what}: ${outcome}`;
};

export const repliesHandlers: Handlers<'replies'> = {
  'replies.list': ({ project }, input) => listReplied(project.store, input),
  'replies.get': ({ project }, { itemId }) => findReplied(project.store, itemId) ?? null,
  'replies.import': async (context, { files }) => {
    const results: ReplyImport[] = [];
    for (const file of files) {
      let name = basename(file.name ?? 'A file');
      try {
        name = basename(file.name ?? context.files.find(file.token).name);
        context.progress(results.length, files.length, `Reading ${name}`);
        results.push(await importOne(context, file, name));
      } catch (thrown) {
        const failure = toFailure(thrown);
        if (stopsAll.includes(failure.code)) throw failure;
        results.push({ ...nothing(file, name), error: failure.toError() });
      }
    }
    return { files: results };
  },
  'replies.add': ({ project: { store }, label }, input) => {
    const ready = readyReply(store, {
      ...input,
      answeredAt: input.answeredAt ?? new Date().toISOString(),
    });
    if ('reason' in ready) {
      const code = ready.reason === 'duplicate' ? 'conflict' : 'bad-input';
      throw new Failure(
        ready.reason === 'unknown-pack' ? 'not-found' : code,
        `This reply ${ready.message}`,
        {
          reason: ready.reason,
        },
      );
    }
    label(`Type in reply of ${quoted(ready.reviewer)}`);
    return storeReply(store, ready);
  },
  'replies.update': ({ project: { store }, label }, input) => {
    const before = getRecord(store, 'reply', input.id);
    label(
      input.reviewer !== undefined && input.reviewer !== before.reviewer
        ? `Call the reviewer ${quoted(before.reviewer)} ${quoted(input.reviewer)}`
        : `Change the role of ${quoted(before.reviewer)}`,
    );
    updateRecord(store, 'reply', input);
    return getRecord(store, 'reply', input.id);
  },
  'replies.delete': ({ project: { store }, label }, { id }) => {
    label(`Delete reply of ${quoted(getRecord(store, 'reply', id).reviewer)}`);
    deleteRecord(store, 'reply', id);
    return null;
  },
  'replies.decide': ({ project: { store }, label }, { itemId, outcome, outcomeNote }) => {
    const item = getReplied(store, itemId);
    const note = outcome === 'open' ? '' : outcomeNote.trim();
    if (outcome !== 'open' && note === '')
      throw new Failure(
        'bad-input',
        outcome === 'changed' ? 'Say what was changed.' : 'Say why nothing was changed.',
      );
    label(decideLabel(item, outcome));
    updateRecord(store, 'reply_item', {
      id: itemId,
      outcome,
      outcomeNote: note,
      // Better words for the same outcome do not move it in time.
      outcomeAt:
        outcome === 'open'
          ? null
          : outcome === item.outcome
            ? item.outcomeAt
            : new Date().toISOString(),
    });
    return getReplied(store, itemId);
  },
};
