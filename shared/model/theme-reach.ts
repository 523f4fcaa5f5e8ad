import { z } from 'zod';
import { idSchema } from './id.ts';

const reachedSchema = z.object({ id: idSchema, name: z.string(), extracts: z.int().min(0) });

/**
 * Whom a theme reaches: the cases and groups that take part in the study, each with how many extracts
 * it has. Those with none are silent, which is no finding by itself. The case is that of whoever speaks, else the
 * source's; the group is the source's.
 */
export const themeReachSchema = z.object({
  cases: z.array(reachedSchema).readonly(),
  groups: z.array(reachedSchema).readonly(),
  /** Extracts that count for no case, and for no group. */
  withoutCase: z.int().min(0),
  withoutGroup: z.int().min(0),
});
export type ThemeReach = Readonly<z.infer<typeof themeReachSchema>>;
export type Reached = ThemeReach['cases'][number];

/**
 * Words that carry no code, beside an extract of a theme: in the same turn or the next one to it.
 * Offsets in UTF-16 code units; `turn` counts from 1; `codingId` is the extract that stands nearest,
 * and `side` where the words are from there.
 */
export const uncodedSchema = z.object({
  sourceId: idSchema,
  sourceName: z.string(),
  pseudonym: z.string().nullable(),
  speaker: z.string().nullable(),
  turn: z.int().min(1).nullable(),
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
  codingId: idSchema,
  side: z.enum(['before', 'after']),
});
export type Uncoded = Readonly<z.infer<typeof uncodedSchema>>;
