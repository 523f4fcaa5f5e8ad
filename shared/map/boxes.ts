import type { MapCode, MapSpot, MapTheme, ThematicMap } from '#shared/model/map.ts';
import type { MapNodeKind } from '#shared/model/relation.ts';
import { labelLines, type Setting } from './label-lines.ts';

/** What boxes of a kind look like. Pixels at 100 %. */
interface BoxStyle extends Setting {
  readonly lineHeight: number;
  /** Around the lines: across (on the left, on the right) and down. */
  readonly left: number;
  readonly right: number;
  readonly padding: number;
}

export const boxStyles: Readonly<Record<MapNodeKind, BoxStyle>> = {
  theme: { size: 14, width: 184, lineHeight: 18, left: 14, right: 14, padding: 10 },
  code: { size: 13, width: 158, lineHeight: 17, left: 28, right: 10, padding: 6 },
};

/** A rectangle by its upper left corner. Pixels at 100 %. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface BoxBase extends Box {
  readonly id: string;
  readonly name: string;
  /** The name as it stands in the box, line by line. */
  readonly lines: readonly string[];
}

/** A theme or code as it stands on the map. */
export type MapBox = BoxBase &
  (
    | { readonly kind: 'theme'; readonly theme: MapTheme }
    | { readonly kind: 'code'; readonly code: MapCode }
  );

/** The lines and size of a box with this name. */
export const boxOf = (
  kind: MapNodeKind,
  name: string,
): Pick<MapBox, 'lines' | 'width' | 'height'> => {
  const style = boxStyles[kind];
  const lines = labelLines(name, style);
  return {
    lines,
    width: style.left + style.width + style.right,
    height: 2 * style.padding + lines.length * style.lineHeight,
  };
};

/** Which codes are shown: all that the map has, or none. */
export interface Shown {
  readonly codes: boolean;
}

/**
 * The boxes of a map: where they were put by hand, else where the layout put them; what has neither
 * yet is left out. Themes come before subthemes and codes.
 */
export const mapBoxes = (
  map: ThematicMap,
  layout: readonly MapSpot[],
  { codes }: Shown,
): readonly MapBox[] => {
  const spots = new Map(layout.map(({ id, x, y }) => [id, { x, y }]));
  const places = new Map(map.places.map(({ nodeId, x, y }) => [nodeId, { x, y }]));
  const standing = (kind: MapNodeKind, { id, name }: MapTheme | MapCode): readonly BoxBase[] => {
    const at = places.get(id) ?? spots.get(id);
    return at === undefined ? [] : [{ id, name, ...boxOf(kind, name), ...at }];
  };
  return [
    ...map.themes.flatMap((theme) =>
      standing('theme', theme).map((box): MapBox => ({ ...box, kind: 'theme', theme })),
    ),
    ...(codes ? map.codes : []).flatMap((code) =>
      standing('code', code).map((box): MapBox => ({ ...box, kind: 'code', code })),
    ),
  ];
};

/** The rectangle around some boxes; empty at the origin where there are none. */
export const around = (boxes: readonly Box[]): Box => {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
};
