import { z } from 'zod';
import { errorCodes } from '#shared/contract/errors.ts';
import { eventSchema } from '#shared/contract/events.ts';
import { contract, type Output } from '#shared/contract/index.ts';
import type { Handlers } from './context.ts';

type JsonValue = Output<'contract.describe'>['events'];

// Refinements that JSON Schema has no words for are left out of the description, not refused.
const asJsonSchema = (schema: z.ZodType, io: 'input' | 'output'): JsonValue =>
  JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }))) as JsonValue;

export const contractHandlers: Handlers<'contract'> = {
  'contract.describe': () => ({
    calls: Object.fromEntries(
      Object.entries(contract).map(([name, { effect, summary, input, output }]) => [
        name,
        {
          effect,
          summary,
          input: asJsonSchema(input, 'input'),
          output: asJsonSchema(output, 'output'),
        },
      ]),
    ),
    events: asJsonSchema(eventSchema, 'output'),
    errors: errorCodes,
  }),
};
