import { z } from 'zod';
import { segmentSchema } from './coding.ts';
import { idSchema } from './id.ts';

const indexes = z.array(z.int()).readonly();

/**
 * What a query finds, by source name and place: a column for each thing that is grouped by, so that
 * twenty thousand travel quickly. The columns of `of` hold indexes into the lists beside them (the
 * n-th hit has the code `codes[of.code[n]]`); -1 where there is none. `turn` counts from 1.
 */
export const hitsSchema = z.object({
  ids: z.array(idSchema).readonly(),
  sources: z.array(idSchema).readonly(),
  codes: z.array(idSchema).readonly(),
  coders: z.array(idSchema).readonly(),
  cases: z.array(idSchema).readonly(),
  of: z.object({
    source: indexes,
    code: indexes,
    coder: indexes,
    case: indexes,
    turn: indexes,
  }),
});
export type Hits = Readonly<z.infer<typeof hitsSchema>>;

/**
 * A quote as retrieval shows it: with the pseudonym of whoever speaks, the case it counts for, and
 * the words before and after it in the same turn.
 */
export const retrievedSchema = segmentSchema.extend({
  caseId: idSchema.nullable(),
  pseudonym: z.string().nullable(),
  before: z.string(),
  after: z.string(),
  memos: z.int().min(0),
});
export type Retrieved = Readonly<z.infer<typeof retrievedSchema>>;

/** What could be let go of, so that a query that finds nothing finds something. */
export const nearestSchema = z.object({
  part: z.enum([
    'codes',
    'condition',
    'groups',
    'time points',
    'cases',
    'sources',
    'coders',
    'speakers',
    'attribute',
    'important',
    'level',
  ]),
  /** Which of the conditions or attributes, counted from 0; 0 for the others. */
  index: z.int().min(0),
  segments: z.int().min(1),
});
export type Nearest = Readonly<z.infer<typeof nearestSchema>>;
