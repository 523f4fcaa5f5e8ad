import { v7 as uuidv7 } from 'uuid';
import { listSegments } from '#electron/project/codings.ts';
import { deleteRecord, getRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import type { Store } from '#electron/project/store.ts';
import {
  codesInThemes,
  deleteThemes,
  findThemeCode,
  listThemeCodes,
  listThemes,
  makeThemeRoom,
  nextThemePosition,
} from '#electron/project/themes.ts';
import { makeRoom, nextPosition, refuseCycle, withDescendants } from '#electron/project/tree.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { CheckedInput } from '#shared/contract/index.ts';
import type { Theme, ThemeCode, ThemeStatus } from '#shared/model/theme.ts';
import type { Handlers } from './context.ts';
import { quoted } from './words.ts';

interface Placing {
  readonly themeId: string;
  readonly codeId: string;
  readonly position: number | undefined;
}

const place = (store: Store, { themeId, codeId, position }: Placing): ThemeCode => {
  const at = position ?? nextThemePosition(store, themeId);
  if (position !== undefined) makeThemeRoom(store, themeId, position);
  const there = findThemeCode(store, themeId, codeId);
  if (there !== undefined) {
    updateRecord(store, 'theme_code', { id: there.id, position: at });
    return { ...there, position: at };
  }
  const created = { id: uuidv7(), themeId, codeId, position: at };
  insertRecord(store, 'theme_code', created);
  return created;
};

const takeOut = (store: Store, themeId: string, codeId: string): void => {
  const there = findThemeCode(store, themeId, codeId);
  if (there === undefined) throw new Failure('not-found', 'This code is not in this theme.');
  deleteRecord(store, 'theme_code', there.id);
};

const codeName = (store: Store, id: string): string => quoted(getRecord(store, 'code', id).name);
const themeName = (store: Store, id: string): string => quoted(getRecord(store, 'theme', id).name);

const statusLabels: Readonly<Record<ThemeStatus, (name: string) => string>> = {
  candidate: (name) => `Make theme ${name} a candidate`,
  reviewed: (name) => `Mark theme ${name} as reviewed`,
  named: (name) => `Mark theme ${name} as named`,
  retired: (name) => `Retire theme ${name}`,
};

/** What changing a theme is called. */
const changeLabel = (before: Theme, input: CheckedInput<'themes.update'>): string => {
  const name = quoted(before.name);
  if (input.name !== undefined && input.name !== before.name)
    return `Rename theme ${name} to ${quoted(input.name)}`;
  if (input.status !== undefined && input.status !== before.status)
    return statusLabels[input.status](name);
  return `Change theme ${name}`;
};

export const themesHandlers: Handlers<'themes'> = {
  'themes.list': ({ project }) => listThemes(project.store),
  'themes.codes': ({ project }) => listThemeCodes(project.store),
  'themes.create': ({ project: { store }, label }, input) => {
    label(`Create theme ${quoted(input.name)}`);
    const { parentId } = input;
    if (parentId !== null) getRecord(store, 'theme', parentId);
    if (input.position !== undefined)
      makeRoom(store, 'theme', { parentId, position: input.position, count: 1 });
    const theme: Theme = {
      ...input,
      id: uuidv7(),
      position: input.position ?? nextPosition(store, 'theme', parentId),
      createdAt: new Date().toISOString(),
    };
    insertRecord(store, 'theme', theme);
    return theme;
  },
  'themes.update': ({ project: { store }, label }, input) => {
    const before = getRecord(store, 'theme', input.id);
    if (input.status === 'retired' && (input.retiredReason ?? before.retiredReason).trim() === '')
      throw new Failure('bad-input', 'Say why the theme is retired.');
    label(changeLabel(before, input));
    updateRecord(store, 'theme', input);
    return getRecord(store, 'theme', input.id);
  },
  'themes.move': ({ project: { store }, label }, { id, parentId, position }) => {
    label(`Move theme ${themeName(store, id)}`);
    if (parentId !== null) getRecord(store, 'theme', parentId);
    refuseCycle(store, 'theme', { ids: [id], parentId });
    const at = position ?? nextPosition(store, 'theme', parentId);
    makeRoom(store, 'theme', { parentId, position: at, count: 1 });
    updateRecord(store, 'theme', { id, parentId, position: at });
    return getRecord(store, 'theme', id);
  },
  'themes.delete': ({ project: { store }, label }, { id }) => {
    label(`Delete theme ${themeName(store, id)}`);
    deleteThemes(store, withDescendants(store, 'theme', [id]));
    return null;
  },
  'themes.addCode': ({ project: { store }, label }, { themeId, codeId, position }) => {
    label(`Add ${codeName(store, codeId)} to theme ${themeName(store, themeId)}`);
    return place(store, { themeId, codeId, position });
  },
  'themes.removeCode': ({ project: { store }, label }, { themeId, codeId }) => {
    label(`Take ${codeName(store, codeId)} out of theme ${themeName(store, themeId)}`);
    takeOut(store, themeId, codeId);
    return null;
  },
  'themes.moveCode': (
    { project: { store }, label },
    { codeId, fromThemeId, toThemeId, position },
  ) => {
    label(`Move ${codeName(store, codeId)} to theme ${themeName(store, toThemeId)}`);
    if (fromThemeId !== toThemeId) takeOut(store, fromThemeId, codeId);
    return place(store, { themeId: toThemeId, codeId, position });
  },
  'themes.segments': ({ project: { store } }, { themeId, offset, limit }) =>
    listSegments(store, codesInThemes(store, withDescendants(store, 'theme', [themeId])), {
      offset,
      limit,
    }),
};
