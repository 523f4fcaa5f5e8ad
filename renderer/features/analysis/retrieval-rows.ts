import type { SegmentHeading } from '#shared/contract/exports.ts';
import type { SourceRow } from '#shared/contract/sources.ts';
import type { Attribute } from '#shared/model/attribute.ts';
import type { Code } from '#shared/model/code.ts';
import type { Hits } from '#shared/model/retrieval.ts';
import type { SortBy } from './analysis-state.ts';

/** A line of the results: what the following ones have in common, or one segment. */
export type RetrievalRow =
  | {
      readonly type: 'heading';
      readonly key: string;
      readonly name: string;
      readonly segments: number;
    }
  | {
      readonly type: 'segment';
      readonly key: string;
      /** Which segment of all that are shown, counted from 0. */
      readonly index: number;
    };

/** The results as they are shown: the lines, and the ids of the segments in the order shown. */
export interface Arranged {
  readonly rows: readonly RetrievalRow[];
  readonly ids: readonly string[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What headings and counts are named by, in the order in which they stand. */
export interface Lists {
  readonly codes: readonly Code[];
  readonly themes: readonly Named[];
  readonly coders: readonly Named[];
  readonly sources: readonly SourceRow[];
  readonly cases: readonly Named[];
  readonly groups: readonly Named[];
  readonly timePoints: readonly Named[];
  readonly attributes: readonly Attribute[];
}

/** The code of a segment that was found, by its id. */
export const codeOfHit = (hits: Hits, id: string): string | undefined =>
  hits.codes[hits.of.code[hits.ids.indexOf(id)] ?? -1];

/** For each hit the key of its heading; null where it has none. */
const keysOf = (hits: Hits, groupBy: Exclude<SegmentHeading, 'none'>, lists: Lists) => {
  const byIndex = (ids: readonly string[], of: readonly number[]) => (hit: number) =>
    ids[of[hit] ?? -1] ?? null;
  const sourceOf = byIndex(hits.sources, hits.of.source);
  const sources = new Map(lists.sources.map((source) => [source.id, source]));
  switch (groupBy) {
    case 'code':
      return { keyOf: byIndex(hits.codes, hits.of.code), named: lists.codes };
    case 'source':
      return { keyOf: sourceOf, named: lists.sources };
    case 'case':
      return { keyOf: byIndex(hits.cases, hits.of.case), named: lists.cases };
    case 'group':
      return {
        keyOf: (hit: number) => sources.get(sourceOf(hit) ?? '')?.groupId ?? null,
        named: lists.groups,
      };
    default:
      return {
        keyOf: (hit: number) => sources.get(sourceOf(hit) ?? '')?.timePointId ?? null,
        named: lists.timePoints,
      };
  }
};

const withoutHeading: Readonly<Record<Exclude<SegmentHeading, 'none'>, string>> = {
  code: 'No code',
  source: 'No source',
  case: 'No case',
  group: 'No group',
  'time point': 'No time point',
};

/** The hits in their order, as indexes: hits come by place, and new ids sort by when they were made. */
const sorted = (hits: Hits, sortBy: SortBy): readonly number[] => {
  const all = [...hits.ids.keys()];
  if (sortBy === 'place') return all;
  const way = sortBy === 'newest' ? -1 : 1;
  return all.sort((a, b) => ((hits.ids[a] ?? '') < (hits.ids[b] ?? '') ? -way : way));
};

/**
 * Puts hits under headings in the order of the lists, each heading with how many it has. Cost grows
 * with the number of hits, once for each change of query, heading or order.
 */
export const arrange = (
  hits: Hits,
  { groupBy, sortBy }: { readonly groupBy: SegmentHeading; readonly sortBy: SortBy },
  lists: Lists,
): Arranged => {
  const order = sorted(hits, sortBy);
  if (groupBy === 'none') {
    const ids = order.map((hit) => hits.ids[hit] ?? '');
    return { ids, rows: ids.map((id, index) => ({ type: 'segment', key: id, index })) };
  }
  const { keyOf, named } = keysOf(hits, groupBy, lists);
  const groups = Map.groupBy(order, (hit) => keyOf(hit));
  const rows: RetrievalRow[] = [];
  const ids: string[] = [];
  const put = (key: string | null, name: string): void => {
    const members = groups.get(key);
    if (members === undefined) return;
    rows.push({ type: 'heading', key: `heading ${key}`, name, segments: members.length });
    for (const hit of members) {
      const id = hits.ids[hit] ?? '';
      rows.push({ type: 'segment', key: id, index: ids.length });
      ids.push(id);
    }
    groups.delete(key);
  };
  for (const { id, name } of named) put(id, name);
  // A record that is not in its list yet was made just now.
  for (const key of groups.keys()) if (key !== null) put(key, '…');
  put(null, withoutHeading[groupBy]);
  return { rows, ids };
};
