import { z } from 'zod';
import { idSchema, instantSchema } from './id.ts';
import { richTextSchema } from './rich-text.ts';

/** What a memo can be attached to; `project` is the reflexive journal, attached to nothing. */
export const memoTargets = ['project', 'source', 'case', 'code', 'coding', 'theme'] as const;
export const memoTargetSchema = z.enum(memoTargets);
export type MemoTarget = z.infer<typeof memoTargetSchema>;

/** A rich-text note. `targetId` is null exactly when `targetKind` is 'project'. */
export const memoSchema = z.object({
  id: idSchema,
  targetKind: memoTargetSchema,
  targetId: idSchema.nullable(),
  title: z.string().max(200),
  body: richTextSchema,
  coderId: idSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Memo = Readonly<z.infer<typeof memoSchema>>;
