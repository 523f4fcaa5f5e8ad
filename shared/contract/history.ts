import { z } from 'zod';
import {
  changeSchema,
  changeSetSchema,
  recordKindSchema,
  versionSchema,
} from '#shared/model/change.ts';
import { idSchema, instantSchema } from '#shared/model/id.ts';
import { call } from './call.ts';

/** The kinds of record whose words have versions to look at and to restore. */
const versionedKindSchema = z.enum(['code', 'theme', 'memo']);
export type VersionedKind = z.infer<typeof versionedKindSchema>;

/** The change record: what was done, by whom, when; undo and redo. */
export const historyCalls = {
  'history.list': call({
    effect: 'read',
    summary:
      'Change sets, newest first, before the given sequence number; of one coder, of one kind of record, in a stretch of time, with all of the words in their names',
    input: z.strictObject({
      before: z.int().optional(),
      limit: z.int().min(1).max(1000).default(100),
      coderId: idSchema.optional(),
      kind: recordKindSchema.optional(),
      /** From this instant on, and before that one. */
      from: instantSchema.optional(),
      until: instantSchema.optional(),
      words: z.string().max(200).optional(),
    }),
    output: z.array(changeSetSchema).readonly(),
  }),
  'history.get': call({
    effect: 'read',
    summary: 'The change sets named that there are, newest first',
    input: z.strictObject({ ids: z.array(idSchema).max(1000) }),
    output: z.array(changeSetSchema).readonly(),
  }),
  'history.changes': call({
    effect: 'read',
    summary: 'The changes of one change set, what says most first',
    input: z.strictObject({ id: idSchema, limit: z.int().min(1).max(1000).default(200) }),
    output: z.array(changeSchema).readonly(),
  }),
  'history.ofRecord': call({
    effect: 'read',
    summary:
      'The versions of a code, theme or memo, newest first, before the given sequence number; steps that only put it elsewhere in the order are none',
    input: z.strictObject({
      kind: versionedKindSchema,
      id: idSchema,
      before: z.int().optional(),
      limit: z.int().min(1).max(1000).default(100),
    }),
    output: z.array(versionSchema).readonly(),
  }),
  'history.restore': call({
    effect: 'edit',
    summary:
      'Give a code, theme or memo the words (and the colour) that it had after a change set; it stays where it is',
    input: z.strictObject({ kind: versionedKindSchema, id: idSchema, changeSetId: idSchema }),
    output: z.record(z.string(), z.json()),
  }),
  'history.undoSet': call({
    effect: 'session',
    summary:
      'Undo one change set, however old, as a new edit; fails with `depends` where later work builds on it (details: `changeSets`, their ids)',
    input: z.strictObject({ id: idSchema }),
    output: changeSetSchema,
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
