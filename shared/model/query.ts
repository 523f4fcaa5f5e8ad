import { z } from 'zod';
import { idSchema, instantSchema, nameSchema } from './id.ts';
import { jsonTextSchema } from './json-text.ts';

const ids = z.array(idSchema).max(10_000).readonly().default([]);

/**
 * How a segment must stand to another coding of the same source:
 * - `overlapping`: they share words;
 * - `within`: the segment lies wholly inside the other, or covers the same words;
 * - `near`: at most `turns` turns lie between them; 0: they touch the same turn or turns that follow
 *   each other. Everything is near in a source without turns.
 */
const relationSchema = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('overlapping') }),
  z.strictObject({ how: z.literal('within') }),
  z.strictObject({ how: z.literal('near'), turns: z.int().min(0).max(100) }),
]);

/**
 * Codes, by themselves or by the themes they stand in (OR: any of them will do), and whether what is
 * nested in these codes and themes counts too. An empty set stands for every code.
 */
const codeSetSchema = z.strictObject({
  codeIds: ids,
  themeIds: ids,
  nested: z.boolean().default(true),
});
export type CodeSet = Readonly<z.output<typeof codeSetSchema>>;

/**
 * A further condition on a segment: that some other coding with any of `codes` stands in the relation
 * to it (AND), or with `not` that none does.
 */
const conditionSchema = z.strictObject({
  not: z.boolean().default(false),
  codes: codeSetSchema,
  relation: relationSchema,
});
export type QueryCondition = Readonly<z.output<typeof conditionSchema>>;

/** What an attribute of the segment's case must say: one of these values, written exactly so. */
const attributeFilterSchema = z.strictObject({
  attributeId: idSchema,
  values: z.array(z.string().max(1000)).min(1).max(1000).readonly(),
});

/**
 * What segments are asked for. A segment is one coding: it must carry any of `codes` (OR), fulfil every
 * one of the `conditions` (AND; NOT, NEAR and WITHIN are said in them), and pass every filter (AND). A
 * filter lets pass what has any of its values (OR); an empty one lets everything pass. Speaker and
 * case are those of the turn in which the segment begins; where that speaker is no case, the source's.
 */
export const queryDefinitionSchema = z.strictObject({
  codes: codeSetSchema.prefault({}),
  conditions: z.array(conditionSchema).max(20).readonly().default([]),
  groupIds: ids,
  timePointIds: ids,
  caseIds: ids,
  sourceIds: ids,
  coderIds: ids,
  speakerLabels: z.array(z.string().max(200)).max(1000).readonly().default([]),
  attributes: z.array(attributeFilterSchema).max(50).readonly().default([]),
  /** Only codings that were marked so. */
  important: z.boolean().default(false),
  level: z.enum(['semantic', 'latent']).nullable().default(null),
});
export type QueryDefinition = Readonly<z.output<typeof queryDefinitionSchema>>;

/** A query that asks for everything. */
export const openDefinition: QueryDefinition = queryDefinitionSchema.parse({});

/** A saved query. `definition` is the JSON of a QueryDefinition. */
export const querySchema = z.object({
  id: idSchema,
  name: nameSchema,
  definition: jsonTextSchema(queryDefinitionSchema, 'A query is the JSON of a query definition'),
  coderId: idSchema,
  createdAt: instantSchema,
});
export type Query = Readonly<z.infer<typeof querySchema>>;
