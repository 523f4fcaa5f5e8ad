import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Point } from '#shared/map/curves.ts';
import type { MapNodeKind } from '#shared/model/relation.ts';

export const themesViews = ['board', 'map', 'outline'] as const;
export type ThemesView = (typeof themesViews)[number];

interface View {
  readonly view: ThemesView;
  /** Whether the map and its outline show codes, or themes only. */
  readonly codes: boolean;
}

/** How this person likes to look at the themes. Kept on this computer. */
export const useThemesView = create<View>()(
  persist((): View => ({ view: 'board', codes: true }), { name: 'understory-themes-view' }),
);

/** A theme or code: an end of a relation. */
export interface MapEnd {
  readonly kind: MapNodeKind;
  readonly id: string;
}

/** Something on the map that can be gone to: a theme, a code, or a relation by its label. */
export type MapItem = MapEnd | { readonly kind: 'relation'; readonly id: string };

/** What stands above the map, and what it is about. */
export type MapDialog =
  | { readonly kind: 'from' }
  | { readonly kind: 'to'; readonly from: MapEnd }
  | { readonly kind: 'words'; readonly from: MapEnd; readonly to: MapEnd }
  | { readonly kind: 'edit'; readonly relationId: string }
  | { readonly kind: 'export' };

/** How far the canvas is moved, in pixels, and magnified. */
interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

interface MapState {
  /** What the keys are about. */
  readonly active: MapItem | null;
  /** Whether the active item takes the focus as soon as it is on the screen. */
  readonly wantsFocus: boolean;
  /** Where themes and codes are that were moved and are not on disk yet, by id. */
  readonly moved: ReadonlyMap<string, Point>;
  readonly dialog: MapDialog | null;
  /** What the canvas showed when it was left, and of which project. */
  readonly seen: { readonly projectId: string; readonly viewport: Viewport } | null;
}

/** What is looked at and being done on the map. Never saved. */
export const useMapState = create<MapState>(() => ({
  active: null,
  wantsFocus: false,
  moved: new Map(),
  dialog: null,
  seen: null,
}));

/** Shows a dialog above the map; null closes it. */
export const showDialog = (dialog: MapDialog | null): void => useMapState.setState({ dialog });

/** Turns to something on the map; `focus` also puts the focus on it. */
export const turnTo = (active: MapItem | null, focus = false): void =>
  useMapState.setState({ active, wantsFocus: focus });
