import { z } from 'zod';
import { idSchema } from '#shared/model/id.ts';
import { memoRowSchema, memoSchema, memoTargetSchema } from '#shared/model/memo.ts';
import { linkKindSchema } from '#shared/text/links.ts';
import { call } from './call.ts';

const fields = memoSchema.pick({
  title: true,
  body: true,
  start: true,
  end: true,
  day: true,
}).shape;

const pageFields = {
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
};

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
  'memos.get': call({
    effect: 'read',
    summary: 'One memo with its words; null when it is no longer there',
    input: z.strictObject({ id: idSchema }),
    output: memoSchema.nullable(),
  }),
  'memos.find': call({
    effect: 'read',
    summary: 'A page of memos as lists show them, and how many there are in all',
    input: z.strictObject({
      /** Letters that title or words hold, whatever their case and accents. */
      text: z.string().max(1000).default(''),
      /** What they are on; empty for anything. */
      targetKinds: z.array(memoTargetSchema).default([]),
      /** Who wrote them; empty for anybody. */
      coderIds: z.array(idSchema).default([]),
      /** The first and the last day, as the computer's clock dates them. */
      from: z.iso.date().nullable().default(null),
      to: z.iso.date().nullable().default(null),
      order: z.enum(['newest', 'oldest', 'target']).default('newest'),
      ...pageFields,
    }),
    output: z.object({ total: z.int(), memos: z.array(memoRowSchema).readonly() }),
  }),
  'memos.journal': call({
    effect: 'read',
    summary:
      'A page of the reflexive journal, the latest day first, and how many entries there are',
    input: z.strictObject(pageFields),
    output: z.object({ total: z.int(), memos: z.array(memoSchema).readonly() }),
  }),
  'memos.mentioning': call({
    effect: 'read',
    summary: 'Memos that link to a record; for a source also those that quote its words',
    input: z.strictObject({ kind: linkKindSchema, id: idSchema }),
    output: z.array(memoRowSchema).readonly(),
  }),
  'memos.inSource': call({
    effect: 'read',
    summary: 'Memos of the codings of one source and notes at its places, in the order of the text',
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
      /** The day that an entry of the journal is about. */
      day: fields.day.default(null),
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
      /** The words that `body` came from. Where others changed them meanwhile, both changes are kept. */
      base: fields.body.optional(),
      day: fields.day.optional(),
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
