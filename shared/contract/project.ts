import { z } from 'zod';
import { approachSchema } from '#shared/model/approach.ts';
import { coderSchema } from '#shared/model/coder.ts';
import { nameSchema } from '#shared/model/id.ts';
import { projectSchema } from '#shared/model/project.ts';
import { call } from './call.ts';

/** A token a host gave for a file; see Platform. */
export const fileTokenSchema = z.string().min(1).max(200);

const projectStateSchema = z.object({
  project: projectSchema.nullable(),
  fileName: z.string().nullable(),
  coder: coderSchema.nullable(),
  undo: z.string().nullable(),
  redo: z.string().nullable(),
});
export type ProjectState = Readonly<z.infer<typeof projectStateSchema>>;

const checkResultSchema = z.object({
  sound: z.boolean(),
  problems: z.array(z.string()).readonly(),
  changeSets: z.int(),
  changes: z.int(),
  records: z.record(z.string(), z.int()),
});
export type CheckResult = Readonly<z.infer<typeof checkResultSchema>>;

const backupSchema = z.object({
  name: z.string(),
  at: z.string(),
  bytes: z.int(),
});

/** Opening, creating and looking after the project file. */
export const projectCalls = {
  'project.create': call({
    effect: 'session',
    summary: 'Create a project file and open it',
    input: z.strictObject({
      file: fileTokenSchema,
      name: nameSchema,
      coderName: nameSchema.default('Researcher'),
      approach: approachSchema.default('reflexive'),
    }),
    output: projectStateSchema,
  }),
  'project.open': call({
    effect: 'session',
    summary: 'Open a project file',
    input: z.strictObject({ file: fileTokenSchema }),
    output: projectStateSchema,
  }),
  'project.close': call({
    effect: 'session',
    summary: 'Close the open project, leaving one complete file',
    input: z.strictObject({}),
    output: z.null(),
  }),
  'project.state': call({
    effect: 'read',
    summary: 'What is open, who is coding, and what undo and redo would do',
    input: z.strictObject({}),
    output: projectStateSchema,
  }),
  'project.rename': call({
    effect: 'edit',
    summary: 'Rename the project',
    input: z.strictObject({ name: nameSchema }),
    output: projectSchema,
  }),
  'project.declareApproach': call({
    effect: 'edit',
    summary: 'Say how the study does thematic analysis: reflexive, codebook or framework',
    input: z.strictObject({ approach: approachSchema }),
    output: projectSchema,
  }),
  'project.check': call({
    effect: 'read',
    summary: 'Check the file: database, references, ranges and the chain of changes',
    input: z.strictObject({}),
    output: checkResultSchema,
  }),
  'project.backUp': call({
    effect: 'job',
    summary: 'Make a verified backup of the open project now',
    input: z.strictObject({}),
    output: backupSchema,
  }),
  'project.backups': call({
    effect: 'read',
    summary: 'The backups kept for the open project, newest first',
    input: z.strictObject({}),
    output: z.array(backupSchema).readonly(),
  }),
  'project.backupsOf': call({
    effect: 'session',
    summary: 'The backups kept for a project file, which need not open, newest first',
    input: z.strictObject({ file: fileTokenSchema }),
    output: z.array(backupSchema).readonly(),
  }),
  'project.restoreBackup': call({
    effect: 'session',
    summary:
      'Copy a backup of the open project (or of the file `of`) to a new file and open that; what was open is closed as it is',
    input: z.strictObject({
      name: z.string().min(1).max(100),
      file: fileTokenSchema,
      of: fileTokenSchema.optional(),
    }),
    output: projectStateSchema,
  }),
  'project.sample': call({
    effect: 'job',
    summary: 'Create the sample study as a new project file and open it',
    input: z.strictObject({ file: fileTokenSchema }),
    output: projectStateSchema,
  }),
} as const;
