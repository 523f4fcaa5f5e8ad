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
});
export type Memo = Readonly<z.infer<typeof memoSchema>>;
