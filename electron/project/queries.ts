import type { Query, QueryDefinition } from '#shared/model/query.ts';
import { type Nearest, partsOf, type QueryPart, withoutParts } from '#shared/model/retrieval.ts';
import { runQuery } from './retrieval.ts';
import type { Store } from './store.ts';

/** The saved queries by name. */
export const listQueries = (store: Store): Query[] =>
  store.all<Query>('SELECT * FROM query ORDER BY name COLLATE NOCASE, id');

/** More ways to loosen a query than this are not tried, since each runs it once. */
const mostTries = 60;

/** Every way to choose `size` of some parts. */
const choices = (parts: readonly QueryPart[], size: number): readonly (readonly QueryPart[])[] =>
  size === 0
    ? [[]]
    : parts.flatMap((part, index) =>
        choices(parts.slice(index + 1), size - 1).map((rest) => [part, ...rest]),
      );

/**
 * What could be let go of so that a query finds something: the fewest of its parts whose absence
 * finds any, the choice that finds the most first. Empty where only a query with nothing left finds
 * any, or where so much would have to go that it is not looked for (60 runs).
 */
export const nearestQueries = (store: Store, query: QueryDefinition): Nearest[] => {
  const parts = partsOf(query);
  let tries = 0;
  for (let size = 1; size < Math.max(2, parts.length); size += 1) {
    const ways = choices(parts, size);
    tries += ways.length;
    if (tries > mostTries) return [];
    const found = ways
      .map((way) => ({
        parts: way,
        segments: runQuery(store, withoutParts(query, way)).ids.length,
      }))
      .filter(({ segments }) => segments > 0)
      .sort((a, b) => b.segments - a.segments);
    if (found.length > 0) return found;
  }
  return [];
};
