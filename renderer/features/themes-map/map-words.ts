import { counted, listed } from '#renderer/ui/words.ts';
import type { MapBox } from '#shared/map/boxes.ts';
import type { MapArrow } from '#shared/map/lines.ts';
import type { ShownMap } from './use-map.ts';

/** A relation as a sentence: `Pain leads to Rest`. */
export const relationWords = ({ from, relation, to }: MapArrow): string =>
  `${from.name} ${relation.label} ${to.name}`;

const boxWords = (
  box: MapBox,
  near: {
    readonly above: readonly MapBox[];
    readonly inside: readonly MapBox[];
    readonly arrows: readonly MapArrow[];
  },
): string => {
  const count = (kind: MapBox['kind']): number =>
    near.inside.filter((inner) => inner.kind === kind).length;
  const themes = near.above.map(({ name }) => name);
  const parts = [
    box.name,
    box.kind === 'code' ? 'code' : near.above.length > 0 ? 'subtheme' : 'theme',
    themes.length === 0 ? '' : `in ${listed(themes)}`,
    count('theme') === 0 ? '' : counted(count('theme'), 'subtheme'),
    count('code') === 0 ? '' : counted(count('code'), 'code'),
    ...near.arrows.map((arrow) =>
      arrow.from.id === box.id ? `${arrow.relation.label} ${arrow.to.name}` : relationWords(arrow),
    ),
  ];
  return parts.filter((part) => part !== '').join(', ');
};

const none: readonly never[] = [];

/** What each theme and code of the map is called for those who cannot see it, by id. */
export const namesOnMap = ({ boxes, links, arrows }: ShownMap): ReadonlyMap<string, string> => {
  const above = Map.groupBy(links, ({ to }) => to.id);
  const inside = Map.groupBy(links, ({ from }) => from.id);
  const outgoing = Map.groupBy(arrows, ({ from }) => from.id);
  const incoming = Map.groupBy(arrows, ({ to }) => to.id);
  return new Map(
    boxes.map((box) => [
      box.id,
      boxWords(box, {
        above: (above.get(box.id) ?? none).map(({ from }) => from),
        inside: (inside.get(box.id) ?? none).map(({ to }) => to),
        arrows: [...(outgoing.get(box.id) ?? none), ...(incoming.get(box.id) ?? none)],
      }),
    ]),
  );
};

/** How much there is on the map: `5 themes, 2 subthemes, 31 codes, 4 relations`. */
export const mapCounts = ({ map, boxes, arrows }: ShownMap): string => {
  const subthemes = map.themes.filter(({ parentId }) => parentId !== null).length;
  const codes = boxes.filter(({ kind }) => kind === 'code').length;
  return [
    counted(map.themes.length - subthemes, 'theme'),
    subthemes === 0 ? '' : counted(subthemes, 'subtheme'),
    codes === 0 ? '' : counted(codes, 'code'),
    arrows.length === 0 ? '' : counted(arrows.length, 'relation'),
  ]
    .filter((part) => part !== '')
    .join(', ');
};
