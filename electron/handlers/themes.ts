import { v7 as uuidv7 } from 'uuid';
import { countResting } from '#electron/project/claims.ts';
import { listSegments } from '#electron/project/codings.ts';
import { keepPassages } from '#electron/project/passages.ts';
import { deleteRecord, getRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import type { Store } from '#electron/project/store.ts';
import { mergeThemes, splitOff } from '#electron/project/theme-changes.ts';
import { reachOf } from '#electron/project/theme-reach.ts';
import { listUncoded } from '#electron/project/theme-uncoded.ts';
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
import { joinedThemeWords } from './theme-words.ts';
import { counted, quoted } from './words.ts';

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

const addTheme = (store: Store, draft: CheckedInput<'themes.create'>): Theme => {
  const { parentId, position } = draft;
  if (position !== undefined) makeRoom(store, 'theme', { parentId, position, count: 1 });
  const theme: Theme = {
    ...draft,
    id: uuidv7(),
    position: position ?? nextPosition(store, 'theme', parentId),
    createdAt: new Date().toISOString(),
  };
  insertRecord(store, 'theme', theme);
  keepPassages(store, theme.narrative);
  return theme;
};

const emptyTheme = {
  concept: '',
  boundaries: '',
  narrative: '',
  summary: '',
  status: 'candidate',
  retiredReason: '',
} as const;

export const themesHandlers: Handlers<'themes'> = {
  'themes.list': ({ project }) => listThemes(project.store),
  'themes.codes': ({ project }) => listThemeCodes(project.store),
  'themes.create': ({ project: { store }, label }, input) => {
    label(`Create theme ${quoted(input.name)}`);
    if (input.parentId !== null) getRecord(store, 'theme', input.parentId);
    return addTheme(store, input);
  },
  'themes.update': ({ project: { store }, label }, input) => {
    const before = getRecord(store, 'theme', input.id);
    if (input.status === 'retired' && (input.retiredReason ?? before.retiredReason).trim() === '')
      throw new Failure('bad-input', 'Say why the theme is retired.');
    label(changeLabel(before, input));
    updateRecord(store, 'theme', input);
    if (input.narrative !== undefined) keepPassages(store, input.narrative);
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
    const ids = withDescendants(store, 'theme', [id]);
    const claims = countResting(store, ids);
    deleteThemes(store, ids);
    return { claims };
  },
  'themes.merge': ({ project: { store }, label }, { ids, into, keepWords }) => {
    const target = getRecord(store, 'theme', into);
    const from = [...new Set(ids)].filter((id) => id !== into);
    const going = from.map((id) => getRecord(store, 'theme', id));
    const [only] = going;
    if (only === undefined) throw new Failure('bad-input', 'Choose a theme to merge into another.');
    if (withDescendants(store, 'theme', from).includes(into))
      throw new Failure(
        'conflict',
        'A theme cannot be merged into one of its subthemes. Make that one a theme of its own first.',
      );
    label(
      `Merge ${going.length === 1 ? `theme ${quoted(only.name)}` : counted(going.length, 'theme')} into ${quoted(target.name)}`,
    );
    if (keepWords) updateRecord(store, 'theme', { id: into, ...joinedThemeWords(target, going) });
    mergeThemes(store, from, into);
    return getRecord(store, 'theme', into);
  },
  'themes.split': ({ project: { store }, label }, { id, name, codeIds }) => {
    const theme = getRecord(store, 'theme', id);
    const places = [...new Set(codeIds)].flatMap(
      (codeId) => findThemeCode(store, id, codeId) ?? [],
    );
    if (places.length !== new Set(codeIds).size)
      throw new Failure(
        'conflict',
        'Some of these codes do not stand in the theme any more. Nothing was changed.',
      );
    label(`Split ${quoted(name)} from theme ${quoted(theme.name)}`);
    const { parentId } = theme;
    const created = addTheme(store, {
      ...emptyTheme,
      name,
      parentId,
      position: theme.position + 1,
    });
    splitOff(
      store,
      places.toSorted((a, b) => a.position - b.position),
      created.id,
    );
    return created;
  },
  'themes.reach': ({ project: { store } }, { id }) => reachOf(store, id),
  'themes.uncoded': ({ project: { store } }, { id, offset, limit }) => {
    const all = listUncoded(store, codesInThemes(store, withDescendants(store, 'theme', [id])));
    return { total: all.length, stretches: all.slice(offset, offset + limit) };
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
