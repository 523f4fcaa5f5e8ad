import { z } from 'zod';
import { claimKindSchema } from './claim.ts';
import { idSchema, instantSchema, nameSchema } from './id.ts';
import { jsonTextSchema } from './json-text.ts';
import { richTextSchema } from './rich-text.ts';

/**
 * A part of a report: words of its own; a theme with its narrative and the quotes chosen for it
 * (ids of codings, in order); a table of themes, subthemes and one quote each; or the findings,
 * principles or planned changes.
 */
const reportPartSchema = z.discriminatedUnion('type', [
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
  }),
  z.strictObject({
    id: idSchema,
    type: z.literal('claims'),
    heading: z.string().max(200),
    kind: claimKindSchema,
  }),
]);
export type ReportPart = Readonly<z.infer<typeof reportPartSchema>>;

const reportPartsSchema = z.array(reportPartSchema).max(500).readonly();

/** A report put together from parts, in order. `parts` is the JSON of ReportPart[]. */
export const reportSchema = z.object({
  id: idSchema,
  name: nameSchema,
  parts: jsonTextSchema(reportPartsSchema, 'The parts of a report are the JSON of a list of parts'),
  createdAt: instantSchema,
});
export type Report = Readonly<z.infer<typeof reportSchema>>;
