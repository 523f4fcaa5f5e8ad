import { z } from 'zod';
import { idSchema } from '#shared/model/id.ts';
import { memoSchema, memoTargetSchema } from '#shared/model/memo.ts';
import { call } from './call.ts';

const fields = memoSchema.pick({ title: true, body: true, start: true, end: true }).shape;

/** Rich-text notes attached to anything, or to the project (the reflexive journal). */
export const memosCalls = {
  'memos.list': call({
    effect: 'read',
    summary: 'Memos, newest first: all, those of one kind of record, or those of one record',
    input: z.strictObject({
      targetKind: memoTargetSchema.optional(),
      targetId: idSchema.optional(),
    }),
    output: z.array(memoSchema).readonly(),
  }),
  'memos.inSource': call({
    effect: 'read',
    summary: 'Memos of the codings of one source',
    input: z.strictObject({ sourceId: idSchema }),
    output: z.array(memoSchema).readonly(),
  }),
  'memos.create': call({
    effect: 'edit',
    summary: 'Write a memo',
    input: z.strictObject({
      targetKind: memoTargetSchema,
      targetId: idSchema.nullable().default(null),
      title: fields.title.default(''),
      body: fields.body.default(''),
      /** A place of the source that the memo is on, in UTF-16 code units. */
      start: fields.start.default(null),
      end: fields.end.default(null),
    }),
    output: memoSchema,
  }),
  'memos.update': call({
    effect: 'edit',
    summary: 'Change a memo',
    input: z.strictObject({
      id: idSchema,
      title: fields.title.optional(),
      body: fields.body.optional(),
    }),
    output: memoSchema,
  }),
  'memos.delete': call({
    effect: 'edit',
    summary: 'Delete a memo',
    input: z.strictObject({ id: idSchema }),
    output: z.null(),
  }),
} as const;
