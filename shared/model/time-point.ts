import { z } from 'zod';
import { idSchema, nameSchema, positionSchema } from './id.ts';

/** When a source was made in the course of the study: baseline, 12 weeks ... */
export const timePointSchema = z.object({
  id: idSchema,
  name: nameSchema,
  position: positionSchema,
});
export type TimePoint = Readonly<z.infer<typeof timePointSchema>>;

/** The time points every new project starts with. */
export const firstTimePoints = ['Baseline', '12 weeks'] as const;
