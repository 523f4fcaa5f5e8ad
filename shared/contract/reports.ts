import { z } from 'zod';
import { claimKindSchema } from '#shared/model/claim.ts';
import { idSchema, positionSchema } from '#shared/model/id.ts';
import { reportPartSchema, reportSchema } from '#shared/model/report.ts';
import { richTextSchema } from '#shared/model/rich-text.ts';
import { writtenReportSchema } from '#shared/model/written.ts';
import { call } from './call.ts';

const { name } = reportSchema.shape;

/** Where a coding is quoted: in how many narratives of themes, reports and review packs. */
const quoteUseSchema = z.object({
  codingId: idSchema,
  narratives: z.int().min(0),
  reports: z.int().min(0),
  packs: z.int().min(0),
});
export type QuoteUse = Readonly<z.infer<typeof quoteUseSchema>>;

/** `themes`: introduction, table of themes, each theme that is reviewed or named, findings. */
const templates = ['empty', 'themes'] as const;
const templateSchema = z.enum(templates);
export type ReportTemplate = z.infer<typeof templateSchema>;

/** Reports put together from parts, and how they read. */
export const reportsCalls = {
  'reports.list': call({
    effect: 'read',
    summary: 'All reports with their parts, the oldest first',
    input: z.strictObject({}),
    output: z.array(reportSchema).readonly(),
  }),
  'reports.read': call({
    effect: 'read',
    summary:
      'A report as words, with the quotes as they are now; null when it is no longer there. Counts are in it where asked for, and by default unless the study is reflexive',
    input: z.strictObject({ id: idSchema, counts: z.boolean().optional() }),
    output: writtenReportSchema.nullable(),
  }),
  'reports.quoteUse': call({
    effect: 'read',
    summary: 'Which codings are quoted in narratives, reports and review packs, and in how many',
    input: z.strictObject({}),
    output: z.array(quoteUseSchema).readonly(),
  }),
  'reports.create': call({
    effect: 'edit',
    summary: 'Start a report, empty or with an introduction, the themes and the findings',
    input: z.strictObject({ name, template: templateSchema.default('empty') }),
    output: reportSchema,
  }),
  'reports.update': call({
    effect: 'edit',
    summary: 'Rename a report',
    input: z.strictObject({ id: idSchema, name }),
    output: reportSchema,
  }),
  'reports.delete': call({
    effect: 'edit',
    summary: 'Delete a report; themes, narratives and quotes stay',
    input: z.strictObject({ id: idSchema }),
    output: z.null(),
  }),
  'reports.addPart': call({
    effect: 'edit',
    summary: 'Add a part to a report, at a position or at the end',
    input: z.strictObject({
      reportId: idSchema,
      part: reportPartSchema,
      position: positionSchema.optional(),
    }),
    output: reportSchema,
  }),
  'reports.changePart': call({
    effect: 'edit',
    summary: 'Change what a part of a report has of these; a part has only those of its type',
    input: z.strictObject({
      reportId: idSchema,
      partId: idSchema,
      heading: z.string().max(200).optional(),
      body: richTextSchema.optional(),
      codingIds: z.array(idSchema).max(100).optional(),
      themeIds: z.array(idSchema).max(500).optional(),
      quotes: z
        .array(z.strictObject({ themeId: idSchema, codingId: idSchema }))
        .max(500)
        .optional(),
      kind: claimKindSchema.optional(),
    }),
    output: reportSchema,
  }),
  'reports.movePart': call({
    effect: 'edit',
    summary: 'Move a part of a report to a position among the others',
    input: z.strictObject({ reportId: idSchema, partId: idSchema, position: positionSchema }),
    output: reportSchema,
  }),
  'reports.removePart': call({
    effect: 'edit',
    summary: 'Take a part out of a report; themes, narratives and quotes stay',
    input: z.strictObject({ reportId: idSchema, partId: idSchema }),
    output: reportSchema,
  }),
} as const;
