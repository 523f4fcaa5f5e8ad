import { z } from 'zod';
import { codeSchema, codeUseSchema } from '#shared/model/code.ts';
import { idSchema, positionSchema } from '#shared/model/id.ts';
import { call } from './call.ts';

const fields = codeSchema.omit({ id: true, createdAt: true, position: true, parentId: true }).shape;

/** What deleting or merging codes takes along, said before it is done. */
const codeImpactSchema = z.object({
  codes: z.int(),
  codings: z.int(),
  sources: z.int(),
  memos: z.int(),
  themes: z.array(z.string()).readonly(),
});
export type CodeImpact = Readonly<z.infer<typeof codeImpactSchema>>;

/** The codebook. Sibling codes keep the order of their positions. */
export const codesCalls = {
  'codes.list': call({
    effect: 'read',
    summary: 'All codes, parents before children, siblings in order',
    input: z.strictObject({}),
    output: z.array(codeSchema).readonly(),
  }),
  'codes.use': call({
    effect: 'read',
    summary: 'Counts of codings and sources for the codes named, or for all',
    input: z.strictObject({ ids: z.array(idSchema).max(10_000).optional() }),
    output: z.array(codeUseSchema).readonly(),
  }),
  'codes.create': call({
    effect: 'edit',
    summary: 'Add a code; its colour is chosen where none is given',
    input: z.strictObject({
      name: fields.name,
      parentId: idSchema.nullable().default(null),
      position: positionSchema.optional(),
      colour: fields.colour.optional(),
      definition: fields.definition.default(''),
      inclusion: fields.inclusion.default(''),
      exclusion: fields.exclusion.default(''),
      typicalExample: fields.typicalExample.default(''),
      nearMiss: fields.nearMiss.default(''),
    }),
    output: codeSchema,
  }),
  'codes.update': call({
    effect: 'edit',
    summary: 'Change name, colour or definition of a code',
    input: z.strictObject({
      id: idSchema,
      name: fields.name.optional(),
      colour: fields.colour.optional(),
      definition: fields.definition.optional(),
      inclusion: fields.inclusion.optional(),
      exclusion: fields.exclusion.optional(),
      typicalExample: fields.typicalExample.optional(),
      nearMiss: fields.nearMiss.optional(),
    }),
    output: codeSchema,
  }),
  'codes.move': call({
    effect: 'edit',
    summary: 'Move codes, in the order given, under a parent (null: the top) at a position',
    input: z.strictObject({
      ids: z.array(idSchema).min(1).max(10_000),
      parentId: idSchema.nullable(),
      position: positionSchema.optional(),
    }),
    output: z.array(codeSchema).readonly(),
  }),
  'codes.merge': call({
    effect: 'edit',
    summary:
      'Merge codes into one: codings, child codes, memos and themes go to `into`; doubled codings become one',
    input: z.strictObject({ ids: z.array(idSchema).min(1).max(1000), into: idSchema }),
    output: codeSchema,
  }),
  'codes.split': call({
    effect: 'edit',
    summary: 'Split a code: a new sibling takes over the codings named',
    input: z.strictObject({
      id: idSchema,
      name: fields.name,
      codingIds: z.array(idSchema).min(1).max(100_000),
    }),
    output: codeSchema,
  }),
  'codes.impact': call({
    effect: 'read',
    summary: 'What deleting these codes, with the codes nested in them, would take along',
    input: z.strictObject({ ids: z.array(idSchema).min(1).max(10_000) }),
    output: codeImpactSchema,
  }),
  'codes.delete': call({
    effect: 'edit',
    summary: 'Delete codes with the codes nested in them and all their codings',
    input: z.strictObject({ ids: z.array(idSchema).min(1).max(10_000) }),
    output: codeImpactSchema,
  }),
} as const;
