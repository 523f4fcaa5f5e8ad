import { z } from 'zod';
import { codeSchema } from '#shared/model/code.ts';
import { codingLevelSchema, codingSchema, segmentSchema } from '#shared/model/coding.ts';
import { idSchema } from '#shared/model/id.ts';
import { call } from './call.ts';

const place = {
  sourceId: idSchema,
  start: codingSchema.shape.start,
  end: codingSchema.shape.end,
};

/** Codes applied to ranges of sources. Ranges are half-open, in UTF-16 code units. */
export const codingsCalls = {
  'codings.list': call({
    effect: 'read',
    summary: 'All codings of a source, by start then end',
    input: z.strictObject({ sourceId: idSchema }),
    output: z.array(codingSchema).readonly(),
  }),
  'codings.get': call({
    effect: 'read',
    summary: 'The codings named that still exist',
    input: z.strictObject({ ids: z.array(idSchema).max(5000) }),
    output: z.array(codingSchema).readonly(),
  }),
  'codings.create': call({
    effect: 'edit',
    summary:
      'Apply a code to a range as the current coder (or the one named); the same again changes nothing and answers with what is there',
    input: z.strictObject({ ...place, codeId: idSchema, coderId: idSchema.optional() }),
    output: codingSchema,
  }),
  'codings.createInVivo': call({
    effect: 'edit',
    summary: 'Create a code (or take the one of this name) and apply it, undone as one',
    input: z.strictObject({
      ...place,
      name: z.string().trim().min(1).max(200),
      parentId: idSchema.nullable().default(null),
    }),
    output: codingSchema,
  }),
  'codings.createMany': call({
    effect: 'edit',
    summary:
      'Apply codes to many ranges as the current coder, undone as one: each names one of `codes` by its place in that list; what is there already stays',
    input: z.strictObject({
      /** Codes that are there, and names: the code called so at the top of the codebook, else a new one. */
      codes: z
        .array(
          z.union([
            z.strictObject({ codeId: idSchema }),
            z.strictObject({ name: codeSchema.shape.name }),
          ]),
        )
        .min(1)
        .max(1000),
      codings: z
        .array(z.strictObject({ ...place, code: z.int().min(0) }))
        .min(1)
        .max(100_000),
      /** What is coded, as the history says it: "hits of ‘worry’". */
      what: z.string().trim().min(1).max(200).default('passages'),
    }),
    output: z.object({
      /** How many were added, and how many were there already. */
      added: z.int(),
      there: z.int(),
      codes: z.array(codeSchema).readonly(),
    }),
  }),
  'codings.resize': call({
    effect: 'edit',
    summary: 'Change the range of a coding',
    input: z.strictObject({ id: idSchema, start: place.start, end: place.end }),
    output: codingSchema,
  }),
  'codings.recode': call({
    effect: 'edit',
    summary:
      'Give codings another code, all at once; where that says the same twice, one coding is left. Answers those that now carry the code',
    input: z.strictObject({ ids: z.array(idSchema).min(1).max(100_000), codeId: idSchema }),
    output: z.array(codingSchema).readonly(),
  }),
  'codings.mark': call({
    effect: 'edit',
    summary:
      'Mark codings as important (1) or not (0), as semantic, latent or neither (null); what is not named stays',
    input: z
      .strictObject({
        ids: z.array(idSchema).min(1).max(100_000),
        important: codingSchema.shape.important.optional(),
        level: codingLevelSchema.nullable().optional(),
      })
      .refine(({ important, level }) => important !== undefined || level !== undefined, {
        message: 'Name a mark: important or level.',
      }),
    output: z.array(codingSchema).readonly(),
  }),
  'codings.delete': call({
    effect: 'edit',
    summary:
      'Remove codings; their memos go with them. Answers the codes they carried, and how many claims rested on them directly',
    input: z.strictObject({ ids: z.array(idSchema).min(1).max(100_000) }),
    output: z.object({ codeIds: z.array(idSchema).readonly(), claims: z.int() }),
  }),
  'codings.segments': call({
    effect: 'read',
    summary: 'Quotes of the codes named, by source and place, a page at a time',
    input: z.strictObject({
      codeIds: z.array(idSchema).min(1).max(10_000),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    output: z.object({ total: z.int(), segments: z.array(segmentSchema).readonly() }),
  }),
} as const;
