import { type Query, type QueryDefinition, queryDefinitionSchema } from '#shared/model/query.ts';
import type { Nearest } from '#shared/model/retrieval.ts';
import { runQuery } from './retrieval.ts';
import type { Store } from './store.ts';

/** The saved queries by name. */
export const listQueries = (store: Store): Query[] =>
  store.all<Query>('SELECT * FROM query ORDER BY name COLLATE NOCASE, id');

type Loosened = Pick<Nearest, 'part' | 'index'> & { readonly definition: QueryDefinition };

/** The query without one of its parts, once for each part that it has. */
const loosened = (query: QueryDefinition): readonly Loosened[] => {
  const open = queryDefinitionSchema.parse({});
  const whole: readonly (readonly [Nearest['part'], keyof QueryDefinition])[] = [
    ['codes', 'codes'],
    ['groups', 'groupIds'],
    ['time points', 'timePointIds'],
    ['cases', 'caseIds'],
    ['sources', 'sourceIds'],
    ['coders', 'coderIds'],
    ['speakers', 'speakerLabels'],
    ['important', 'important'],
    ['level', 'level'],
  ];
  return [
    ...query.conditions.map((_, index) => ({
      part: 'condition' as const,
      index,
      definition: { ...query, conditions: query.conditions.toSpliced(index, 1) },
    })),
    ...query.attributes.map((_, index) => ({
      part: 'attribute' as const,
      index,
      definition: { ...query, attributes: query.attributes.toSpliced(index, 1) },
    })),
    ...whole
      .filter(([, field]) => JSON.stringify(query[field]) !== JSON.stringify(open[field]))
      .map(([part, field]) => ({
        part,
        index: 0,
        definition: { ...query, [field]: open[field] },
      })),
  ];
};

/**
 * What could be let go of so that a query finds something: each part whose absence finds any, the one
 * that finds the most first. Empty where no single part stands in the way.
 */
export const nearestQueries = (store: Store, query: QueryDefinition): Nearest[] =>
  loosened(query)
    .map(({ part, index, definition }) => ({
      part,
      index,
      segments: runQuery(store, definition).ids.length,
    }))
    .filter(({ segments }) => segments > 0)
    .sort((a, b) => b.segments - a.segments);
