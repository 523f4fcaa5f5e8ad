import { z } from 'zod';
import { segmentSchema } from '#shared/model/coding.ts';
import { idSchema, positionSchema } from '#shared/model/id.ts';
import { themeCodeSchema, themeSchema } from '#shared/model/theme.ts';
import { themeReachSchema, uncodedSchema } from '#shared/model/theme-reach.ts';
import { call } from './call.ts';

const fields = themeSchema.omit({
  id: true,
  createdAt: true,
  position: true,
  parentId: true,
}).shape;

/** Patterns built from codes. */
export const themesCalls = {
  'themes.list': call({
    effect: 'read',
    summary: 'All themes, parents before subthemes, siblings in order',
    input: z.strictObject({}),
    output: z.array(themeSchema).readonly(),
  }),
  'themes.codes': call({
    effect: 'read',
    summary: 'Which codes stand in which themes, in order',
    input: z.strictObject({}),
    output: z.array(themeCodeSchema).readonly(),
  }),
  'themes.create': call({
    effect: 'edit',
    summary: 'Add a candidate theme',
    input: z.strictObject({
      name: fields.name,
      parentId: idSchema.nullable().default(null),
      position: positionSchema.optional(),
      concept: fields.concept.default(''),
      boundaries: fields.boundaries.default(''),
      narrative: fields.narrative.default(''),
      summary: fields.summary.default(''),
      status: fields.status.default('candidate'),
      retiredReason: fields.retiredReason.default(''),
    }),
    output: themeSchema,
  }),
  'themes.update': call({
    effect: 'edit',
    summary: 'Change a theme',
    input: z.strictObject({
      id: idSchema,
      name: fields.name.optional(),
      concept: fields.concept.optional(),
      boundaries: fields.boundaries.optional(),
      narrative: fields.narrative.optional(),
      summary: fields.summary.optional(),
      status: fields.status.optional(),
      retiredReason: fields.retiredReason.optional(),
    }),
    output: themeSchema,
  }),
  'themes.move': call({
    effect: 'edit',
    summary: 'Move a theme under another (null: the top) at a position',
    input: z.strictObject({
      id: idSchema,
      parentId: idSchema.nullable(),
      position: positionSchema.optional(),
    }),
    output: themeSchema,
  }),
  'themes.delete': call({
    effect: 'edit',
    summary:
      'Delete a theme with its subthemes; the codes stay in the codebook. Answers how many claims rested on them directly',
    input: z.strictObject({ id: idSchema }),
    output: z.object({ claims: z.int() }),
  }),
  'themes.merge': call({
    effect: 'edit',
    summary:
      'Merge themes into another: codes, how extracts fit, subthemes, memos and what rests on them move, their words go behind its own',
    input: z.strictObject({
      ids: z.array(idSchema).min(1).max(1000),
      into: idSchema,
      keepWords: z.boolean().default(true),
    }),
    output: themeSchema,
  }),
  'themes.split': call({
    effect: 'edit',
    summary:
      'Make a new candidate theme beside this one and give it some of its codes, with how their extracts fit',
    input: z.strictObject({
      id: idSchema,
      name: fields.name,
      codeIds: z.array(idSchema).min(1).max(10_000),
    }),
    output: themeSchema,
  }),
  'themes.addCode': call({
    effect: 'edit',
    summary: 'Put a code into a theme at a position; already there, it moves',
    input: z.strictObject({
      themeId: idSchema,
      codeId: idSchema,
      position: positionSchema.optional(),
    }),
    output: themeCodeSchema,
  }),
  'themes.removeCode': call({
    effect: 'edit',
    summary: 'Take a code out of a theme; it stays in the codebook',
    input: z.strictObject({ themeId: idSchema, codeId: idSchema }),
    output: z.null(),
  }),
  'themes.moveCode': call({
    effect: 'edit',
    summary: 'Move a code from one theme to another, undone as one',
    input: z.strictObject({
      codeId: idSchema,
      fromThemeId: idSchema,
      toThemeId: idSchema,
      position: positionSchema.optional(),
    }),
    output: themeCodeSchema,
  }),
  'themes.reach': call({
    effect: 'read',
    summary: 'How many extracts of a theme and its subthemes each case and group has; 0: silent',
    input: z.strictObject({ id: idSchema }),
    output: themeReachSchema,
  }),
  'themes.uncoded': call({
    effect: 'read',
    summary:
      'What is said beside the extracts of a theme and carries no code, by source and place, a page at a time',
    input: z.strictObject({
      id: idSchema,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    output: z.object({ total: z.int(), stretches: z.array(uncodedSchema).readonly() }),
  }),
  'themes.segments': call({
    effect: 'read',
    summary: 'The quotes behind a theme and its subthemes, a page at a time',
    input: z.strictObject({
      themeId: idSchema,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    output: z.object({ total: z.int(), segments: z.array(segmentSchema).readonly() }),
  }),
} as const;
