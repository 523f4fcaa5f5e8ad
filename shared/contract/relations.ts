import { z } from 'zod';
import { idSchema, nameSchema } from '#shared/model/id.ts';
import { mapNodeKindSchema, relationSchema } from '#shared/model/relation.ts';
import { call } from './call.ts';

/** Labelled relations on the thematic map. */
export const relationsCalls = {
  'relations.create': call({
    effect: 'edit',
    summary: 'Relate a theme or code to another in words, such as "leads to"',
    input: z.strictObject({
      fromKind: mapNodeKindSchema,
      fromId: idSchema,
      toKind: mapNodeKindSchema,
      toId: idSchema,
      label: nameSchema,
    }),
    output: relationSchema,
  }),
  'relations.update': call({
    effect: 'edit',
    summary: 'Say in other words how a theme or code is related to another, or turn it round',
    input: z.strictObject({
      id: idSchema,
      label: nameSchema.optional(),
      reverse: z.boolean().default(false),
    }),
    output: relationSchema,
  }),
  'relations.delete': call({
    effect: 'edit',
    summary: 'Take a relation off the map',
    input: z.strictObject({ id: idSchema }),
    output: z.null(),
  }),
} as const;
