import { z } from 'zod';
import { idSchema } from '#shared/model/id.ts';
import { sourceSchema } from '#shared/model/source.ts';
import { speakerSchema } from '#shared/model/speaker.ts';
import { turnSchema } from '#shared/model/turn.ts';
import { call } from './call.ts';

const sourceFields = sourceSchema.pick({
  name: true,
  kind: true,
  groupId: true,
  caseId: true,
  timePointId: true,
});

/** A row of the library: a source with what is counted about it. */
const sourceRowSchema = sourceSchema.extend({
  turns: z.int(),
  speakers: z.int(),
  codings: z.int(),
});
export type SourceRow = Readonly<z.infer<typeof sourceRowSchema>>;

/** A source as it is read: its text, its speakers and its turns in order. */
const readingSchema = z.object({
  source: sourceSchema,
  text: z.string(),
  speakers: z.array(speakerSchema).readonly(),
  turns: z.array(turnSchema).readonly(),
});
export type Reading = Readonly<z.infer<typeof readingSchema>>;

/** Documents of the study. */
export const sourcesCalls = {
  'sources.list': call({
    effect: 'read',
    summary: 'All sources by name, with counts of turns, speakers and codings',
    input: z.strictObject({}),
    output: z.array(sourceRowSchema).readonly(),
  }),
  'sources.get': call({
    effect: 'read',
    summary: 'One source as it is read: text, speakers, turns',
    input: z.strictObject({ id: idSchema }),
    output: readingSchema,
  }),
  'sources.update': call({
    effect: 'edit',
    summary: 'Change name, kind, group, case or time point of one or many sources',
    input: z.strictObject({
      ids: z.array(idSchema).min(1).max(5000),
      changes: sourceFields.partial().strict(),
    }),
    output: z.array(sourceSchema).readonly(),
  }),
  'sources.delete': call({
    effect: 'edit',
    summary: 'Delete sources with their codings; undo brings everything back',
    input: z.strictObject({ ids: z.array(idSchema).min(1).max(5000) }),
    output: z.object({ sources: z.int(), codings: z.int() }),
  }),
} as const;
