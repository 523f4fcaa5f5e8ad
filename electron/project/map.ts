import { v7 as uuidv7 } from 'uuid';
import type { ThematicMap } from '#shared/model/map.ts';
import type { MapPlace } from '#shared/model/map-place.ts';
import type { Relation } from '#shared/model/relation.ts';
import type { Theme } from '#shared/model/theme.ts';
import { listCodes } from './codes.ts';
import { insertRecord, updateRecord } from './records.ts';
import type { Store } from './store.ts';
import { listThemeCodes, listThemes } from './themes.ts';

/** The themes that are not retired, nor nested in one that is. */
const shownThemes = (store: Store): readonly Theme[] => {
  const retired = new Set<string>();
  return listThemes(store).filter(({ id, parentId, status }) => {
    // Parents come first, so one pass reaches every level.
    const isRetired = status === 'retired' || (parentId !== null && retired.has(parentId));
    if (isRetired) retired.add(id);
    return !isRetired;
  });
};

/** Every relation, in the order in which they were made. */
const listRelations = (store: Store): Relation[] =>
  store.all<Relation>('SELECT * FROM relation ORDER BY id');

const listPlaces = (store: Store): MapPlace[] =>
  store.all<MapPlace>('SELECT * FROM map_place ORDER BY nodeId');

/** What the thematic map is made of. */
export const readMap = (store: Store): ThematicMap => {
  const themes = shownThemes(store);
  const shown = new Set(themes.map(({ id }) => id));
  const placed = listThemeCodes(store).filter(({ themeId }) => shown.has(themeId));
  const relations = listRelations(store);
  const inMap = new Set([
    ...placed.map(({ codeId }) => codeId),
    ...relations.flatMap(({ fromId, toId }) => [fromId, toId]),
  ]);
  return {
    themes: themes.map(({ id, parentId, name, concept, status }) => ({
      id,
      parentId,
      name,
      concept,
      status,
    })),
    codes: listCodes(store)
      .filter(({ id }) => inMap.has(id))
      .map(({ id, name, colour }) => ({ id, name, colour })),
    placed: placed.map(({ themeId, codeId }) => ({ themeId, codeId })),
    relations,
    places: listPlaces(store),
  };
};

/** The same relation, the same way and in the same words, if there is one. */
export const findRelation = (
  store: Store,
  { fromId, toId, label }: Pick<Relation, 'fromId' | 'toId' | 'label'>,
): Relation | undefined =>
  store.get<Relation>(
    'SELECT * FROM relation WHERE fromId = ? AND toId = ? AND label = ?',
    fromId,
    toId,
    label,
  );

/** Puts a theme or code somewhere on the map; it moves where it was put before. */
export const placeNode = (store: Store, place: Omit<MapPlace, 'id'>): MapPlace => {
  const before = store.get<MapPlace>('SELECT * FROM map_place WHERE nodeId = ?', place.nodeId);
  const after = { ...place, id: before?.id ?? uuidv7() };
  if (before === undefined) insertRecord(store, 'map_place', after);
  else updateRecord(store, 'map_place', after);
  return after;
};

/** Forgets every place; answers how many there were. */
export const clearPlaces = (store: Store): number => store.run('DELETE FROM map_place');
