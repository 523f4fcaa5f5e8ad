import { z } from 'zod';
import { idSchema } from './id.ts';

/** What the checks of the chain of evidence look for. */
export const orphanChecks = [
  'claim without quote',
  'theme without extracts',
  'theme carried by one person',
  'code without theme',
] as const;
const orphanCheckSchema = z.enum(orphanChecks);
export type OrphanCheck = z.infer<typeof orphanCheckSchema>;

/** A record where the chain of evidence is broken or thin, and why it is said to be. */
export const orphanSchema = z.object({
  check: orphanCheckSchema,
  kind: z.enum(['claim', 'theme', 'code']),
  id: idSchema,
  name: z.string(),
  why: z.string(),
});
export type Orphan = Readonly<z.infer<typeof orphanSchema>>;
