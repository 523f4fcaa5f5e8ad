import { z } from 'zod';
import { segmentSchema } from './coding.ts';
import { idSchema } from './id.ts';
import { openDefinition, type QueryDefinition } from './query.ts';

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

/**
 * The turns that a quote stands in, with some before and after it, in their order. `number` counts
 * from 1; `start` is where `text` begins in the source, in UTF-16 code units. A source without turns
 * gives one without number and speaker.
 */
export const aroundSchema = z.object({
  turns: z
    .array(
      z.object({
        number: z.int().min(1).nullable(),
        speaker: z.string().nullable(),
        start: z.int().min(0),
        text: z.string(),
      }),
    )
    .readonly(),
  /** Whether the source goes on before the first of these, and after the last. */
  hasBefore: z.boolean(),
  hasAfter: z.boolean(),
});
export type Around = Readonly<z.infer<typeof aroundSchema>>;

/** A part of a query; `index` tells conditions and attributes apart, from 0, and is 0 for the others. */
const queryPartSchema = z.object({
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
  index: z.int().min(0),
});
export type QueryPart = Readonly<z.infer<typeof queryPartSchema>>;

/** Parts that could be let go of together, so that a query finds something, and how much that is. */
export const nearestSchema = z.object({
  parts: z.array(queryPartSchema).min(1).readonly(),
  segments: z.int().min(1),
});
export type Nearest = Readonly<z.infer<typeof nearestSchema>>;

const fieldOf: Readonly<
  Record<Exclude<QueryPart['part'], 'condition' | 'attribute'>, keyof QueryDefinition>
> = {
  codes: 'codes',
  groups: 'groupIds',
  'time points': 'timePointIds',
  cases: 'caseIds',
  sources: 'sourceIds',
  coders: 'coderIds',
  speakers: 'speakerLabels',
  important: 'important',
  level: 'level',
};

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The parts by which a query asks for less than everything, in the order in which it is read. */
export const partsOf = (query: QueryDefinition): readonly QueryPart[] => {
  const asks = (part: keyof typeof fieldOf): readonly QueryPart[] =>
    part === 'codes'
      ? query.codes.codeIds.length + query.codes.themeIds.length > 0
        ? [{ part, index: 0 }]
        : []
      : isSame(query[fieldOf[part]], openDefinition[fieldOf[part]])
        ? []
        : [{ part, index: 0 }];
  return [
    ...asks('codes'),
    ...query.conditions.map((_, index) => ({ part: 'condition' as const, index })),
    ...(Object.keys(fieldOf) as (keyof typeof fieldOf)[])
      .filter((part) => part !== 'codes')
      .flatMap(asks),
    ...query.attributes.map((_, index) => ({ part: 'attribute' as const, index })),
  ];
};

/** The query without some of its parts. */
export const withoutParts = (
  query: QueryDefinition,
  parts: readonly QueryPart[],
): QueryDefinition => {
  const kept = <T>(list: readonly T[], part: QueryPart['part']): readonly T[] =>
    list.filter((_, index) => !parts.some((gone) => gone.part === part && gone.index === index));
  const opened = parts.flatMap(({ part }) =>
    part === 'condition' || part === 'attribute'
      ? []
      : [[fieldOf[part], openDefinition[fieldOf[part]]] as const],
  );
  return {
    ...query,
    ...Object.fromEntries(opened),
    conditions: kept(query.conditions, 'condition'),
    attributes: kept(query.attributes, 'attribute'),
  };
};
