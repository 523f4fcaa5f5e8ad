import { z } from 'zod';
import { idSchema, nameSchema } from './id.ts';

const speakerRoles = ['interviewer', 'participant', 'other'] as const;
export const speakerRoleSchema = z.enum(speakerRoles);
export type SpeakerRole = z.infer<typeof speakerRoleSchema>;

/** A label in one source's transcript, and the case it stands for. */
export const speakerSchema = z.object({
  id: idSchema,
  sourceId: idSchema,
  label: nameSchema,
  role: speakerRoleSchema,
  caseId: idSchema.nullable(),
});
export type Speaker = Readonly<z.infer<typeof speakerSchema>>;
