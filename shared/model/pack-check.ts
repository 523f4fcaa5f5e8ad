import { z } from 'zod';
import { idSchema } from './id.ts';
import { leakSchema } from './leak.ts';

/** How hard a text is to read. `age` is a reading age in years, null for a text too short to tell. */
export const readingSchema = z.object({
  themeId: idSchema.nullable(),
  age: z.number().nullable(),
  words: z.int().min(0),
  /** The sentences to look at: long ones, and hard ones. */
  sentences: z
    .array(z.object({ text: z.string(), words: z.int(), why: z.enum(['long', 'hard']) }))
    .readonly(),
  /** Words that readers may not know; `plain` is what could be said instead. */
  jargon: z.array(z.object({ words: z.string(), plain: z.string().nullable() })).readonly(),
});
export type Reading = Readonly<z.infer<typeof readingSchema>>;

/** What is to be looked at before a pack is made. The welcome's reading has no theme. */
export const packCheckSchema = z.object({
  leaks: z.array(leakSchema).readonly(),
  readings: z.array(readingSchema).readonly(),
});
export type PackCheck = Readonly<z.infer<typeof packCheckSchema>>;
