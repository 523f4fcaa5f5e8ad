import { z } from 'zod';
import { idSchema, instantSchema } from './id.ts';

/** One code applied to one range `[start, end)` (UTF-16 code units) of one source by one coder. */
export const codingSchema = z.object({
  id: idSchema,
  sourceId: idSchema,
  codeId: idSchema,
  coderId: idSchema,
  start: z.int().min(0),
  end: z.int().min(1),
  createdAt: instantSchema,
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
