import { z } from 'zod';
import { idSchema, instantSchema, nameSchema, positionSchema, proseSchema } from './id.ts';

/** An index into the code palette (see the renderer's tokens): hues that stay apart. */
export const codeColours = 16;
const codeColourSchema = z
  .int()
  .min(0)
  .max(codeColours - 1);

/** A label for meaning in the data. `parentId` is the code it is nested under. */
export const codeSchema = z.object({
  id: idSchema,
  parentId: idSchema.nullable(),
  position: positionSchema,
  name: nameSchema,
  colour: codeColourSchema,
  definition: proseSchema,
  inclusion: proseSchema,
  exclusion: proseSchema,
  typicalExample: proseSchema,
  nearMiss: proseSchema,
  createdAt: instantSchema,
});
export type Code = Readonly<z.infer<typeof codeSchema>>;

/** How often a code is used: codings that carry it, and sources that hold at least one. */
export const codeUseSchema = z.object({
  codeId: idSchema,
  codings: z.int().min(0),
  sources: z.int().min(0),
});
export type CodeUse = Readonly<z.infer<typeof codeUseSchema>>;
