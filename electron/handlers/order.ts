interface Ordered {
  readonly id: string;
  readonly position: number;
}

/**
 * The position changes that put one record of a flat list at `position` (undefined: leave it).
 * Only records whose position really changes are named.
 */
export const reordered = (
  list: readonly Ordered[],
  id: string,
  position: number | undefined,
): readonly Ordered[] => {
  if (position === undefined) return [];
  const moved = list.filter((item) => item.id === id);
  const rest = list.filter((item) => item.id !== id);
  return rest
    .toSpliced(position, 0, ...moved)
    .map((item, index) => ({ id: item.id, position: index, was: item.position }))
    .filter((item) => item.position !== item.was)
    .map(({ id: itemId, position: place }) => ({ id: itemId, position: place }));
};
