import { z } from 'zod';
import { idSchema } from '#shared/model/id.ts';
import { speakerSchema } from '#shared/model/speaker.ts';
import { call } from './call.ts';

/** Labels in a transcript. */
export const speakersCalls = {
  'speakers.update': call({
    effect: 'edit',
    summary: 'Rename a speaker, say what role they have or which case they are',
    input: z.strictObject({
      id: idSchema,
      ...speakerSchema.pick({ label: true, role: true, caseId: true }).partial().shape,
    }),
    output: speakerSchema,
  }),
  'speakers.merge': call({
    effect: 'edit',
    summary: 'Merge speakers of one source: all their turns go to `into`',
    input: z.strictObject({ ids: z.array(idSchema).min(1), into: idSchema }),
    output: speakerSchema,
  }),
} as const;
