import { z } from 'zod';
import { idSchema, nameSchema, proseSchema } from './id.ts';

/** A person, by pseudonym, that sources, speakers, attributes and measures belong to. */
export const caseSchema = z.object({
  id: idSchema,
  pseudonym: nameSchema,
  groupId: idSchema.nullable(),
  note: proseSchema,
});
export type Case = Readonly<z.infer<typeof caseSchema>>;
