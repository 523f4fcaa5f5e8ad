import { edit } from '#renderer/client/edit.ts';
import { keyOf, queryClient, readAhead } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { announce } from '#renderer/ui/announce.ts';
import { counted, quoted } from '#renderer/ui/words.ts';
import type { Point } from '#shared/map/curves.ts';
import type { ThematicMap } from '#shared/model/map.ts';
import type { MapPlace } from '#shared/model/map-place.ts';
import type { Direction } from './map-moves.ts';
import {
  type MapEnd,
  type MapItem,
  type ThemesView,
  turnTo,
  useMapState,
  useThemesView,
} from './map-state.ts';

const mapKey = keyOf('map.get', {});

/** The map as it is known now. */
const currentMap = (): ThematicMap | undefined => queryClient.getQueryData<ThematicMap>(mapKey);

/** What a theme or code on the map is called now. */
export const nameOf = ({ kind, id }: MapEnd): string => {
  const map = currentMap();
  const found = kind === 'theme' ? map?.themes : map?.codes;
  return found?.find((one) => one.id === id)?.name ?? '';
};

const viewNames: Readonly<Record<ThemesView, string>> = {
  board: 'Board of themes',
  map: 'Thematic map',
  outline: 'Outline of the map',
};

/** Has a view that is about to be turned to laid out, while the one before is still there. */
export const prepareView = (view: ThemesView): void => {
  if (view === 'board') return;
  readAhead('map.get', {});
  readAhead('map.layout', { codes: useThemesView.getState().codes });
};

/** Turns to another view of the themes. */
export const showView = (view: ThemesView): void => {
  prepareView(view);
  useThemesView.setState({ view });
  announce(viewNames[view]);
};

/** Shows the codes on the map, or themes only. */
export const showCodes = (codes: boolean): void => {
  useThemesView.setState({ codes });
  announce(codes ? 'Codes are shown' : 'Codes are hidden');
};

/** Looks at a theme or code of the map: its details stand in the inspector. */
export const openEnd = ({ id }: MapEnd): void => {
  useNavigation.getState().settle({ area: 'themes', id });
  usePreferences.getState().showDetails();
};

const isSamePoint = (a: Point | undefined, b: Point): boolean => a?.x === b.x && a.y === b.y;

/** Takes what is on disk now, or could not be put there, out of what is only on the screen. */
const settleMoved = (nodes: readonly (MapEnd & Point)[]): void => {
  const moved = new Map(useMapState.getState().moved);
  for (const node of nodes) if (isSamePoint(moved.get(node.id), node)) moved.delete(node.id);
  useMapState.setState({ moved });
};

/** Shows them where they will be read back to be, so that nothing jumps meanwhile. */
const patchPlaces = (places: readonly MapPlace[]): void => {
  const ids = new Set(places.map(({ nodeId }) => nodeId));
  queryClient.setQueryData<ThematicMap>(mapKey, (map) =>
    map === undefined
      ? map
      : { ...map, places: [...map.places.filter(({ nodeId }) => !ids.has(nodeId)), ...places] },
  );
};

/** Keeps where themes and codes were moved to. */
export const placeEnds = async (nodes: readonly (MapEnd & Point)[]): Promise<void> => {
  const [first] = nodes;
  if (first === undefined) return;
  const places = await edit(
    'map.place',
    { nodes: [...nodes] },
    {
      announce:
        nodes.length === 1
          ? `${quoted(nameOf(first))} moved`
          : `${nodes.length.toLocaleString()} themes and codes moved`,
    },
  );
  if (places !== null) patchPlaces(places);
  settleMoved(nodes);
};

/** Presses of a key that follow each other within this are one move, in milliseconds. */
const pause = 600;
let nudging: { readonly end: MapEnd; readonly timer: ReturnType<typeof setTimeout> } | null = null;

/** Keeps at once what is being nudged by key; without that it is kept after a moment. */
export const keepNudged = (): void => {
  if (nudging === null) return;
  const { end, timer } = nudging;
  clearTimeout(timer);
  nudging = null;
  const to = useMapState.getState().moved.get(end.id);
  if (to !== undefined) void placeEnds([{ ...end, ...to }]);
};

const ways: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** How a theme or code is moved by key: from where, which way, and how far in pixels. */
interface Nudge {
  readonly from: Point;
  readonly direction: Direction;
  readonly by: number;
}

/** Moves a theme or code a little; several presses one after another are undone as one. */
export const nudge = (end: MapEnd, { from, direction, by }: Nudge): void => {
  if (nudging !== null && nudging.end.id !== end.id) keepNudged();
  if (nudging !== null) clearTimeout(nudging.timer);
  const to = { x: from.x + ways[direction].x * by, y: from.y + ways[direction].y * by };
  useMapState.setState(({ moved }) => ({ moved: new Map(moved).set(end.id, to) }));
  nudging = { end, timer: setTimeout(keepNudged, pause) };
};

/** Forgets where everything was put by hand, so that the layout places it. */
export const layOutAgain = async (): Promise<void> => {
  keepNudged();
  const done = await edit('map.clearPlaces', {});
  if (done === null) return;
  announce(
    `Laid out again. ${counted(done.cleared, 'place')} given by hand forgotten. Undo available.`,
  );
};

/** Relates a theme or code to another one, and turns to the relation. */
export const relate = async (from: MapEnd, to: MapEnd, label: string): Promise<void> => {
  const made = await edit(
    'relations.create',
    { fromKind: from.kind, fromId: from.id, toKind: to.kind, toId: to.id, label },
    { announce: `${quoted(nameOf(from))} ${label.trim()} ${quoted(nameOf(to))}. Relation added` },
  );
  if (made !== null) turnTo({ kind: 'relation', id: made.id }, true);
};

/** Says a relation in other words, or the other way round. */
export const changeRelation = async (
  id: string,
  change: { readonly label?: string; readonly reverse?: boolean },
): Promise<void> => {
  const changed = await edit('relations.update', { id, ...change });
  if (changed === null) return;
  const { fromKind, fromId, toKind, toId, label } = changed;
  announce(
    `Now ${quoted(nameOf({ kind: fromKind, id: fromId }))} ${label} ${quoted(nameOf({ kind: toKind, id: toId }))}`,
  );
  turnTo({ kind: 'relation', id }, true);
};

/** Takes a relation off the map, and turns to where it began. */
export const deleteRelation = async (id: string): Promise<void> => {
  const relation = currentMap()?.relations.find((one) => one.id === id);
  if (relation === undefined) return;
  const from: MapItem = { kind: relation.fromKind, id: relation.fromId };
  turnTo(from, true);
  await edit('relations.delete', { id }, { toast: `Relation ${quoted(relation.label)} removed` });
};
