import { z } from 'zod';
import { ppiLogSchema } from '#shared/model/ppi-log.ts';
import { ppiReportSchema } from '#shared/model/ppi-report.ts';
import { call } from './call.ts';

const fields = ppiReportSchema.omit({ id: true }).shape;

/** The log of public involvement, by the items of GRIPP2 short form. */
export const ppiCalls = {
  'ppi.log': call({
    effect: 'read',
    summary:
      'Drafts of the items of GRIPP2 short form from packs, replies and outcomes, with own words',
    input: z.strictObject({}),
    output: ppiLogSchema,
  }),
  'ppi.update': call({
    effect: 'edit',
    summary: 'Write items of the log in own words; empty words leave an item to its draft',
    input: z.strictObject({
      aim: fields.aim.optional(),
      methods: fields.methods.optional(),
      results: fields.results.optional(),
      influence: fields.influence.optional(),
      reflection: fields.reflection.optional(),
    }),
    output: ppiReportSchema,
  }),
} as const;
