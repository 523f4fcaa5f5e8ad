import type { ThematicMap } from '#shared/model/map.ts';
import type { Relation } from '#shared/model/relation.ts';
import type { Box, MapBox } from './boxes.ts';
import { type Curve, curveBetween } from './curves.ts';
import { labelLines, lineWidth } from './label-lines.ts';

/** A relation's label: its size in pixels, and the room around its lines. */
export const relationStyle = { size: 12, width: 130, lineHeight: 15, across: 7, down: 3 } as const;

/** How far apart curves between the same two boxes are, in pixels. */
const apart = 34;

/** The lines of a relation's label and the size of what stands around them. */
export const relationLabel = (
  label: string,
): { readonly lines: readonly string[]; readonly width: number; readonly height: number } => {
  const { size, lineHeight, across, down } = relationStyle;
  const lines = labelLines(label, relationStyle);
  return {
    lines,
    width: Math.max(16, ...lines.map((line) => lineWidth(line, size))) + 2 * across,
    height: lines.length * lineHeight + 2 * down,
  };
};

/** A theme's line to a subtheme or to a code in it. */
export interface MapLink {
  readonly from: MapBox;
  readonly to: MapBox;
  readonly kind: 'subtheme' | 'code';
  readonly curve: Curve;
}

/** A relation as it is drawn: its curve, and its label around the middle. */
export interface MapArrow {
  readonly relation: Relation;
  readonly from: MapBox;
  readonly to: MapBox;
  readonly curve: Curve;
  readonly label: Box & { readonly lines: readonly string[] };
}

type Boxes = ReadonlyMap<string, MapBox>;

/** The lines that say what stands in what, as far as both ends are shown. */
export const mapLinks = ({ themes, placed }: ThematicMap, boxes: Boxes): readonly MapLink[] => {
  const link = (kind: MapLink['kind'], fromId: string | null, toId: string): MapLink[] => {
    const [from, to] = [boxes.get(fromId ?? ''), boxes.get(toId)];
    return from === undefined || to === undefined
      ? []
      : [{ kind, from, to, curve: curveBetween(from, to) }];
  };
  return [
    ...themes.flatMap(({ id, parentId }) => link('subtheme', parentId, id)),
    ...placed.flatMap(({ themeId, codeId }) => link('code', themeId, codeId)),
  ];
};

const pairOf = (a: MapBox, b: MapBox): string => [a.id, b.id].toSorted().join(' ');

/** The relations, as far as both ends are shown; `links` are the map's other lines. */
export const mapArrows = (
  { relations }: ThematicMap,
  boxes: Boxes,
  links: readonly MapLink[],
): readonly MapArrow[] => {
  // What a pair is joined by already: the line of a theme to what stands in it, too.
  const between = new Map(links.map(({ from, to }): [string, number] => [pairOf(from, to), 1]));
  return relations.flatMap((relation) => {
    const [from, to] = [boxes.get(relation.fromId), boxes.get(relation.toId)];
    if (from === undefined || to === undefined) return [];
    const pair = pairOf(from, to);
    const before = between.get(pair) ?? 0;
    between.set(pair, before + 1);
    // To one side and the other by turns: 0, 1, -1, 2, -2 steps.
    const steps = Math.ceil(before / 2) * (before % 2 === 1 ? 1 : -1);
    const curve = curveBetween(from, to, steps * apart);
    const { lines, width, height } = relationLabel(relation.label);
    const label = {
      lines,
      width,
      height,
      x: curve.middle.x - width / 2,
      y: curve.middle.y - height / 2,
    };
    return [{ relation, from, to, curve, label }];
  });
};
