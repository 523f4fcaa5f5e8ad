import { drawMap } from '#electron/exporters/map-svg.ts';
import { clearPlaces, placeNode, readMap } from '#electron/project/map.ts';
import { getRecord } from '#electron/project/records.ts';
import { getProjectRecord } from '#electron/project/study.ts';
import { mapBoxes, type Shown } from '#shared/map/boxes.ts';
import { layoutGraph } from '#shared/map/graph.ts';
import type { MapDrawing } from '#shared/model/map.ts';
import type { Handlers, ReadContext } from './context.ts';
import { quoted } from './words.ts';

/** The map as it stands, drawn. */
export const readDrawing = async (
  { project: { store }, layouter }: Pick<ReadContext, 'project' | 'layouter'>,
  shown: Shown,
): Promise<MapDrawing> => {
  const map = readMap(store);
  const { name } = getProjectRecord(store);
  const spots = await layouter.layOut(layoutGraph(map, shown));
  return drawMap({ title: name, map, boxes: mapBoxes(map, spots, shown) });
};

export const mapHandlers: Handlers<'map'> = {
  'map.get': ({ project: { store } }) => readMap(store),
  'map.layout': ({ project: { store }, layouter }, shown) =>
    layouter.layOut(layoutGraph(readMap(store), shown)),
  'map.svg': readDrawing,
  'map.place': ({ project: { store }, label }, { nodes }) => {
    const names = nodes.map(({ kind, id }) => getRecord(store, kind, id).name);
    const [first = ''] = names;
    label(
      nodes.length === 1
        ? `Move ${quoted(first)} on the map`
        : `Move ${nodes.length.toLocaleString('en-GB')} themes and codes on the map`,
    );
    return nodes.map(({ kind, id, x, y }) =>
      placeNode(store, { nodeKind: kind, nodeId: id, x, y }),
    );
  },
  'map.clearPlaces': ({ project: { store }, label }) => {
    label('Lay out the map again');
    return { cleared: clearPlaces(store) };
  },
};
