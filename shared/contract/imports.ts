import { z } from 'zod';
import { idSchema, nameSchema } from '#shared/model/id.ts';
import { sourceKindSchema } from '#shared/model/source.ts';
import { speakerRoleSchema } from '#shared/model/speaker.ts';
import { call } from './call.ts';
import { callErrorSchema } from './errors.ts';
import { fileTokenSchema } from './project.ts';

/** How turns were told apart; see shared/text/turns.ts. 'auto' takes the likeliest, 'none' one turn a paragraph. */
const patternSchema = z.string().min(1).max(60);

const warningSchema = z.object({ code: z.string(), message: z.string() });

const fileSchema = z.strictObject({
  token: fileTokenSchema,
  /** The file's name, where the host's own name for it is not the one to show. */
  name: z.string().max(500).optional(),
  /** The folders it was in, from which group and time point are guessed. */
  folder: z.string().max(2000).default(''),
  pattern: patternSchema.default('auto'),
});

/** What is guessed of a file from its name and folders; null where nothing is said. */
const importGuessSchema = z.object({
  name: nameSchema,
  kind: sourceKindSchema,
  groupId: idSchema.nullable(),
  timePointId: idSchema.nullable(),
  casePseudonym: nameSchema.nullable(),
});
export type ImportGuess = Readonly<z.infer<typeof importGuessSchema>>;

const foundSpeakerSchema = z.object({
  label: nameSchema,
  turns: z.int(),
  words: z.int(),
  role: speakerRoleSchema,
});
export type FoundSpeaker = Readonly<z.infer<typeof foundSpeakerSchema>>;

/** What was found in one file, before anything is stored. */
const importPreviewSchema = z.object({
  token: fileTokenSchema,
  file: z.string(),
  folder: z.string(),
  status: z.enum(['ready', 'duplicate', 'refused']),
  /** Names of the sources that have the same bytes. */
  duplicateOf: z.array(z.string()).readonly(),
  error: callErrorSchema.nullable(),
  format: z.string().nullable(),
  encoding: z.string().nullable(),
  words: z.int(),
  pattern: patternSchema,
  alternatives: z
    .array(
      z.object({
        pattern: patternSchema,
        name: z.string(),
        turns: z.int(),
        speakers: z.int(),
        confidence: z.number().min(0).max(1),
      }),
    )
    .readonly(),
  turns: z.int(),
  timedTurns: z.int(),
  speakers: z.array(foundSpeakerSchema).readonly(),
  warnings: z.array(warningSchema).readonly(),
  /** The first turns as they would be stored. */
  sample: z
    .array(
      z.object({
        speaker: z.string().nullable(),
        startMs: z.int().nullable(),
        text: z.string(),
      }),
    )
    .readonly(),
  guess: importGuessSchema.nullable(),
});
export type ImportPreview = Readonly<z.infer<typeof importPreviewSchema>>;

/** What the researcher says about one speaker: another label merges those that share it. */
const speakerCorrectionSchema = z.strictObject({
  label: z.string().min(1).max(200),
  as: nameSchema.optional(),
  role: speakerRoleSchema.optional(),
  casePseudonym: nameSchema.nullable().optional(),
});

/** One file as it shall be stored. Fields left out are guessed from the file's name and folders. */
const importFileSchema = fileSchema.extend({
  sourceName: nameSchema.optional(),
  kind: sourceKindSchema.optional(),
  groupId: idSchema.nullable().optional(),
  timePointId: idSchema.nullable().optional(),
  /** The case, by pseudonym; one that does not exist yet is created. */
  casePseudonym: nameSchema.nullable().optional(),
  speakers: z.array(speakerCorrectionSchema).max(2000).default([]),
  /** Import although a source has the same bytes. */
  evenIfDuplicate: z.boolean().default(false),
});
export type ImportFile = z.input<typeof importFileSchema>;

/** What became of one file. */
const importResultSchema = z.object({
  token: fileTokenSchema,
  file: z.string(),
  status: z.enum(['imported', 'refused', 'duplicate']),
  sourceId: idSchema.nullable(),
  turns: z.int(),
  speakers: z.array(z.object({ label: z.string(), turns: z.int() })).readonly(),
  warnings: z.array(warningSchema).readonly(),
  error: callErrorSchema.nullable(),
});
export type ImportResult = Readonly<z.infer<typeof importResultSchema>>;

/** Bringing documents in. One bad file never stops the rest. */
export const importsCalls = {
  'imports.preview': call({
    effect: 'job',
    summary: 'Read files and say what was found in each; nothing is stored',
    input: z.strictObject({ files: z.array(fileSchema).min(1).max(5000) }),
    output: z.object({ files: z.array(importPreviewSchema).readonly() }),
  }),
  'imports.run': call({
    effect: 'job',
    summary: 'Import files, each as one change set',
    input: z.strictObject({ files: z.array(importFileSchema).min(1).max(5000) }),
    output: z.object({ files: z.array(importResultSchema).readonly() }),
  }),
} as const;
