import { z } from 'zod';
import { idSchema, positionSchema } from './id.ts';

/**
 * One stretch of speech. `[start, end)` covers the turn with its label and time as typed;
 * `[speechStart, end)` is what was said. Offsets in UTF-16 code units, times in milliseconds.
 */
export const turnSchema = z.object({
  id: idSchema,
  sourceId: idSchema,
  position: positionSchema,
  start: z.int().min(0),
  speechStart: z.int().min(0),
  end: z.int().min(0),
  speakerId: idSchema.nullable(),
  startMs: z.int().min(0).nullable(),
  endMs: z.int().min(0).nullable(),
});
export type Turn = Readonly<z.infer<typeof turnSchema>>;
