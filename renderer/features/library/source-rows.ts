import { fold } from '#renderer/ui/words.ts';
import type { SourceRow } from '#shared/contract/sources.ts';
import type { Case } from '#shared/model/case.ts';
import type { Group } from '#shared/model/group.ts';
import type { TimePoint } from '#shared/model/time-point.ts';
import { type Grouping, groupings, type SourceColumn } from './library-state.ts';

/** A source with the names of what it belongs to; '' where it belongs to none. */
export interface SourceEntry extends SourceRow {
  readonly group: string;
  readonly groupPlace: number;
  readonly case: string;
  readonly timePoint: string;
  readonly timePointPlace: number;
}

/** The records that sources belong to. */
export interface Belongings {
  readonly groups: readonly Group[];
  readonly cases: readonly Pick<Case, 'id' | 'pseudonym'>[];
  readonly timePoints: readonly TimePoint[];
}

const byName = new Intl.Collator(undefined, { numeric: true }).compare;

/** Sources with the names of their group, case and time point. */
export const withNames = (
  sources: readonly SourceRow[],
  { groups, cases, timePoints }: Belongings,
): readonly SourceEntry[] => {
  const group = new Map(groups.map((one) => [one.id, one]));
  const pseudonym = new Map(cases.map((one) => [one.id, one.pseudonym]));
  const timePoint = new Map(timePoints.map((one) => [one.id, one]));
  // What belongs to none comes last.
  const last = Number.MAX_SAFE_INTEGER;
  return sources.map((source) => ({
    ...source,
    group: group.get(source.groupId ?? '')?.name ?? '',
    groupPlace: group.get(source.groupId ?? '')?.position ?? last,
    case: pseudonym.get(source.caseId ?? '') ?? '',
    timePoint: timePoint.get(source.timePointId ?? '')?.name ?? '',
    timePointPlace: timePoint.get(source.timePointId ?? '')?.position ?? last,
  }));
};

const comparers: Readonly<Record<SourceColumn, (a: SourceEntry, b: SourceEntry) => number>> = {
  name: (a, b) => byName(a.name, b.name),
  kind: (a, b) => byName(a.kind, b.kind),
  group: (a, b) => a.groupPlace - b.groupPlace,
  case: (a, b) => Number(a.case === '') - Number(b.case === '') || byName(a.case, b.case),
  timePoint: (a, b) => a.timePointPlace - b.timePointPlace,
  words: (a, b) => a.words - b.words,
  turns: (a, b) => a.turns - b.turns,
  codings: (a, b) => a.codings - b.codings,
  importedAt: (a, b) => byName(a.importedAt, b.importedAt),
};

/** The sources that have these words in a name of theirs, without regard to case and accents. */
export const matching = (
  sources: readonly SourceEntry[],
  filter: string,
): readonly SourceEntry[] => {
  const typed = fold(filter.trim());
  return sources.filter((source) =>
    [source.name, source.kind, source.group, source.case, source.timePoint, source.fileName].some(
      (name) => fold(name).includes(typed),
    ),
  );
};

/** A row of the table: a source, or the heading over the sources that have something in common. */
export type TableRow =
  | { readonly type: 'source'; readonly id: string; readonly source: SourceEntry }
  | {
      readonly type: 'heading';
      readonly id: string;
      readonly name: string;
      readonly count: number;
    };

interface Wish {
  readonly filter: string;
  readonly grouping: Grouping;
  readonly column: SourceColumn;
  readonly descending: boolean;
}

const headingOf = (source: SourceEntry, grouping: Grouping): string => {
  if (grouping === 'none') return '';
  const word = groupings.find((known) => known.id === grouping)?.name.replace('By ', '') ?? '';
  return source[grouping] === '' ? `No ${word}` : source[grouping];
};

/** The rows from top to bottom: filtered, sorted, and under headings where they are grouped. */
export const tableRows = (
  sources: readonly SourceEntry[],
  { filter, grouping, column, descending }: Wish,
): readonly TableRow[] => {
  const sign = descending ? -1 : 1;
  const shown = matching(sources, filter).toSorted(
    (a, b) => sign * comparers[column](a, b) || byName(a.name, b.name),
  );
  const row = (source: SourceEntry): TableRow => ({ type: 'source', id: source.id, source });
  if (grouping === 'none') return shown.map(row);
  const order = comparers[grouping];
  return [...Map.groupBy(shown, (source) => headingOf(source, grouping))]
    .sort(([, [a]], [, [b]]) => (a === undefined || b === undefined ? 0 : order(a, b)))
    .flatMap(([name, members]) => [
      { type: 'heading', id: `heading ${name}`, name, count: members.length },
      ...members.map(row),
    ]);
};
