import { z } from 'zod';
import { idSchema } from '#shared/model/id.ts';
import { call } from './call.ts';
import { jobSchema } from './events.ts';

/** Long work under way. */
export const jobsCalls = {
  'jobs.list': call({
    effect: 'read',
    summary: 'Jobs that run now or ended lately',
    input: z.strictObject({}),
    output: z.array(jobSchema).readonly(),
  }),
  'jobs.get': call({
    effect: 'read',
    summary: 'One job, with its value or error once it has ended',
    input: z.strictObject({ id: idSchema }),
    output: jobSchema,
  }),
  'jobs.cancel': call({
    effect: 'session',
    summary: 'Ask a job to stop; what it finished stays',
    input: z.strictObject({ id: idSchema }),
    output: z.null(),
  }),
} as const;
