import { z } from 'zod';
import { idSchema, instantSchema } from './id.ts';

/** The kinds of record whose edits are recorded; the names of their tables in the project file. */
export const recordKinds = [
  'project',
  'coder',
  'group',
  'time_point',
  'case',
  'source',
  'source_text',
  'speaker',
  'turn',
  'code',
  'coding',
  'memo',
  'theme',
  'theme_code',
  'attribute',
  'attribute_value',
  'query',
  'passage',
] as const;
const recordKindSchema = z.enum(recordKinds);
export type RecordKind = z.infer<typeof recordKindSchema>;

/** One recorded edit of one record, with the record before and after (null: absent, or removed). */
export const changeSchema = z.object({
  seq: z.int(),
  kind: recordKindSchema,
  recordId: idSchema,
  operation: z.enum(['insert', 'update', 'delete', 'edit']),
  before: z.json().nullable(),
  after: z.json().nullable(),
});
export type Change = Readonly<z.infer<typeof changeSchema>>;

/** The edits of one user action, undone together. `undoes` names the set an undo or redo inverts. */
export const changeSetSchema = z.object({
  id: idSchema,
  seq: z.int(),
  coderId: idSchema.nullable(),
  coderName: z.string().nullable(),
  at: instantSchema,
  label: z.string(),
  kind: z.enum(['edit', 'undo', 'redo']),
  inverts: idSchema.nullable(),
  state: z.enum(['done', 'undone', 'abandoned']),
  changes: z.int(),
});
export type ChangeSet = Readonly<z.infer<typeof changeSetSchema>>;
