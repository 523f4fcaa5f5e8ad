import type { ThematicMap } from '#shared/model/map.ts';
import { boxOf, type Shown } from './boxes.ts';
import { relationLabel } from './lines.ts';

/** What a layout is asked to place. Sizes in pixels; an edge may carry a label that takes room. */
export interface LayoutGraph {
  readonly nodes: readonly {
    readonly id: string;
    readonly width: number;
    readonly height: number;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly width: number;
    readonly height: number;
  }[];
}

/** The graph that a map is laid out by: what stands in what, and the relations with their labels. */
export const layoutGraph = (map: ThematicMap, { codes }: Shown): LayoutGraph => {
  const nodes = [
    ...map.themes.map(({ id, name }) => ({ id, ...boxOf('theme', name) })),
    ...(codes ? map.codes : []).map(({ id, name }) => ({ id, ...boxOf('code', name) })),
  ];
  const known = new Set(nodes.map(({ id }) => id));
  const edges = [
    ...map.themes.flatMap(({ id, parentId }) =>
      parentId === null ? [] : [{ from: parentId, to: id, width: 0, height: 0 }],
    ),
    ...map.placed.map(({ themeId, codeId }) => ({
      from: themeId,
      to: codeId,
      width: 0,
      height: 0,
    })),
    ...map.relations.map(({ fromId, toId, label }) => {
      const { width, height } = relationLabel(label);
      return { from: fromId, to: toId, width, height };
    }),
  ];
  return { nodes, edges: edges.filter(({ from, to }) => known.has(from) && known.has(to)) };
};
