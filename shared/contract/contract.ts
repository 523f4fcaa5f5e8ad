import { z } from 'zod';
import { call } from './call.ts';

/** The contract about itself. */
export const contractCalls = {
  'contract.describe': call({
    effect: 'read',
    summary: 'Every call and event as JSON Schema',
    input: z.strictObject({}),
    output: z.object({
      calls: z.record(
        z.string(),
        z.object({
          effect: z.enum(['read', 'edit', 'session', 'job']),
          summary: z.string(),
          input: z.json(),
          output: z.json(),
        }),
      ),
      events: z.json(),
      errors: z.array(z.string()).readonly(),
    }),
  }),
} as const;
