import { z } from 'zod';
import { idSchema, proseSchema } from './id.ts';

/**
 * The five items of GRIPP2 short form (Staniszewska et al., BMJ 2017;358:j3453): aim; methods;
 * study results, positive and negative; discussion of the influence on the study overall; and
 * reflections, critical perspective. The one record of its kind in a project.
 */
export const ppiReportSchema = z.object({
  id: idSchema,
  aim: proseSchema,
  methods: proseSchema,
  results: proseSchema,
  influence: proseSchema,
  reflection: proseSchema,
});
export type PpiReport = Readonly<z.infer<typeof ppiReportSchema>>;
