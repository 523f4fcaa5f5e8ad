import { z } from 'zod';
import { idSchema, instantSchema } from './id.ts';

/** Whether what is coded is said outright, or read between the lines. */
export const codingLevels = ['semantic', 'latent'] as const;
export const codingLevelSchema = z.enum(codingLevels);
export type CodingLevel = z.infer<typeof codingLevelSchema>;

/**
 * One code applied to one range `[start, end)` (UTF-16 code units) of one source by one coder.
 * `important` is 1 where it was marked so, else 0; `level` is null until somebody says it.
 */
export const codingSchema = z.object({
  id: idSchema,
  sourceId: idSchema,
  codeId: idSchema,
  coderId: idSchema,
  start: z.int().min(0),
  end: z.int().min(1),
  createdAt: instantSchema,
  important: z.union([z.literal(0), z.literal(1)]),
  level: codingLevelSchema.nullable(),
});
export type Coding = Readonly<z.infer<typeof codingSchema>>;

/** A coding with the words it covers and where they stand: what a reader calls a quote. */
export const segmentSchema = codingSchema.extend({
  sourceName: z.string(),
  speaker: z.string().nullable(),
  turn: z.int().min(1).nullable(),
  text: z.string(),
});
export type Segment = Readonly<z.infer<typeof segmentSchema>>;
