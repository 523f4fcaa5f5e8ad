import { z } from 'zod';
import { idSchema, instantSchema } from './id.ts';
import { richTextSchema } from './rich-text.ts';

/** What a memo can be attached to; `project` is the reflexive journal, attached to nothing. */
export const memoTargets = ['project', 'source', 'case', 'code', 'coding', 'theme'] as const;
export const memoTargetSchema = z.enum(memoTargets);
export type MemoTarget = z.infer<typeof memoTargetSchema>;

/**
 * A rich-text note. `targetId` is null exactly when `targetKind` is 'project'. One on a source can
 * stand at a place of it: the half-open range `[start, end)` in UTF-16 code units, else null.
 * `day` is the day that an entry of the journal is about, as its writer dates it; else null.
 */
export const memoSchema = z.object({
  id: idSchema,
  targetKind: memoTargetSchema,
  targetId: idSchema.nullable(),
  title: z.string().max(200),
  body: richTextSchema,
  coderId: idSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  start: z.int().min(0).nullable(),
  end: z.int().min(1).nullable(),
  day: z.iso.date().nullable(),
});
export type Memo = Readonly<z.infer<typeof memoSchema>>;

/**
 * A memo as lists show it, without its body: the first of its words, and what it is on.
 * `on` is the name of that record, '' for the journal; `quote` the words of a coding or a place.
 */
export const memoRowSchema = memoSchema.omit({ body: true }).extend({
  excerpt: z.string(),
  on: z.string(),
  /** The colour of the code that it is on, or whose coding it is on. */
  colour: z.int().nullable(),
  /** The source that it is on, or whose coding it is on. */
  sourceId: idSchema.nullable(),
  quote: z.string().nullable(),
});
export type MemoRow = Readonly<z.infer<typeof memoRowSchema>>;
