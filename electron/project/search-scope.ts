import type { SearchKind, SearchQuestion, SearchScope } from '#shared/contract/search.ts';
import { searchKinds } from '#shared/contract/search.ts';
import { idsOfKind } from './search-index.ts';
import { inJson, type Store } from './store.ts';

/** Whether a scope lets everything pass. */
const isOpen = (scope: SearchScope): boolean =>
  Object.values(scope).every((list: readonly string[]) => list.length === 0);

/** The kinds that are searched: with a scope only transcripts, since nothing else has a speaker. */
const kindsOf = ({
  kinds,
  scope,
}: Pick<SearchQuestion, 'kinds' | 'scope'>): readonly SearchKind[] =>
  searchKinds.filter((kind) => kinds.includes(kind) && (kind === 'transcript' || isOpen(scope)));

/** A condition in SQL with its parameters. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const json = (list: readonly unknown[]): string => JSON.stringify(list);

/** The sources that a scope lets through, as a condition on `s`, the source. */
const onSource = (scope: SearchScope): readonly Condition[] => [
  ...(scope.sourceIds.length === 0
    ? []
    : [{ sql: `s.id IN ${inJson}`, parameters: [json(scope.sourceIds)] }]),
  ...(scope.groupIds.length === 0
    ? []
    : [{ sql: `s.groupId IN ${inJson}`, parameters: [json(scope.groupIds)] }]),
  ...(scope.timePointIds.length === 0
    ? []
    : [{ sql: `s.timePointId IN ${inJson}`, parameters: [json(scope.timePointIds)] }]),
];

/** Conditions of a scope on `t`, the turn, `sp`, its speaker, and `s`, its source. */
export const onTurn = (scope: SearchScope): readonly Condition[] => [
  ...(scope.caseIds.length === 0
    ? []
    : [{ sql: `coalesce(sp.caseId, s.caseId) IN ${inJson}`, parameters: [json(scope.caseIds)] }]),
  ...(scope.speakerLabels.length === 0
    ? []
    : [{ sql: `sp.label IN ${inJson}`, parameters: [json(scope.speakerLabels)] }]),
  ...(scope.speakerRoles.length === 0
    ? []
    : [{ sql: `sp.role IN ${inJson}`, parameters: [json(scope.speakerRoles)] }]),
];

/** Conditions that must all hold, as one; `sql` is empty for none. */
export const joined = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(' AND '),
  parameters: conditions.flatMap(({ parameters }) => parameters),
});

/** The ids of the sources that a scope lets through, by name; the conditions on turns aside. */
export const sourcesInScope = (store: Store, scope: SearchScope): readonly string[] => {
  const { sql, parameters } = joined(onSource(scope));
  return store
    .all<{ id: string }>(
      `SELECT s.id FROM source s ${sql === '' ? '' : `WHERE ${sql}`} ORDER BY s.name, s.id`,
      ...parameters,
    )
    .map(({ id }) => id);
};

/**
 * What of the index is looked at, as a condition on an index `f`: the ids of the kinds, and where a
 * scope is set the entries of turns that it lets through. Null where nothing is.
 */
export const entriesAskedFor = (
  store: Store,
  question: Pick<SearchQuestion, 'kinds' | 'scope'>,
): Condition | null => {
  const kinds = kindsOf(question);
  if (kinds.length === 0) return null;
  const { scope } = question;
  const ranges: Condition[] = [];
  const ids = kinds.map(idsOfKind);
  ranges.push({
    sql: 'f.rowid >= ? AND f.rowid < ?',
    parameters: [ids[0]?.first, ids.at(-1)?.end],
  });
  for (const kind of searchKinds.filter((known) => !kinds.includes(known))) {
    const { first, end } = idsOfKind(kind);
    ranges.push({ sql: 'NOT (f.rowid >= ? AND f.rowid < ?)', parameters: [first, end] });
  }
  if (isOpen(scope)) return joined(ranges);
  const sources = sourcesInScope(store, scope);
  const span = store.get<{ first: number | null; last: number | null }>(
    `SELECT min(id) AS first, max(id) AS last FROM search_entry WHERE sourceId IN ${inJson}`,
    json(sources),
  );
  if (span?.first == null) return null;
  // The span lets the index be read from where the first of these sources stands.
  ranges.push({ sql: 'f.rowid >= ? AND f.rowid <= ?', parameters: [span.first, span.last] });
  const turn = joined(onTurn(scope));
  ranges.push(
    turn.sql === ''
      ? {
          sql: `EXISTS (SELECT 1 FROM search_entry e WHERE e.id = f.rowid AND e.sourceId IN ${inJson})`,
          parameters: [json(sources)],
        }
      : {
          sql: `EXISTS (SELECT 1 FROM search_entry e JOIN turn t ON t.id = e.recordId
            JOIN source s ON s.id = t.sourceId LEFT JOIN speaker sp ON sp.id = t.speakerId
            WHERE e.id = f.rowid AND e.sourceId IN ${inJson} AND ${turn.sql})`,
          parameters: [json(sources), ...turn.parameters],
        },
  );
  return joined(ranges);
};
