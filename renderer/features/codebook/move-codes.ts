import type { Code } from '#shared/model/code.ts';

/** Where codes go: as the first of `position` among the children of `parentId` (null: the top). */
export interface CodeMove {
  readonly ids: readonly string[];
  readonly parentId: string | null;
  /** A position as codes hold it; absent: behind the last. */
  readonly position?: number;
}

/** The four ways of moving by the keys. */
export type Direction = 'up' | 'down' | 'in' | 'out';

const childrenOf = (codes: readonly Code[], parentId: string | null): readonly Code[] =>
  codes.filter((code) => code.parentId === parentId);

/** The ids given and those of all codes nested in them; `codes` come parents first. */
export const withNested = (
  codes: readonly Code[],
  ids: ReadonlySet<string>,
): ReadonlySet<string> => {
  const found = new Set(ids);
  for (const code of codes)
    if (code.parentId !== null && found.has(code.parentId)) found.add(code.id);
  return found;
};

/** The codes chosen, in the order of the codebook, without those that go along with a parent. */
export const topmost = (codes: readonly Code[], ids: ReadonlySet<string>): readonly Code[] => {
  const nested = withNested(codes, ids);
  return codes.filter(
    (code) => ids.has(code.id) && (code.parentId === null || !nested.has(code.parentId)),
  );
};

/**
 * The move that puts the chosen codes one place up or down among their siblings, into the code above
 * them, or out behind their parent. Null where that cannot be done, as it is for codes that do not
 * share a parent.
 */
export const moveBy = (
  codes: readonly Code[],
  chosen: ReadonlySet<string>,
  direction: Direction,
): CodeMove | null => {
  const moved = topmost(codes, chosen);
  const [first] = moved;
  const last = moved.at(-1);
  if (first === undefined || last === undefined) return null;
  const { parentId } = first;
  if (moved.some((code) => code.parentId !== parentId)) return null;
  const ids = moved.map((code) => code.id);
  const siblings = childrenOf(codes, parentId);
  const before = siblings[siblings.indexOf(first) - 1];
  const after = siblings[siblings.indexOf(last) + 1];
  switch (direction) {
    case 'up':
      return before === undefined ? null : { ids, parentId, position: before.position };
    case 'down':
      return after === undefined ? null : { ids, parentId, position: after.position + 1 };
    case 'in':
      return before === undefined ? null : { ids, parentId: before.id };
    case 'out': {
      const parent = codes.find((code) => code.id === parentId);
      if (parent === undefined) return null;
      return { ids, parentId: parent.parentId, position: parent.position + 1 };
    }
  }
};

/** The move that dropping the codes on, before or behind another one asks for. */
export const moveTo = (
  codes: readonly Code[],
  dragged: ReadonlySet<string>,
  place: { readonly id: string; readonly position: 'on' | 'before' | 'after' },
): CodeMove | null => {
  const target = codes.find((code) => code.id === place.id);
  const ids = topmost(codes, dragged).map((code) => code.id);
  if (target === undefined || ids.length === 0) return null;
  if (place.position === 'on') return { ids, parentId: target.id };
  return {
    ids,
    parentId: target.parentId,
    position: target.position + (place.position === 'after' ? 1 : 0),
  };
};

/** The ids of the children of the move's parent, in order, as they will be after it. */
export const orderAfter = (codes: readonly Code[], move: CodeMove): readonly string[] => {
  const moved = new Set(move.ids);
  const stay = childrenOf(codes, move.parentId).filter((code) => !moved.has(code.id));
  const { position } = move;
  const at = position === undefined ? -1 : stay.findIndex((code) => code.position >= position);
  const ids = stay.map((code) => code.id);
  return at === -1 ? [...ids, ...move.ids] : ids.toSpliced(at, 0, ...move.ids);
};

/** Whether a move leaves everything where it is. */
export const changesNothing = (codes: readonly Code[], move: CodeMove): boolean => {
  const now = childrenOf(codes, move.parentId).map((code) => code.id);
  const then = orderAfter(codes, move);
  return now.length === then.length && now.every((id, at) => id === then[at]);
};
