import { z } from 'zod';
import { idSchema, instantSchema, positionSchema, proseSchema } from './id.ts';

export const claimKinds = ['finding', 'principle', 'planned change'] as const;
export const claimKindSchema = z.enum(claimKinds);
export type ClaimKind = z.infer<typeof claimKindSchema>;

/** What the study says: a finding, a guiding principle or a planned change. */
export const claimSchema = z.object({
  id: idSchema,
  kind: claimKindSchema,
  position: positionSchema,
  statement: z.string().min(1).max(2000),
  note: proseSchema,
  createdAt: instantSchema,
});
export type Claim = Readonly<z.infer<typeof claimSchema>>;

export const supportKinds = ['theme', 'code', 'coding', 'claim'] as const;
export const supportKindSchema = z.enum(supportKinds);
export type SupportKind = z.infer<typeof supportKindSchema>;

/** That a claim rests on a theme, a code, a coding or another claim. */
export const supportSchema = z.object({
  id: idSchema,
  claimId: idSchema,
  onKind: supportKindSchema,
  onId: idSchema,
});
export type Support = Readonly<z.infer<typeof supportSchema>>;
