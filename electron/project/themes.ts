import type { Theme, ThemeCode } from '#shared/model/theme.ts';
import { inJson, type Store } from './store.ts';
import { listTree } from './tree.ts';

/** All themes, parents before subthemes, siblings in order. */
export const listThemes = (store: Store): Theme[] => listTree<Theme>(store, 'theme');

/** Which codes stand in which themes, in order. */
export const listThemeCodes = (store: Store): ThemeCode[] =>
  store.all<ThemeCode>('SELECT * FROM theme_code ORDER BY themeId, position, id');

/** The place of a code in a theme, if it has one. */
export const findThemeCode = (
  store: Store,
  themeId: string,
  codeId: string,
): ThemeCode | undefined =>
  store.get<ThemeCode>(
    'SELECT * FROM theme_code WHERE themeId = ? AND codeId = ?',
    themeId,
    codeId,
  );

/** How many codes stand in a theme's places up to the last: where the next one goes. */
export const nextThemePosition = (store: Store, themeId: string): number =>
  store.get<{ next: number }>(
    'SELECT coalesce(max(position), -1) + 1 AS next FROM theme_code WHERE themeId = ?',
    themeId,
  )?.next ?? 0;

/** Moves the codes of a theme from `position` on one place back. */
export const makeThemeRoom = (store: Store, themeId: string, position: number): void => {
  store.run(
    'UPDATE theme_code SET position = position + 1 WHERE themeId = ? AND position >= ?',
    themeId,
    position,
  );
};

/** The codes in any of these themes. */
export const codesInThemes = (store: Store, themeIds: readonly string[]): string[] =>
  store
    .all<{ codeId: string }>(
      `SELECT DISTINCT codeId FROM theme_code WHERE themeId IN ${inJson}`,
      JSON.stringify(themeIds),
    )
    .map((row) => row.codeId);

/** Deletes themes (given with their subthemes) with their memos; codes stay. */
export const deleteThemes = (store: Store, ids: readonly string[]): void => {
  const list = JSON.stringify(ids);
  store.run(`DELETE FROM memo WHERE targetKind = 'theme' AND targetId IN ${inJson}`, list);
  store.run(`DELETE FROM theme_code WHERE themeId IN ${inJson}`, list);
  for (const id of ids.toReversed()) store.run('DELETE FROM theme WHERE id = ?', id);
};
