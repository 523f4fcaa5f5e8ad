import { z } from 'zod';
import { caseSchema } from '#shared/model/case.ts';
import { idSchema } from '#shared/model/id.ts';
import { call } from './call.ts';

const caseFields = caseSchema.omit({ id: true });

/** People, by pseudonym. */
export const casesCalls = {
  'cases.list': call({
    effect: 'read',
    summary: 'All cases by pseudonym, with the number of sources of each',
    input: z.strictObject({}),
    output: z.array(caseSchema.extend({ sources: z.int() })).readonly(),
  }),
  'cases.create': call({
    effect: 'edit',
    summary: 'Add a case',
    input: z.strictObject({
      pseudonym: caseFields.shape.pseudonym,
      groupId: caseFields.shape.groupId.default(null),
      note: caseFields.shape.note.default(''),
    }),
    output: caseSchema,
  }),
  'cases.update': call({
    effect: 'edit',
    summary: 'Change a case',
    input: z.strictObject({ id: idSchema, ...caseFields.partial().shape }),
    output: caseSchema,
  }),
  'cases.delete': call({
    effect: 'edit',
    summary:
      'Delete a case with its attribute values; its sources and speakers stay, without a case',
    input: z.strictObject({ id: idSchema }),
    output: z.null(),
  }),
} as const;
