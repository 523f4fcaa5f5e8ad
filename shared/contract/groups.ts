import { z } from 'zod';
import { groupSchema } from '#shared/model/group.ts';
import { idSchema, nameSchema, positionSchema } from '#shared/model/id.ts';
import { call } from './call.ts';

/** Who speaks in a source, for triangulation. */
export const groupsCalls = {
  'groups.list': call({
    effect: 'read',
    summary: 'All groups, in their order',
    input: z.strictObject({}),
    output: z.array(groupSchema).readonly(),
  }),
  'groups.create': call({
    effect: 'edit',
    summary: 'Add a group',
    input: z.strictObject({ name: nameSchema }),
    output: groupSchema,
  }),
  'groups.update': call({
    effect: 'edit',
    summary: 'Rename a group or move it among its siblings',
    input: z.strictObject({
      id: idSchema,
      name: nameSchema.optional(),
      position: positionSchema.optional(),
    }),
    output: groupSchema,
  }),
  'groups.delete': call({
    effect: 'edit',
    summary: 'Delete a group; its sources and cases keep everything else',
    input: z.strictObject({ id: idSchema }),
    output: z.null(),
  }),
} as const;
