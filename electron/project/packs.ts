import type { PackRow } from '#shared/contract/packs.ts';
import type { Labels } from '#shared/text/leaks-names.ts';
import { inJson, type Store } from './store.ts';

/** Every review pack, newest first, with how much is in it and how many replies it has. */
export const listPacks = (store: Store): PackRow[] =>
  store.all<PackRow>(
    `SELECT id, name, coderId, createdAt, json_array_length(contents, '$.themes') AS themes,
       (SELECT coalesce(sum(json_array_length(value, '$.quotes')), 0)
        FROM json_each(contents, '$.themes')) AS quotes,
       (SELECT count(*) FROM reply WHERE packId = review_pack.id) AS replies
     FROM review_pack ORDER BY createdAt DESC, id DESC`,
  );

/** How many replies a pack has. */
export const countReplies = (store: Store, packId: string): number =>
  store.get<{ n: number }>('SELECT count(*) AS n FROM reply WHERE packId = ?', packId)?.n ?? 0;

/** What the project calls people and files. */
export const readLabels = (store: Store): Labels => {
  const column = (sql: string): readonly string[] =>
    store.all<{ label: string }>(sql).map(({ label }) => label);
  return {
    pseudonyms: column('SELECT pseudonym AS label FROM "case"'),
    speakers: column('SELECT DISTINCT label FROM speaker'),
    sources: column('SELECT name AS label FROM source'),
  };
};

/** How many people of each group are in the study: its cases, or its sources where it has none. */
export const peopleByGroup = (store: Store): ReadonlyMap<string, number> =>
  new Map(
    store
      .all<{ id: string; cases: number; sources: number }>(
        `SELECT id, (SELECT count(*) FROM "case" WHERE groupId = "group".id) AS cases,
           (SELECT count(*) FROM source WHERE groupId = "group".id) AS sources FROM "group"`,
      )
      .map(({ id, cases, sources }) => [id, cases === 0 ? sources : cases]),
  );

/** The words of the codebook: of the names of codes and of what is written about them. */
export const codebookText = (store: Store): string =>
  store
    .all<{ words: string }>(
      `SELECT name || ' ' || definition || ' ' || inclusion || ' ' || exclusion AS words FROM code`,
    )
    .map(({ words }) => words)
    .join('\n');

/**
 * Which of some words nobody says in any source, by the search index; none where it is not up to
 * date, since then nothing can be said about them.
 */
export const wordsNobodySays = (store: Store, words: readonly string[]): ReadonlySet<string> => {
  const isStale =
    store.get<{ n: number }>("SELECT count(*) AS n FROM search_stale WHERE kind = 'source'")?.n !==
    0;
  if (isStale || words.length === 0) return new Set();
  const said = store.all<{ word: string }>(
    `SELECT value AS word FROM json_each(?) WHERE EXISTS (
       SELECT 1 FROM search_word WHERE search_word MATCH '"' || replace(value, '"', '') || '"'
         AND rowid IN (SELECT id FROM search_entry WHERE sourceId IS NOT NULL))`,
    JSON.stringify(words),
  );
  const known = new Set(said.map(({ word }) => word));
  return new Set(words.filter((word) => !known.has(word)));
};

/** The group of the case that each of these quotes counts for, else of its source. */
export const groupsOfQuotes = (
  store: Store,
  caseIds: readonly string[],
): ReadonlyMap<string, string> =>
  new Map(
    store
      .all<{ id: string; groupId: string }>(
        `SELECT id, groupId FROM "case" WHERE groupId IS NOT NULL AND id IN ${inJson}`,
        JSON.stringify(caseIds),
      )
      .map(({ id, groupId }) => [id, groupId]),
  );
