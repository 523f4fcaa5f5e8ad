import { Failure } from '#shared/contract/errors.ts';
import type { Store } from './store.ts';

/** The two kinds of record that nest and keep an order among siblings. */
export type TreeKind = 'code' | 'theme';

/** Parents before children, siblings in order: depth first. `path` keeps positions comparable. */
const walk = (kind: TreeKind, root: string): string => `
  WITH RECURSIVE tree(id, path, depth) AS (
    SELECT id, printf('%09d %s', position, id), 0 FROM ${kind} WHERE ${root}
    UNION ALL
    SELECT child.id, tree.path || '/' || printf('%09d %s', child.position, child.id), depth + 1
    FROM ${kind} child JOIN tree ON child.parentId = tree.id
  )`;

/** All records of a tree, parents before children, siblings in order. */
export const listTree = <Row>(store: Store, kind: TreeKind): Row[] =>
  store.all<Row>(
    `${walk(kind, 'parentId IS NULL')} SELECT r.* FROM tree JOIN ${kind} r USING (id) ORDER BY tree.path`,
  );

/**
 * The ids given and those of everything nested in them, each once, and every parent before what is
 * nested in it, also where both were given.
 */
export const withDescendants = (
  store: Store,
  kind: TreeKind,
  ids: readonly string[],
): readonly string[] => {
  const found = store.all<{ id: string }>(
    `${walk(kind, 'id IN (SELECT value FROM json_each(?))')}
     SELECT id FROM tree GROUP BY id ORDER BY max(depth), max(path)`,
    JSON.stringify(ids),
  );
  return found.map((row) => row.id);
};

/** Where a new last child of `parentId` (null: the top) goes. */
export const nextPosition = (store: Store, kind: TreeKind, parentId: string | null): number =>
  store.get<{ next: number }>(
    `SELECT coalesce(max(position), -1) + 1 AS next FROM ${kind} WHERE parentId IS ?`,
    parentId,
  )?.next ?? 0;

/** Moves siblings from `position` on further back, to make room for `count` records. */
export const makeRoom = (
  store: Store,
  kind: TreeKind,
  place: { readonly parentId: string | null; readonly position: number; readonly count: number },
): void => {
  const { parentId, position, count } = place;
  const taken = store.get(
    `SELECT 1 FROM ${kind} WHERE parentId IS ? AND position >= ? AND position < ?`,
    parentId,
    position,
    position + count,
  );
  if (taken === undefined) return;
  store.run(
    `UPDATE ${kind} SET position = position + ? WHERE parentId IS ? AND position >= ?`,
    count,
    parentId,
    position,
  );
};

/** Throws `conflict` when `parentId` is one of `ids` or nested in one of them. */
export const refuseCycle = (
  store: Store,
  kind: TreeKind,
  place: { readonly ids: readonly string[]; readonly parentId: string | null },
): void => {
  if (place.parentId === null) return;
  if (withDescendants(store, kind, place.ids).includes(place.parentId))
    throw new Failure(
      'conflict',
      `A ${kind} cannot be nested in itself or in what is nested in it. Nothing was changed.`,
    );
};
