import { z } from 'zod';
import { idSchema, proseSchema } from './id.ts';

/** `telling`: it shows the theme well; `fits badly`; `contrary`: it speaks against the theme. */
export const fits = ['telling', 'fits badly', 'contrary'] as const;
const fitSchema = z.enum(fits);
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
