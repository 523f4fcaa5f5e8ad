import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { type MapBox, mapBoxes } from '#shared/map/boxes.ts';
import type { Point } from '#shared/map/curves.ts';
import { type MapArrow, type MapLink, mapArrows, mapLinks } from '#shared/map/lines.ts';
import type { ThematicMap } from '#shared/model/map.ts';
import { useMapState, useThemesView } from './map-state.ts';

/** The map as it is shown: what stands where, and the lines between. */
export interface ShownMap {
  readonly map: ThematicMap;
  readonly boxes: readonly MapBox[];
  readonly byId: ReadonlyMap<string, MapBox>;
  readonly links: readonly MapLink[];
  readonly arrows: readonly MapArrow[];
}

export interface MapReading {
  /** Absent while it is being read or laid out. */
  readonly shown: ShownMap | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** The boxes with those that were just moved where they are now; the others stay the same objects. */
const withMoved = (
  boxes: readonly MapBox[],
  moved: ReadonlyMap<string, Point>,
): readonly MapBox[] =>
  moved.size === 0
    ? boxes
    : boxes.map((box) => {
        const to = moved.get(box.id);
        return to === undefined ? box : { ...box, ...to };
      });

/** Reads the map and where its layout puts everything, and keeps both current. */
export const useMap = (): MapReading => {
  const codes = useThemesView((state) => state.codes);
  const moved = useMapState((state) => state.moved);
  const map = useCall('map.get', {});
  const layout = useCall('map.layout', { codes }, { keepPrevious: true });
  const laidOut = useMemo(
    () =>
      map.data === undefined || layout.data === undefined
        ? undefined
        : mapBoxes(map.data, layout.data, { codes }),
    [map.data, layout.data, codes],
  );
  const shown = useMemo(() => {
    if (map.data === undefined || laidOut === undefined) return undefined;
    const boxes = withMoved(laidOut, moved);
    const byId = new Map(boxes.map((box) => [box.id, box]));
    const links = mapLinks(map.data, byId);
    return { map: map.data, boxes, byId, links, arrows: mapArrows(map.data, byId, links) };
  }, [map.data, laidOut, moved]);
  return {
    shown,
    error: map.error ?? layout.error,
    retry: () => {
      for (const reading of [map, layout]) if (reading.isError) void reading.refetch();
    },
  };
};
