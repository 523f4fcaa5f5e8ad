import type { Hits } from '#shared/model/retrieval.ts';
import type { Lists } from './retrieval-rows.ts';

/** What the segments can be divided by. */
export type FacetId = 'code' | 'group' | 'time point' | 'case' | 'source' | 'coder';

/** One share of what was found; `id` is null where there is nothing to divide by. */
export interface Share {
  readonly id: string | null;
  readonly name: string;
  readonly segments: number;
}

/** How what was found divides by one thing, the largest share first. */
export interface Facet {
  readonly id: FacetId;
  readonly name: string;
  readonly shares: readonly Share[];
}

const names: Readonly<Record<FacetId, { readonly heading: string; readonly none: string }>> = {
  code: { heading: 'Codes', none: 'No code' },
  group: { heading: 'Groups', none: 'No group' },
  'time point': { heading: 'Time points', none: 'No time point' },
  case: { heading: 'Cases', none: 'No case' },
  source: { heading: 'Sources', none: 'No source' },
  coder: { heading: 'Coders', none: 'No coder' },
};

type Counts = ReadonlyMap<string | null, number>;

const counted = (ids: readonly string[], of: readonly number[]): Counts => {
  // Index 0 counts those that have none.
  const counts = Array.from({ length: ids.length + 1 }, () => 0);
  for (const index of of) counts[index + 1] = (counts[index + 1] ?? 0) + 1;
  return new Map(counts.map((count, at) => [at === 0 ? null : (ids[at - 1] ?? null), count]));
};

/** The counts of sources gathered by what the sources belong to. */
const gathered = (
  sources: Counts,
  belongsTo: (sourceId: string) => string | null | undefined,
): Counts => {
  const counts = new Map<string | null, number>();
  for (const [id, count] of sources) {
    const key = (id === null ? null : belongsTo(id)) ?? null;
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
};

/**
 * How what was found divides by code, group, time point, case, source and coder. Of equal shares, the
 * one that comes first in its list is first; what has none comes last.
 */
export const divide = (hits: Hits, lists: Lists): readonly Facet[] => {
  const bySource = counted(hits.sources, hits.of.source);
  const sources = new Map(lists.sources.map((source) => [source.id, source]));
  const facet = (
    id: FacetId,
    list: readonly { readonly id: string; readonly name: string }[],
    counts: Counts,
  ): Facet => ({
    id,
    name: names[id].heading,
    shares: [
      ...list
        .map((record) => ({
          id: record.id,
          name: record.name,
          segments: counts.get(record.id) ?? 0,
        }))
        .sort((a, b) => b.segments - a.segments),
      { id: null, name: names[id].none, segments: counts.get(null) ?? 0 },
    ].filter(({ segments }) => segments > 0),
  });
  return [
    facet('code', lists.codes, counted(hits.codes, hits.of.code)),
    facet(
      'group',
      lists.groups,
      gathered(bySource, (id) => sources.get(id)?.groupId),
    ),
    facet(
      'time point',
      lists.timePoints,
      gathered(bySource, (id) => sources.get(id)?.timePointId),
    ),
    facet('case', lists.cases, counted(hits.cases, hits.of.case)),
    facet('source', lists.sources, bySource),
    facet('coder', lists.coders, counted(hits.coders, hits.of.coder)),
  ];
};
