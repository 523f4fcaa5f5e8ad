import { z } from 'zod';
import { idSchema, instantSchema, nameSchema } from './id.ts';

export const sourceKinds = [
  'interview',
  'focus group',
  'stakeholder discussion',
  'session note',
  'field note',
] as const;
export const sourceKindSchema = z.enum(sourceKinds);
export type SourceKind = z.infer<typeof sourceKindSchema>;

/** One document of the study. `length` is in UTF-16 code units, `words` as a reader counts them. */
export const sourceSchema = z.object({
  id: idSchema,
  name: nameSchema,
  kind: sourceKindSchema,
  groupId: idSchema.nullable(),
  caseId: idSchema.nullable(),
  timePointId: idSchema.nullable(),
  fileName: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  sha256: z.string().length(64),
  length: z.int().min(0),
  words: z.int().min(0),
  importedAt: instantSchema,
});
export type Source = Readonly<z.infer<typeof sourceSchema>>;
