import { z } from 'zod';
import { idSchema, nameSchema, positionSchema } from './id.ts';

/** Who speaks in a source, for triangulation: participant, GP, social prescriber ... */
export const groupSchema = z.object({ id: idSchema, name: nameSchema, position: positionSchema });
export type Group = Readonly<z.infer<typeof groupSchema>>;

/** The groups every new project starts with. */
export const firstGroups = ['Participant', 'GP', 'Social prescriber', 'PPI contributor'] as const;
