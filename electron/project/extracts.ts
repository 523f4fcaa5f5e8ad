import type { Extract, Extracted } from '#shared/model/extract.ts';
import { retrieveSegments } from './retrieval-segments.ts';
import { inJson, type Store } from './store.ts';

interface Belonging {
  readonly id: string;
  readonly groupId: string | null;
  readonly group: string | null;
  readonly timePointId: string | null;
  readonly timePoint: string | null;
}

const belongingOf = (store: Store, sourceIds: readonly string[]): ReadonlyMap<string, Belonging> =>
  new Map(
    store
      .all<Belonging>(
        `SELECT source.id, groupId, "group".name AS "group", timePointId, time_point.name AS timePoint
         FROM source LEFT JOIN "group" ON "group".id = groupId
         LEFT JOIN time_point ON time_point.id = timePointId WHERE source.id IN ${inJson}`,
        JSON.stringify(sourceIds),
      )
      .map((row) => [row.id, row]),
  );

const noFit: ReadonlyMap<string, Extract> = new Map();

const fitsOf = (
  store: Store,
  themeId: string,
  codingIds: readonly string[],
): ReadonlyMap<string, Extract> =>
  new Map(
    store
      .all<Extract>(
        `SELECT * FROM extract WHERE themeId = ? AND codingId IN ${inJson}`,
        themeId,
        JSON.stringify(codingIds),
      )
      .map((extract) => [extract.codingId, extract]),
  );

/**
 * These codings as quotes, in the order of the ids, with how they fit a theme (null: none is asked
 * about); those that are no longer there are left out.
 */
export const getExtracts = (
  store: Store,
  codingIds: readonly string[],
  themeId: string | null,
): Extracted[] => {
  const segments = retrieveSegments(store, codingIds);
  const belonging = belongingOf(store, [...new Set(segments.map(({ sourceId }) => sourceId))]);
  const found = themeId === null ? noFit : fitsOf(store, themeId, codingIds);
  return segments.map((segment) => {
    const source = belonging.get(segment.sourceId);
    const extract = found.get(segment.id);
    return {
      ...segment,
      groupId: source?.groupId ?? null,
      group: source?.group ?? null,
      timePointId: source?.timePointId ?? null,
      timePoint: source?.timePoint ?? null,
      fit: extract?.fit ?? null,
      note: extract?.note ?? '',
    };
  });
};

/** The codings of these codes by source name and place: a page of their ids, and how many there are. */
export const listExtractIds = (
  store: Store,
  codeIds: readonly string[],
  page: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly ids: readonly string[] } => {
  const list = JSON.stringify(codeIds);
  const total =
    store.get<{ n: number }>(`SELECT count(*) AS n FROM coding WHERE codeId IN ${inJson}`, list)
      ?.n ?? 0;
  const rows = store.all<{ id: string }>(
    `SELECT coding.id FROM coding JOIN source ON source.id = sourceId WHERE codeId IN ${inJson}
     ORDER BY source.name, sourceId, start, end, coding.id LIMIT ? OFFSET ?`,
    list,
    page.limit,
    page.offset,
  );
  return { total, ids: rows.map(({ id }) => id) };
};

/** What has been said of a coding's fit with a theme. */
export const findExtract = (store: Store, themeId: string, codingId: string): Extract | undefined =>
  store.get<Extract>('SELECT * FROM extract WHERE themeId = ? AND codingId = ?', themeId, codingId);

/** What has been said of any coding's fit with a theme. */
export const markedExtracts = (store: Store, themeId: string): Extract[] =>
  store.all<Extract>('SELECT * FROM extract WHERE themeId = ? ORDER BY id', themeId);
