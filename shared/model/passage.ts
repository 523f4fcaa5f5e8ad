import { z } from 'zod';
import { idSchema } from './id.ts';

/**
 * Words of a source that a memo quotes: the range `[start, end)` in UTF-16 code units, moved when
 * the text is corrected. It is empty where all of the words were taken out.
 */
export const passageSchema = z.object({
  id: idSchema,
  sourceId: idSchema,
  start: z.int().min(0),
  end: z.int().min(0),
});
export type Passage = Readonly<z.infer<typeof passageSchema>>;

/** What is quoted, as it is now: where it stands, who speaks (of which group, and when), and its words. */
export const quoteSchema = passageSchema.omit({ id: true }).extend({
  sourceName: z.string(),
  speaker: z.string().nullable(),
  pseudonym: z.string().nullable(),
  group: z.string().nullable(),
  timePoint: z.string().nullable(),
  /** The turn it begins in, counted from 1. */
  turn: z.int().min(1).nullable(),
  text: z.string(),
  /** The code, where a coding is quoted. */
  codeId: idSchema.nullable(),
});
export type Quote = Readonly<z.infer<typeof quoteSchema>>;
