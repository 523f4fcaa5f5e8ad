import { z } from 'zod';
import {
  claimKindSchema,
  claimSchema,
  supportKindSchema,
  supportSchema,
} from '#shared/model/claim.ts';
import { idSchema, positionSchema } from '#shared/model/id.ts';
import { call } from './call.ts';

const { statement, note } = claimSchema.shape;
const words = statement.trim().min(1, 'A statement cannot be empty');
const on = z
  .array(z.strictObject({ kind: supportKindSchema, id: idSchema }))
  .min(1)
  .max(1000)
  .readonly();

/** Findings, guiding principles and planned changes, and what they rest on. */
export const claimsCalls = {
  'claims.list': call({
    effect: 'read',
    summary: 'All findings, then guiding principles, then planned changes, each in their order',
    input: z.strictObject({}),
    output: z.array(claimSchema).readonly(),
  }),
  'claims.supports': call({
    effect: 'read',
    summary: 'What each claim rests on directly: claims, themes, codes and quotes',
    input: z.strictObject({}),
    output: z.array(supportSchema).readonly(),
  }),
  'claims.create': call({
    effect: 'edit',
    summary: 'Add a finding, a guiding principle or a planned change',
    input: z.strictObject({
      kind: claimKindSchema,
      statement: words,
      note: note.default(''),
      position: positionSchema.optional(),
    }),
    output: claimSchema,
  }),
  'claims.update': call({
    effect: 'edit',
    summary: 'Change the words of a claim, or the note on it',
    input: z.strictObject({ id: idSchema, statement: words.optional(), note: note.optional() }),
    output: claimSchema,
  }),
  'claims.move': call({
    effect: 'edit',
    summary: 'Move a claim to a position in its list, or into another list',
    input: z.strictObject({
      id: idSchema,
      kind: claimKindSchema.optional(),
      position: positionSchema.optional(),
    }),
    output: claimSchema,
  }),
  'claims.delete': call({
    effect: 'edit',
    summary:
      'Delete a claim; what it rests on stays, and what rests on it loses this support. Answers how many claims did directly',
    input: z.strictObject({ id: idSchema }),
    output: z.object({ claims: z.int() }),
  }),
  'claims.rest': call({
    effect: 'edit',
    summary: 'Say what a claim rests on, besides what it rests on already; never on itself',
    input: z.strictObject({ claimId: idSchema, on }),
    output: z.array(supportSchema).readonly(),
  }),
  'claims.unrest': call({
    effect: 'edit',
    summary: 'Take away what a claim rests on',
    input: z.strictObject({ claimId: idSchema, on }),
    output: z.null(),
  }),
} as const;
