import { z } from 'zod';
import { idSchema, instantSchema, nameSchema } from './id.ts';

const ids = z.array(idSchema).max(10_000).readonly().default([]);

/**
 * How two sets of codes must stand to each other:
 * - `overlapping`: they share words;
 * - `within`: the first lies wholly inside the second;
 * - `near`: at most `turns` turns lie between them.
 */
const relationSchema = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('overlapping') }),
  z.strictObject({ how: z.literal('within') }),
  z.strictObject({ how: z.literal('near'), turns: z.int().min(0).max(100) }),
]);

/** Codes, by themselves or by the themes they stand in, and whether what is nested in them counts. */
const codeSetSchema = z.strictObject({
  codeIds: ids,
  themeIds: ids,
  nested: z.boolean().default(true),
});
export type CodeSet = Readonly<z.output<typeof codeSetSchema>>;

/** A further condition on a segment: codes that must, or must not, stand in a relation to it. */
const conditionSchema = z.strictObject({
  not: z.boolean().default(false),
  codes: codeSetSchema,
  relation: relationSchema,
});
export type QueryCondition = Readonly<z.output<typeof conditionSchema>>;

/** What an attribute of the case must say: one of these values. */
const attributeFilterSchema = z.strictObject({
  attributeId: idSchema,
  values: z.array(z.string().max(1000)).min(1).max(1000).readonly(),
});

/**
 * What segments are asked for: those that carry any of `codes` (no codes: any), every one of the
 * conditions (AND, NOT, NEAR, WITHIN), and lie where the filters say. An empty filter lets all pass.
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

const parsesAsDefinition = (value: string): boolean => {
  try {
    return queryDefinitionSchema.safeParse(JSON.parse(value)).success;
  } catch {
    return false;
  }
};

/** A saved query. `definition` is the JSON of a QueryDefinition. */
export const querySchema = z.object({
  id: idSchema,
  name: nameSchema,
  definition: z
    .string()
    .max(1_000_000)
    .refine(parsesAsDefinition, 'A query is the JSON of a query definition'),
  coderId: idSchema,
  createdAt: instantSchema,
});
export type Query = Readonly<z.infer<typeof querySchema>>;
