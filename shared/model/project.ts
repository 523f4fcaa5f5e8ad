import { z } from 'zod';
import { approachSchema } from './approach.ts';
import { idSchema, instantSchema, nameSchema } from './id.ts';

/** The study itself: the one record of its kind in a project file. */
export const projectSchema = z.object({
  id: idSchema,
  name: nameSchema,
  createdAt: instantSchema,
  approach: approachSchema,
});
export type Project = Readonly<z.infer<typeof projectSchema>>;
