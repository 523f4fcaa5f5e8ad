import type { Extract, Fit } from '#shared/model/extract.ts';
import type { Hits } from '#shared/model/retrieval.ts';
import { fold } from '#shared/text/fold.ts';

/** A quote that can be chosen: whose it is, when, and how it fits. */
export interface Available {
  readonly id: string;
  readonly caseId: string | null;
  readonly groupId: string | null;
  readonly timePointId: string | null;
  readonly fit: Fit | null;
}

interface SourceOf {
  readonly id: string;
  readonly groupId: string | null;
  readonly timePointId: string | null;
}

/** What `extracts.find` and `extracts.marked` answer. */
interface Found {
  readonly hits: Hits;
  readonly fits: readonly Pick<Extract, 'codingId' | 'fit'>[];
}

/** The extracts of a theme row by row; group and time point are the source's. */
export const availableQuotes = (
  { hits, fits }: Found,
  sources: readonly SourceOf[],
): readonly Available[] => {
  const bySource = new Map(sources.map((source) => [source.id, source]));
  const fitOf = new Map(fits.map(({ codingId, fit }) => [codingId, fit]));
  return hits.ids.map((id, index) => {
    const source = bySource.get(hits.sources[hits.of.source[index] ?? -1] ?? '');
    return {
      id,
      caseId: hits.cases[hits.of.case[index] ?? -1] ?? null,
      groupId: source?.groupId ?? null,
      timePointId: source?.timePointId ?? null,
      fit: fitOf.get(id) ?? null,
    };
  });
};

/** What the quotes are narrowed to; an empty list or '' lets everything pass. */
export interface QuoteFilter {
  readonly caseIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly timePointIds: readonly string[];
  readonly fit: Fit | 'any' | 'unmarked';
  readonly text: string;
}

export const openFilter: QuoteFilter = {
  caseIds: [],
  groupIds: [],
  timePointIds: [],
  fit: 'any',
  text: '',
};

/** Stands for no case, no group or no time point among the ids of a filter. */
export const noneId = 'none';

const passes = (wanted: readonly string[], id: string | null): boolean =>
  wanted.length === 0 || wanted.includes(id ?? noneId);

/** Those that a filter lets pass; which ones hold its words is asked of the engine. */
export const filterQuotes = (
  quotes: readonly Available[],
  filter: QuoteFilter,
): readonly Available[] =>
  quotes.filter(
    (quote) =>
      passes(filter.caseIds, quote.caseId) &&
      passes(filter.groupIds, quote.groupId) &&
      passes(filter.timePointIds, quote.timePointId) &&
      (filter.fit === 'any' || filter.fit === (quote.fit ?? 'unmarked')),
  );

/** How much of a case or a group is chosen, of how much there is. */
export interface Share {
  readonly id: string;
  readonly name: string;
  readonly chosen: number;
  readonly available: number;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * How chosen and available quotes are shared out, by name, so that nothing moves while one chooses;
 * quotes without one count under `none`, last. Whoever has no quote here is not among them.
 */
export const sharesOf = (
  quotes: readonly Pick<Available, 'id' | 'caseId' | 'groupId'>[],
  by: 'caseId' | 'groupId',
  {
    chosen,
    names,
    none,
  }: {
    readonly chosen: ReadonlySet<string>;
    readonly names: readonly Named[];
    readonly none: string;
  },
): readonly Share[] => {
  const counts = new Map<string | null, { chosen: number; available: number }>();
  for (const quote of quotes) {
    const count = counts.get(quote[by]) ?? { chosen: 0, available: 0 };
    count.available += 1;
    if (chosen.has(quote.id)) count.chosen += 1;
    counts.set(quote[by], count);
  }
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return [...counts]
    .map(([id, count]) => ({
      id: id ?? noneId,
      name: id === null ? none : (nameOf.get(id) ?? none),
      ...count,
    }))
    .toSorted(
      (a, b) =>
        Number(a.id === noneId) - Number(b.id === noneId) ||
        fold(a.name).localeCompare(fold(b.name)),
    );
};

/** Moves what is chosen one place up (-1) or down (1); stays as it is at the ends. */
export const moved = (ids: readonly string[], id: string, step: -1 | 1): readonly string[] => {
  const from = ids.indexOf(id);
  const to = from + step;
  if (from === -1 || to < 0 || to >= ids.length) return ids;
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
};

interface Use {
  readonly narratives: number;
  readonly reports: number;
  readonly packs: number;
}

const places = (count: number, noun: string): readonly string[] =>
  count === 0 ? [] : [`${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`];

/** How often a quote is used and where, for example `Used twice: 1 narrative, 1 report`; '' for not yet. */
export const usedWords = (use: Use | undefined): string => {
  if (use === undefined) return '';
  const times = use.narratives + use.reports + use.packs;
  const often = ['', 'once', 'twice'][times] ?? `${times.toLocaleString()} times`;
  const where = [
    ...places(use.narratives, 'narrative'),
    ...places(use.reports, 'report'),
    ...places(use.packs, 'review pack'),
  ];
  return times === 0 ? '' : `Used ${often}: ${where.join(', ')}`;
};
