import { z } from 'zod';
import { idSchema, nameSchema, positionSchema } from '#shared/model/id.ts';
import { timePointSchema } from '#shared/model/time-point.ts';
import { call } from './call.ts';

/** When in the study a source was made. */
export const timePointsCalls = {
  'timePoints.list': call({
    effect: 'read',
    summary: 'All time points, in their order',
    input: z.strictObject({}),
    output: z.array(timePointSchema).readonly(),
  }),
  'timePoints.create': call({
    effect: 'edit',
    summary: 'Add a time point',
    input: z.strictObject({ name: nameSchema }),
    output: timePointSchema,
  }),
  'timePoints.update': call({
    effect: 'edit',
    summary: 'Rename a time point or move it among its siblings',
    input: z.strictObject({
      id: idSchema,
      name: nameSchema.optional(),
      position: positionSchema.optional(),
    }),
    output: timePointSchema,
  }),
  'timePoints.delete': call({
    effect: 'edit',
    summary: 'Delete a time point; its sources keep everything else',
    input: z.strictObject({ id: idSchema }),
    output: z.null(),
  }),
} as const;
