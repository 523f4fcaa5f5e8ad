import { z } from 'zod';
import { claimKindSchema } from './claim.ts';
import { idSchema, instantSchema, nameSchema } from './id.ts';
import { jsonTextSchema } from './json-text.ts';
import { richTextSchema } from './rich-text.ts';

/**
 * A part of a report: words of its own; a theme with its narrative and the quotes chosen for it
 * (ids of codings, in order); a table of themes, subthemes and one quote each (those that were
 * chosen for it, where none was the first one of the theme's own part or one marked as telling); or
 * the findings, principles or planned changes.
 */
export const reportPartSchema = z.discriminatedUnion('type', [
  z.strictObject({
    id: idSchema,
    type: z.literal('text'),
    heading: z.string().max(200),
    body: richTextSchema,
  }),
  z.strictObject({
    id: idSchema,
    type: z.literal('theme'),
    themeId: idSchema,
    codingIds: z.array(idSchema).max(100).readonly(),
  }),
  z.strictObject({
    id: idSchema,
    type: z.literal('theme table'),
    heading: z.string().max(200),
    themeIds: z.array(idSchema).max(500).readonly(),
    quotes: z
      .array(z.strictObject({ themeId: idSchema, codingId: idSchema }))
      .max(500)
      .readonly()
      .default([]),
  }),
  z.strictObject({
    id: idSchema,
    type: z.literal('claims'),
    heading: z.string().max(200),
    kind: claimKindSchema,
  }),
]);
export type ReportPart = Readonly<z.infer<typeof reportPartSchema>>;

export const mostParts = 500;
const reportPartsSchema = z.array(reportPartSchema).max(mostParts).readonly();

/** A report put together from parts, in order. `parts` is the JSON of ReportPart[]. */
export const reportSchema = z.object({
  id: idSchema,
  name: nameSchema,
  parts: jsonTextSchema(reportPartsSchema, 'The parts of a report are the JSON of a list of parts'),
  createdAt: instantSchema,
});
export type Report = Readonly<z.infer<typeof reportSchema>>;

/** Each quote once: two that were chosen can have become one since, for example when codes were merged. */
const withQuotesOnce = (part: ReportPart): ReportPart =>
  part.type === 'theme' ? { ...part, codingIds: [...new Set(part.codingIds)] } : part;

/** The parts of a report, in order. */
export const partsOfReport = ({ parts }: Pick<Report, 'parts'>): readonly ReportPart[] =>
  reportPartsSchema.parse(JSON.parse(parts)).map(withQuotesOnce);
