import { z } from 'zod';
import { idSchema } from '#shared/model/id.ts';
import { queryDefinitionSchema } from '#shared/model/query.ts';
import { call } from './call.ts';
import { fileTokenSchema } from './project.ts';

export const codebookFormats = ['qdc', 'docx', 'xlsx', 'csv', 'md', 'html'] as const;
export const codebookFormatSchema = z.enum(codebookFormats);
export type CodebookFormat = z.infer<typeof codebookFormatSchema>;

const segmentsFormats = ['docx', 'xlsx', 'csv', 'html', 'md'] as const;
export const segmentsFormatSchema = z.enum(segmentsFormats);
export type SegmentsFormat = z.infer<typeof segmentsFormatSchema>;

const reportFormats = ['docx', 'html', 'md', 'pdf'] as const;
export const reportFormatSchema = z.enum(reportFormats);
export type ReportFormat = z.infer<typeof reportFormatSchema>;
export const reviewPackFormatSchema = z.enum(['html']);

export const ppiLogFormatSchema = z.enum(['docx', 'html', 'md']);
export type PpiLogFormat = z.infer<typeof ppiLogFormatSchema>;

const mapFormats = ['svg', 'png'] as const;
export const mapFormatSchema = z.enum(mapFormats);
export type MapFormat = z.infer<typeof mapFormatSchema>;

/** What retrieved segments stand under in a file. */
const segmentHeadings = ['none', 'code', 'source', 'case', 'group', 'time point'] as const;
const segmentHeadingSchema = z.enum(segmentHeadings);
export type SegmentHeading = z.infer<typeof segmentHeadingSchema>;

/** Files for other tools and other people. */
export const exportsCalls = {
  'exports.codebook': call({
    effect: 'job',
    summary: 'Write the codebook to a file, with counts and an example quote where asked for',
    input: z.strictObject({
      file: fileTokenSchema,
      format: codebookFormatSchema,
      /** Absent: as the approach of the study has it; a reflexive one leaves counts out. */
      counts: z.boolean().optional(),
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
  'exports.report': call({
    effect: 'job',
    summary: 'Write a report to a file; counts are in it as in reports.read',
    input: z.strictObject({
      file: fileTokenSchema,
      format: reportFormatSchema,
      reportId: idSchema,
      counts: z.boolean().optional(),
    }),
    output: z.object({
      fileName: z.string(),
      bytes: z.int(),
      parts: z.int(),
      warnings: z.array(z.string()).readonly(),
    }),
  }),
  'exports.segments': call({
    effect: 'job',
    summary: 'Write what a query finds to a file, under headings, with where each segment stands',
    input: z.strictObject({
      file: fileTokenSchema,
      format: segmentsFormatSchema,
      definition: queryDefinitionSchema.prefault({}),
      /** Only these codings, in this order; what the query finds when absent. */
      ids: z.array(idSchema).max(1_000_000).optional(),
      headings: segmentHeadingSchema.default('code'),
    }),
    output: z.object({
      fileName: z.string(),
      bytes: z.int(),
      segments: z.int(),
      warnings: z.array(z.string()).readonly(),
    }),
  }),
  'exports.reviewPack': call({
    effect: 'job',
    summary: 'Write a review pack as one web page that opens anywhere, with no connection',
    input: z.strictObject({ file: fileTokenSchema, packId: idSchema }),
    output: z.object({
      fileName: z.string(),
      bytes: z.int(),
      themes: z.int(),
      warnings: z.array(z.string()).readonly(),
    }),
  }),
  'exports.ppiLog': call({
    effect: 'job',
    summary: 'Write the log of public involvement (GRIPP2 short form) with every outcome to a file',
    input: z.strictObject({ file: fileTokenSchema, format: ppiLogFormatSchema }),
    output: z.object({
      fileName: z.string(),
      bytes: z.int(),
      outcomes: z.int(),
      warnings: z.array(z.string()).readonly(),
    }),
  }),
  'exports.map': call({
    effect: 'job',
    summary:
      'Write the thematic map to a file: a drawing (SVG), or a picture (PNG) that a window drew of it',
    input: z.strictObject({
      file: fileTokenSchema,
      format: mapFormatSchema,
      /** With the codes; themes and what relates them only, when false. */
      codes: z.boolean().default(true),
      /** The PNG's bytes in base64: only a window can draw them. */
      picture: z.base64().max(24_000_000).optional(),
    }),
    output: z.object({
      fileName: z.string(),
      bytes: z.int(),
      themes: z.int(),
      warnings: z.array(z.string()).readonly(),
    }),
  }),
} as const;
