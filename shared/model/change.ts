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
  'kept_apart',
  'relation',
  'map_place',
  'extract',
  'claim',
  'support',
  'report',
  'review_pack',
  'reply',
  'reply_item',
  'ppi_report',
] as const;
export const recordKindSchema = z.enum(recordKinds);
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

/**
 * The edits of one user action, undone together. `inverts` names the set that an undo or redo turns
 * round; an edit that names one takes back that older step alone, which is then 'taken-back'.
 */
export const changeSetSchema = z.object({
  id: idSchema,
  seq: z.int(),
  coderId: idSchema.nullable(),
  coderName: z.string().nullable(),
  at: instantSchema,
  label: z.string(),
  kind: z.enum(['edit', 'undo', 'redo']),
  inverts: idSchema.nullable(),
  state: z.enum(['done', 'undone', 'abandoned', 'taken-back']),
  changes: z.int(),
});
export type ChangeSet = Readonly<z.infer<typeof changeSetSchema>>;

/**
 * A record as one change set left it: `fields` names what was changed then, `record` is the whole
 * record afterwards (for one that was deleted, as it was last).
 */
export const versionSchema = z.object({
  changeSetId: idSchema,
  seq: z.int(),
  coderId: idSchema.nullable(),
  coderName: z.string().nullable(),
  at: instantSchema,
  label: z.string(),
  setKind: changeSetSchema.shape.kind,
  operation: z.enum(['insert', 'update', 'delete']),
  fields: z.array(z.string()).readonly(),
  record: z.record(z.string(), z.json()),
});
export type Version = Readonly<z.infer<typeof versionSchema>>;
