import dagre from '@dagrejs/dagre';
import type { LayoutGraph } from '#shared/map/graph.ts';
import type { MapSpot } from '#shared/model/map.ts';

/** How far apart what is laid out stands, in pixels at 100 %. */
const gaps = { nodesep: 12, edgesep: 12, ranksep: 56, marginx: 0, marginy: 0 } as const;

/** A graph as the layout library takes it: read from left to right. */
export const libraryGraph = ({ nodes, edges }: LayoutGraph) => {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', ...gaps });
  for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
  for (const [at, { from, to, width, height }] of edges.entries())
    graph.setEdge(from, to, { width, height, labelpos: 'c' }, String(at));
  return graph;
};

/** Where each node goes by the layered layout of dagre: its upper left corner, in pixels. */
export const layOut = (input: LayoutGraph): readonly MapSpot[] => {
  const graph = libraryGraph(input);
  dagre.layout(graph);
  return input.nodes.map(({ id, width, height }) => {
    const { x, y } = graph.node(id) as { readonly x: number; readonly y: number };
    return { id, x: Math.round(x - width / 2), y: Math.round(y - height / 2) };
  });
};
