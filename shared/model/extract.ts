import { z } from 'zod';
import { idSchema, proseSchema } from './id.ts';
import { retrievedSchema } from './retrieval.ts';

/** `telling`: it shows the theme well; `fits badly`; `contrary`: it speaks against the theme. */
export const fits = ['telling', 'fits badly', 'contrary'] as const;
export const fitSchema = z.enum(fits);
export type Fit = z.infer<typeof fitSchema>;

/** How a coding fits a theme, where somebody has said so. */
export const extractSchema = z.object({
  id: idSchema,
  themeId: idSchema,
  codingId: idSchema,
  fit: fitSchema,
  note: proseSchema,
});
export type Extract = Readonly<z.infer<typeof extractSchema>>;

/**
 * A quote behind a theme: who said it, in which group and when, and how it fits. Group and time
 * point are the source's; `fit` is null where nobody has said anything.
 */
export const extractedSchema = retrievedSchema.extend({
  groupId: idSchema.nullable(),
  group: z.string().nullable(),
  timePointId: idSchema.nullable(),
  timePoint: z.string().nullable(),
  fit: fitSchema.nullable(),
  note: proseSchema,
});
export type Extracted = Readonly<z.infer<typeof extractedSchema>>;
