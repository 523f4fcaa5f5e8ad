import { z } from 'zod';
import { recordKinds } from '#shared/model/change.ts';
import { idSchema } from '#shared/model/id.ts';
import { callErrorSchema } from './errors.ts';

/**
 * Records that were edited, by kind and id: the one signal every window refreshes from.
 * More than 2,000 ids of one kind are sent as 'all'.
 */
const changedEventSchema = z.object({
  type: z.literal('changed'),
  changeSetId: idSchema,
  label: z.string(),
  records: z.partialRecord(
    z.enum(recordKinds),
    z.union([z.array(idSchema).readonly(), z.literal('all')]),
  ),
});

/** Where a job stands: how much of `total` is done and what is being done now. */
export const jobSchema = z.object({
  id: idSchema,
  method: z.string(),
  done: z.int().min(0),
  total: z.int().min(0),
  doing: z.string(),
  state: z.enum(['running', 'finished', 'failed', 'cancelled']),
  value: z.json().optional(),
  error: callErrorSchema.optional(),
});
export type Job = Readonly<z.infer<typeof jobSchema>>;
const jobEventSchema = z.object({ type: z.literal('job'), job: jobSchema });

/** The project was opened, closed or renamed, or another coder took over: ask for its state. */
const sessionEventSchema = z.object({ type: z.literal('session') });

export const eventSchema = z.discriminatedUnion('type', [
  changedEventSchema,
  jobEventSchema,
  sessionEventSchema,
]);
export type ChangedEvent = Readonly<z.infer<typeof changedEventSchema>>;
export type EngineEvent = Readonly<z.infer<typeof eventSchema>>;
