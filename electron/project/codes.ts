import type { CodeImpact } from '#shared/contract/codes.ts';
import { type Code, type CodeUse, codeColours } from '#shared/model/code.ts';
import type { KeptApart } from '#shared/model/kept-apart.ts';
import { moveSupports } from './claims.ts';
import { inJson, type Store } from './store.ts';
import { listTree } from './tree.ts';

/** All codes, parents before children, siblings in order. */
export const listCodes = (store: Store): Code[] => listTree<Code>(store, 'code');

/** How often the codes named are used; all codes when `ids` is null. Unused codes count 0. */
export const codeUse = (store: Store, ids: readonly string[] | null): CodeUse[] => {
  const list = ids === null ? null : JSON.stringify(ids);
  return store.all<CodeUse>(
    `SELECT code.id AS codeId, coalesce(sum(u.codings), 0) AS codings, count(u.sourceId) AS sources
     FROM code LEFT JOIN code_use u ON u.codeId = code.id
     WHERE ? IS NULL OR code.id IN ${inJson} GROUP BY code.id`,
    list,
    list,
  );
};

/** The colour that the fewest codes have so far; of equals, the first of the palette. */
export const rarestColour = (store: Store): number => {
  const counts = Array.from({ length: codeColours }, () => 0);
  for (const row of store.all<{ colour: number; n: number }>(
    'SELECT colour, count(*) AS n FROM code GROUP BY colour',
  ))
    counts[row.colour] = row.n;
  return counts.indexOf(Math.min(...counts));
};

/** The code of this name (as a person would say it: case aside) under this parent, if any. */
export const findCodeByName = (
  store: Store,
  name: string,
  parentId: string | null,
): Code | undefined =>
  store
    .all<Code>('SELECT * FROM code WHERE parentId IS ?', parentId)
    .find((code) => code.name.localeCompare(name, undefined, { sensitivity: 'accent' }) === 0);

/** What these codes (already with their descendants) hold: counted, and the themes named. */
export const codeImpact = (store: Store, ids: readonly string[]): CodeImpact => {
  const list = JSON.stringify(ids);
  const counts = store.get<Omit<CodeImpact, 'codes' | 'themes'>>(
    `SELECT
      (SELECT count(*) FROM coding WHERE codeId IN ${inJson}) AS codings,
      (SELECT count(DISTINCT sourceId) FROM code_use WHERE codeId IN ${inJson}) AS sources,
      (SELECT count(*) FROM memo WHERE targetId IN ${inJson}
        OR targetId IN (SELECT id FROM coding WHERE codeId IN ${inJson})) AS memos,
      (SELECT count(DISTINCT claimId) FROM support WHERE onId IN ${inJson}
        OR onKind = 'coding' AND onId IN (SELECT id FROM coding WHERE codeId IN ${inJson})) AS claims`,
    ...Array.from({ length: 6 }, () => list),
  ) ?? { codings: 0, sources: 0, memos: 0, claims: 0 };
  const themes = store
    .all<{ name: string }>(
      `SELECT DISTINCT theme.name FROM theme_code JOIN theme ON theme.id = themeId
       WHERE codeId IN ${inJson} ORDER BY theme.name`,
      list,
    )
    .map((row) => row.name);
  return { codes: ids.length, ...counts, themes };
};

/** The codes whose codings are all by one coder, and that coder. */
export const codesOfOneCoder = (store: Store): { codeId: string; coderId: string }[] =>
  store.all<{ codeId: string; coderId: string }>(
    `SELECT codeId, first AS coderId FROM (
       SELECT code.id AS codeId,
         (SELECT min(coderId) FROM coding WHERE codeId = code.id) AS first,
         (SELECT max(coderId) FROM coding WHERE codeId = code.id) AS last
       FROM code)
     WHERE first = last`,
  );

/** The pairs of codes that somebody decided to keep apart. */
export const listKeptApart = (store: Store): KeptApart[] =>
  store.all<KeptApart>('SELECT * FROM kept_apart ORDER BY id');

/** The decision to keep two codes apart, in either order, if there is one. */
export const findKeptApart = (
  store: Store,
  pair: readonly [string, string],
): KeptApart | undefined => {
  const [codeId, otherId] = pair.toSorted();
  return store.get<KeptApart>(
    'SELECT * FROM kept_apart WHERE codeId = ? AND otherId = ?',
    codeId,
    otherId,
  );
};

/** Forgets the decisions about codes that go away. */
const forgetKeptApart = (store: Store, ids: readonly string[]): void => {
  const list = JSON.stringify(ids);
  store.run(`DELETE FROM kept_apart WHERE codeId IN ${inJson} OR otherId IN ${inJson}`, list, list);
};

/** Deletes these codes (given with their descendants) with codings, memos and places in themes. */
export const deleteCodes = (store: Store, ids: readonly string[]): void => {
  const list = JSON.stringify(ids);
  store.run(
    `DELETE FROM memo WHERE targetId IN ${inJson}
     OR targetId IN (SELECT id FROM coding WHERE codeId IN ${inJson})`,
    list,
    list,
  );
  store.run(`DELETE FROM coding WHERE codeId IN ${inJson}`, list);
  forgetKeptApart(store, ids);
  store.run(`DELETE FROM theme_code WHERE codeId IN ${inJson}`, list);
  for (const id of ids.toReversed()) store.run('DELETE FROM code WHERE id = ?', id);
};

/**
 * Gives what hangs on the codes `from` to `into`: memos, places in themes, claims that rest on them,
 * child codes (behind its own, from `position` on). Where a theme holds several of them, one place is
 * left. What was kept apart from them is forgotten.
 */
export const handOver = (
  store: Store,
  from: readonly string[],
  to: { readonly into: string; readonly position: number },
): void => {
  const list = JSON.stringify(from);
  forgetKeptApart(store, from);
  store.run(
    `UPDATE memo SET targetId = ? WHERE targetKind = 'code' AND targetId IN ${inJson}`,
    to.into,
    list,
  );
  store.run(
    `DELETE FROM theme_code WHERE codeId IN ${inJson} AND (
       themeId IN (SELECT themeId FROM theme_code WHERE codeId = ?)
       OR id NOT IN (SELECT min(id) FROM theme_code WHERE codeId IN ${inJson} GROUP BY themeId))`,
    list,
    to.into,
    list,
  );
  store.run(`UPDATE theme_code SET codeId = ? WHERE codeId IN ${inJson}`, to.into, list);
  moveSupports(store, from, to.into);
  const children = store.all<{ id: string }>(
    `SELECT id FROM code WHERE parentId IN ${inJson} AND id <> ? AND id NOT IN ${inJson}
     ORDER BY parentId, position`,
    list,
    to.into,
    list,
  );
  for (const [index, child] of children.entries())
    store.run(
      'UPDATE code SET parentId = ?, position = ? WHERE id = ?',
      to.into,
      to.position + index,
      child.id,
    );
};
