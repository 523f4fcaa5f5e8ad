import { z } from 'zod';
import { idSchema } from '#shared/model/id.ts';
import { call } from './call.ts';
import { fileTokenSchema } from './project.ts';

export const codebookFormats = ['qdc', 'docx', 'xlsx', 'csv', 'md', 'html'] as const;
export const codebookFormatSchema = z.enum(codebookFormats);
export type CodebookFormat = z.infer<typeof codebookFormatSchema>;

/** Files for other tools and other people. */
export const exportsCalls = {
  'exports.codebook': call({
    effect: 'job',
    summary: 'Write the codebook to a file, with counts and an example quote where asked for',
    input: z.strictObject({
      file: fileTokenSchema,
      format: codebookFormatSchema,
      counts: z.boolean().default(true),
      quotes: z.boolean().default(false),
      /** Only these codes (with what is nested in them); all when absent. */
      codeIds: z.array(idSchema).max(10_000).optional(),
    }),
    output: z.object({
      fileName: z.string(),
      bytes: z.int(),
      codes: z.int(),
      warnings: z.array(z.string()).readonly(),
    }),
  }),
} as const;
