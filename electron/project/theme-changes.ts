import { v7 as uuidv7 } from 'uuid';
import type { Extract } from '#shared/model/extract.ts';
import type { ThemeCode } from '#shared/model/theme.ts';
import { moveSupports } from './claims.ts';
import { insertRecord, updateRecord } from './records.ts';
import { inJson, type Store } from './store.ts';
import { codesInThemes, nextThemePosition } from './themes.ts';
import { nextPosition, withDescendants } from './tree.ts';

/** Gives the codes of themes to another, behind its own; a code that stands there already stays once. */
const handOverCodes = (store: Store, from: readonly string[], into: string): void => {
  const list = JSON.stringify(from);
  store.run(
    `DELETE FROM theme_code WHERE themeId IN ${inJson} AND (
       codeId IN (SELECT codeId FROM theme_code WHERE themeId = ?)
       OR id NOT IN (SELECT min(id) FROM theme_code WHERE themeId IN ${inJson} GROUP BY codeId))`,
    list,
    into,
    list,
  );
  const first = nextThemePosition(store, into);
  const places = from.flatMap((id) =>
    store.all<ThemeCode>('SELECT * FROM theme_code WHERE themeId = ? ORDER BY position, id', id),
  );
  for (const [index, { id }] of places.entries())
    updateRecord(store, 'theme_code', { id, themeId: into, position: first + index });
};

/** Gives what was said of extracts to another theme; where it said something itself, that stays. */
const handOverFits = (store: Store, list: string, into: string): void => {
  store.run(
    `DELETE FROM extract WHERE themeId IN ${inJson} AND (
       codingId IN (SELECT codingId FROM extract WHERE themeId = ?)
       OR id NOT IN (SELECT min(id) FROM extract WHERE themeId IN ${inJson} GROUP BY codingId))`,
    list,
    into,
    list,
  );
  store.run(`UPDATE extract SET themeId = ? WHERE themeId IN ${inJson}`, into, list);
};

/** Draws the relations of themes from and to another one; those between them go, and doubles. */
const handOverRelations = (store: Store, list: string, into: string): void => {
  store.run(
    `DELETE FROM relation WHERE (fromId = ? OR fromId IN ${inJson}) AND (toId = ? OR toId IN ${inJson})`,
    into,
    list,
    into,
    list,
  );
  store.run(`UPDATE relation SET fromId = ? WHERE fromId IN ${inJson}`, into, list);
  store.run(`UPDATE relation SET toId = ? WHERE toId IN ${inJson}`, into, list);
  store.run(
    `DELETE FROM relation WHERE ? IN (fromId, toId) AND id NOT IN (
       SELECT min(id) FROM relation WHERE ? IN (fromId, toId) GROUP BY fromId, toId, label)`,
    into,
    into,
  );
};

const handOverSubthemes = (store: Store, list: string, into: string): void => {
  const first = nextPosition(store, 'theme', into);
  const subthemes = store.all<{ id: string }>(
    `SELECT id FROM theme WHERE parentId IN ${inJson} AND id NOT IN ${inJson} ORDER BY parentId, position`,
    list,
    list,
  );
  for (const [index, { id }] of subthemes.entries())
    updateRecord(store, 'theme', { id, parentId: into, position: first + index });
};

/**
 * Gives everything that hangs on the themes `from` to `into`, and deletes them: codes, how extracts
 * fit, subthemes, memos, relations on the map, claims that rest on them, answers of reviewers. `into`
 * is not nested in any of them.
 */
export const mergeThemes = (store: Store, from: readonly string[], into: string): void => {
  const list = JSON.stringify(from);
  handOverCodes(store, from, into);
  handOverFits(store, list, into);
  handOverRelations(store, list, into);
  moveSupports(store, from, into);
  handOverSubthemes(store, list, into);
  store.run(
    `UPDATE memo SET targetId = ? WHERE targetKind = 'theme' AND targetId IN ${inJson}`,
    into,
    list,
  );
  store.run(`UPDATE reply_item SET themeId = ? WHERE themeId IN ${inJson}`, into, list);
  // One of them may be nested in another: what is nested goes first.
  for (const id of withDescendants(store, 'theme', from).toReversed())
    store.run('DELETE FROM theme WHERE id = ?', id);
};

/**
 * Gives the fits of extracts with these codes, which have just moved, to the theme they moved to.
 * Where a subtheme of the old theme still holds the code, they stay there too.
 */
const moveFits = (store: Store, from: string, to: { id: string; codeIds: readonly string[] }) => {
  const still = new Set(codesInThemes(store, withDescendants(store, 'theme', [from])));
  const fits = store.all<Extract & { readonly codeId: string }>(
    `SELECT extract.*, coding.codeId FROM extract JOIN coding ON coding.id = codingId
     WHERE themeId = ? AND codeId IN ${inJson}`,
    from,
    JSON.stringify(to.codeIds),
  );
  for (const { codeId, ...extract } of fits)
    if (still.has(codeId))
      insertRecord(store, 'extract', { ...extract, id: uuidv7(), themeId: to.id });
    else updateRecord(store, 'extract', { id: extract.id, themeId: to.id });
};

/** Moves codes (by their places in one theme) to a new one, in this order, with how their extracts fit. */
export const splitOff = (store: Store, places: readonly ThemeCode[], to: string): void => {
  for (const [position, { id }] of places.entries())
    updateRecord(store, 'theme_code', { id, themeId: to, position });
  const [first] = places;
  if (first !== undefined)
    moveFits(store, first.themeId, { id: to, codeIds: places.map(({ codeId }) => codeId) });
};
