import { z } from 'zod';
import { idSchema } from './id.ts';

/*
 * A report as words: what its parts come to now. The preview, and every format that a report is
 * exported to, are made from this and from nothing else, so that they say the same.
 */

/** Words in one style. */
const runSchema = z.object({ text: z.string(), bold: z.boolean(), italic: z.boolean() });
export type Run = Readonly<z.infer<typeof runSchema>>;
const runsSchema = z.array(runSchema).readonly();

/** Words of a source as they are now, and who says them by pseudonym, group, time point and turn. */
const writtenQuoteSchema = z.object({
  /** The link to where they stand. */
  url: z.string(),
  text: z.string(),
  who: z.string(),
});
export type WrittenQuote = Readonly<z.infer<typeof writtenQuoteSchema>>;

const listItemSchema = z.object({
  /** How deep it is nested, from 0. */
  depth: z.int().min(0),
  ordered: z.boolean(),
  runs: runsSchema,
});
export type ListItem = Readonly<z.infer<typeof listItemSchema>>;

/** A row of the table of themes. `span` is how many rows the theme goes over; 0: the one above does. */
const themeRowSchema = z.object({
  theme: z.string(),
  span: z.int().min(0),
  subtheme: z.string(),
  quote: writtenQuoteSchema.nullable(),
  /** How much there is, where counts are asked for; otherwise ''. */
  counts: z.string(),
});
export type ThemeRow = Readonly<z.infer<typeof themeRowSchema>>;

/** What the study says, and what it rests on; the note on it is the researchers' own and stays with them. */
const writtenClaimSchema = z.object({
  statement: z.string(),
  restsOn: z.array(z.string()).readonly(),
});
export type WrittenClaim = Readonly<z.infer<typeof writtenClaimSchema>>;

/** A heading's level: 1 for a part, 2 for what stands within it, 3 within that; none is left out. */
const blockSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: z.string(),
  }),
  z.object({ type: z.literal('paragraph'), runs: runsSchema }),
  /** A quotation of something else than a source. */
  z.object({ type: z.literal('set apart'), runs: runsSchema }),
  z.object({ type: z.literal('list'), items: z.array(listItemSchema).readonly() }),
  z.object({ type: z.literal('quote'), quote: writtenQuoteSchema }),
  /** How much there is behind what stands above. */
  z.object({ type: z.literal('counts'), text: z.string() }),
  z.object({
    type: z.literal('theme table'),
    hasCounts: z.boolean(),
    rows: z.array(themeRowSchema).readonly(),
  }),
  z.object({ type: z.literal('claims'), claims: z.array(writtenClaimSchema).readonly() }),
]);
export type Block = Readonly<z.infer<typeof blockSchema>>;
export type HeadingLevel = Extract<Block, { readonly type: 'heading' }>['level'];

/** What a part of a report comes to, and what is missing from it, said for people. */
const writtenPartSchema = z.object({
  id: idSchema,
  blocks: z.array(blockSchema).readonly(),
  gaps: z.array(z.string()).readonly(),
});
export type WrittenPart = Readonly<z.infer<typeof writtenPartSchema>>;

/** A report as words. `date` is the day it was read, `YYYY-MM-DD`. */
export const writtenReportSchema = z.object({
  id: idSchema,
  name: z.string(),
  project: z.string(),
  date: z.string(),
  parts: z.array(writtenPartSchema).readonly(),
});
export type WrittenReport = Readonly<z.infer<typeof writtenReportSchema>>;
