import { z } from 'zod';
import { idSchema } from '#shared/model/id.ts';
import { queryDefinitionSchema, querySchema } from '#shared/model/query.ts';
import {
  aroundSchema,
  hitsSchema,
  nearestSchema,
  retrievedSchema,
} from '#shared/model/retrieval.ts';
import { call } from './call.ts';

const fields = querySchema.pick({ name: true }).shape;

/** Retrieval: which quotes carry which codes, where, by whom; and queries that are kept. */
export const queriesCalls = {
  'queries.run': call({
    effect: 'read',
    summary: 'Which codings a query finds, by source name and place, with what they are grouped by',
    input: z.strictObject({ definition: queryDefinitionSchema.prefault({}) }),
    output: hitsSchema,
  }),
  'queries.segments': call({
    effect: 'read',
    summary: 'The words of these codings with what stands around them, in the order asked for',
    input: z.strictObject({ ids: z.array(idSchema).max(1000) }),
    output: z.array(retrievedSchema).readonly(),
  }),
  'queries.around': call({
    effect: 'read',
    summary: 'The turns that a coding stands in, with so many before and after it',
    input: z.strictObject({ id: idSchema, turns: z.int().min(0).max(100).default(2) }),
    output: aroundSchema,
  }),
  'queries.nearest': call({
    effect: 'read',
    summary:
      'Which parts of a query, as few as can be, let go of would find something; the most first',
    input: z.strictObject({ definition: queryDefinitionSchema.prefault({}) }),
    output: z.array(nearestSchema).readonly(),
  }),
  'queries.list': call({
    effect: 'read',
    summary: 'The saved queries by name',
    input: z.strictObject({}),
    output: z.array(querySchema).readonly(),
  }),
  'queries.create': call({
    effect: 'edit',
    summary: 'Save a query',
    input: z.strictObject({ name: fields.name, definition: queryDefinitionSchema }),
    output: querySchema,
  }),
  'queries.update': call({
    effect: 'edit',
    summary: 'Rename a saved query, or save another definition under its name',
    input: z.strictObject({
      id: idSchema,
      name: fields.name.optional(),
      definition: queryDefinitionSchema.optional(),
    }),
    output: querySchema,
  }),
  'queries.delete': call({
    effect: 'edit',
    summary: 'Delete a saved query',
    input: z.strictObject({ id: idSchema }),
    output: z.null(),
  }),
} as const;
