import { z } from 'zod';
import { idSchema, instantSchema, nameSchema, positionSchema, proseSchema } from './id.ts';
import { richTextSchema } from './rich-text.ts';

export const themeStatuses = ['candidate', 'reviewed', 'named', 'retired'] as const;
export const themeStatusSchema = z.enum(themeStatuses);
export type ThemeStatus = z.infer<typeof themeStatusSchema>;

/** A pattern built from codes. `parentId` makes it a subtheme. */
export const themeSchema = z.object({
  id: idSchema,
  parentId: idSchema.nullable(),
  position: positionSchema,
  name: nameSchema,
  concept: proseSchema,
  boundaries: proseSchema,
  narrative: richTextSchema,
  summary: proseSchema,
  status: themeStatusSchema,
  retiredReason: proseSchema,
  createdAt: instantSchema,
});
export type Theme = Readonly<z.infer<typeof themeSchema>>;

/** A code's place in a theme; one code can stand in several themes. */
export const themeCodeSchema = z.object({
  id: idSchema,
  themeId: idSchema,
  codeId: idSchema,
  position: positionSchema,
});
export type ThemeCode = Readonly<z.infer<typeof themeCodeSchema>>;
