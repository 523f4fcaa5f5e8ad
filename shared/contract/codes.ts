import { z } from 'zod';
import { codeSchema, codeUseSchema } from '#shared/model/code.ts';
import { idSchema, positionSchema } from '#shared/model/id.ts';
import { keptApartSchema } from '#shared/model/kept-apart.ts';
import { call } from './call.ts';

const fields = codeSchema.omit({ id: true, createdAt: true, position: true, parentId: true }).shape;

/** What deleting or merging codes takes along, said before it is done. */
const codeImpactSchema = z.object({
  codes: z.int(),
  codings: z.int(),
  sources: z.int(),
  memos: z.int(),
  themes: z.array(z.string()).readonly(),
  /** Findings, principles and planned changes that rest on these codes or their quotes. */
  claims: z.int(),
});
export type CodeImpact = Readonly<z.infer<typeof codeImpactSchema>>;

const codingIds = z.array(idSchema).max(100_000).readonly().default([]);

/** What one part of a split code is called, and what goes to it. */
const splitPartSchema = z.union([
  z.strictObject({ name: fields.name, codingIds, alsoIds: codingIds }),
  z.strictObject({ codeId: idSchema, codingIds, alsoIds: codingIds }),
]);
export type SplitPart = z.input<typeof splitPartSchema>;

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
      'Merge codes into one: codings, child codes, memos and themes go to `into`; doubled codings become one; with `keepWords` the definitions of the others are added to its own',
    input: z.strictObject({
      ids: z.array(idSchema).min(1).max(1000),
      into: idSchema,
      keepWords: z.boolean().default(false),
    }),
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
  'codes.splitInto': call({
    effect: 'edit',
    summary:
      'Split a code into several at once: each part is a new sibling (`name`) or a code that is there (`codeId`); it takes over the codings in `codingIds` and is added to those in `alsoIds`. Answers the codes of the parts',
    input: z.strictObject({
      id: idSchema,
      parts: z.array(splitPartSchema).min(1).max(50).readonly(),
    }),
    output: z.array(codeSchema).readonly(),
  }),
  'codes.oneCoder': call({
    effect: 'read',
    summary: 'The codes that only one coder has used, and who that is',
    input: z.strictObject({}),
    output: z.array(z.object({ codeId: idSchema, coderId: idSchema })).readonly(),
  }),
  'codes.similar': call({
    effect: 'read',
    summary:
      'Groups of codes whose names may mean the same, in the order of the codebook; pairs that were kept apart make none',
    input: z.strictObject({}),
    output: z.array(z.array(idSchema).readonly()).readonly(),
  }),
  'codes.keptApart': call({
    effect: 'read',
    summary: 'Pairs of codes with similar names that somebody decided to keep apart',
    input: z.strictObject({}),
    output: z.array(keptApartSchema).readonly(),
  }),
  'codes.keepApart': call({
    effect: 'edit',
    summary:
      'Keep codes with similar names apart: every pair of them, or `id` and each of the others',
    input: z.strictObject({
      ids: z.array(idSchema).min(2).max(100),
      id: idSchema.optional(),
    }),
    output: z.array(keptApartSchema).readonly(),
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
