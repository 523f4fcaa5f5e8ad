import { z } from 'zod';
import { idSchema, instantSchema } from './id.ts';

/**
 * Two codes with similar names that somebody looked at and kept apart, so that nobody is asked
 * again. `codeId` is the smaller of the two ids, so that a pair is there only once.
 */
export const keptApartSchema = z.object({
  id: idSchema,
  codeId: idSchema,
  otherId: idSchema,
  coderId: idSchema,
  createdAt: instantSchema,
});
export type KeptApart = Readonly<z.infer<typeof keptApartSchema>>;
