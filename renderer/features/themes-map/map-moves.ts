import type { Box } from '#shared/map/boxes.ts';
import type { MapItem } from './map-state.ts';
import type { ShownMap } from './use-map.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The direction of an arrow key; undefined for any other key. */
export const directionOf = (key: string): Direction | undefined =>
  (({ ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }) as const)[
    key as 'ArrowLeft'
  ];

/** An item with the room it takes on the map. */
export interface Placed {
  readonly item: MapItem;
  readonly box: Box;
}

/** Everything on the map that can be gone to. */
export const placedItems = ({ boxes, arrows }: ShownMap): readonly Placed[] => [
  ...boxes.map((box) => ({ item: { kind: box.kind, id: box.id }, box })),
  ...arrows.map(({ relation, label }) => ({
    item: { kind: 'relation' as const, id: relation.id },
    box: label,
  })),
];

/** The ids of what is joined to an item: the other ends of its lines, and its relations. */
const joinedTo = ({ links, arrows }: ShownMap, id: string): ReadonlySet<string> =>
  new Set([
    ...links.flatMap(({ from, to }) => (from.id === id ? [to.id] : to.id === id ? [from.id] : [])),
    ...arrows.flatMap(({ relation, from, to }) => {
      if (relation.id === id) return [from.id, to.id];
      return from.id === id || to.id === id ? [relation.id] : [];
    }),
  ]);

/** How much a step aside counts against a step ahead. */
const aside = 2;
/** How much less of a way it is to what is joined by a line. */
const along = 0.25;

/**
 * The nearest item in a direction, by the middles of the boxes, what is joined by a line before what
 * is not; undefined at the edge. The layout reads from left to right, so right and left follow lines.
 */
export const nextIn = (
  shown: ShownMap,
  { item, box: from }: Placed,
  direction: Direction,
): Placed | undefined => {
  const joined = joinedTo(shown, item.id);
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const isAcross = direction === 'left' || direction === 'right';
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  let best: { readonly placed: Placed; readonly cost: number } | undefined;
  for (const placed of placedItems(shown)) {
    const { box } = placed;
    const [dx, dy] = [box.x + box.width / 2 - x, box.y + box.height / 2 - y];
    const ahead = sign * (isAcross ? dx : dy);
    const beside = Math.abs(isAcross ? dy : dx);
    // Only across do lines lead; up and down go through what stands in a column.
    const isJoined = isAcross && joined.has(placed.item.id);
    // Within 60 degrees to either side, or almost all of the map would be ahead.
    if (ahead < 1 || (!isJoined && beside > ahead * 1.74 + 40)) continue;
    const cost = (ahead + aside * beside) * (isJoined ? along : 1);
    if (best === undefined || cost < best.cost) best = { placed, cost };
  }
  return best?.placed;
};
