import { z } from 'zod';
import { changeSchema, changeSetSchema } from '#shared/model/change.ts';
import { idSchema } from '#shared/model/id.ts';
import { call } from './call.ts';

/** The change record: what was done, by whom, when; undo and redo. */
export const historyCalls = {
  'history.list': call({
    effect: 'read',
    summary: 'Change sets, newest first, before the given sequence number',
    input: z.strictObject({
      before: z.int().optional(),
      limit: z.int().min(1).max(1000).default(100),
    }),
    output: z.array(changeSetSchema).readonly(),
  }),
  'history.changes': call({
    effect: 'read',
    summary: 'The changes of one change set, what says most first',
    input: z.strictObject({ id: idSchema, limit: z.int().min(1).max(1000).default(200) }),
    output: z.array(changeSchema).readonly(),
  }),
  'history.undo': call({
    effect: 'session',
    summary: 'Undo the last change set, as a new one',
    input: z.strictObject({}),
    output: changeSetSchema,
  }),
  'history.redo': call({
    effect: 'session',
    summary: 'Redo what was undone last, as a new change set',
    input: z.strictObject({}),
    output: changeSetSchema,
  }),
} as const;
