import type { Extract, Fit } from '#shared/model/extract.ts';
import type { Hits } from '#shared/model/retrieval.ts';
import type { Shown } from './review-state.ts';

/** What was said of extracts, by coding. */
export type Marks = ReadonlyMap<string, Extract>;

/** Marks by the coding they are of. */
export const marksOf = (marked: readonly Extract[]): Marks =>
  new Map(marked.map((extract) => [extract.codingId, extract]));

/** The hits whose id passes, in their order. */
const onlyHits = (hits: Hits, passes: (id: string) => boolean): Hits => {
  const kept = hits.ids.flatMap((id, hit) => (passes(id) ? [hit] : []));
  const pick = <T>(list: readonly T[]): readonly T[] =>
    kept.flatMap((hit) => {
      const value = list[hit];
      return value === undefined ? [] : [value];
    });
  const { source, code, coder, case: person, turn } = hits.of;
  return {
    ...hits,
    ids: pick(hits.ids),
    of: {
      source: pick(source),
      code: pick(code),
      coder: pick(coder),
      case: pick(person),
      turn: pick(turn),
    },
  };
};

/** The extracts of a theme that are asked for, by how they fit. */
export const shownHits = (hits: Hits, marks: Marks, shown: Shown): Hits => {
  if (shown === 'all') return hits;
  if (shown === 'not marked') return onlyHits(hits, (id) => !marks.has(id));
  return onlyHits(hits, (id) => marks.get(id)?.fit === shown);
};

/** How many extracts of a theme fit how; marks of codings that no longer stand behind it count not. */
export const countFits = (hits: Hits, marks: Marks): Readonly<Record<Fit, number>> => {
  const counts = { telling: 0, 'fits badly': 0, contrary: 0 };
  for (const id of hits.ids) {
    const fit = marks.get(id)?.fit;
    if (fit !== undefined) counts[fit] += 1;
  }
  return counts;
};
