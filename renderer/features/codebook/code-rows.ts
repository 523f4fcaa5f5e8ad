import { fold } from '#renderer/ui/words.ts';
import type { Code, CodeUse } from '#shared/model/code.ts';

/** The orders the codebook can be read in; only in its own order can codes be put elsewhere. */
export type CodeSort = 'order' | 'name' | 'use' | 'sources' | 'newest';

/** Whether the list is flat in this order, since what comes first is wanted wherever it is nested. */
export const isFlat = (sort: CodeSort): boolean => sort !== 'order' && sort !== 'name';

/** A code as a row of the tree. */
export interface CodeNode {
  readonly id: string;
  readonly code: Code;
  readonly codings: number;
  readonly sources: number;
  /** The names of the codes it is nested in, from the top; shown where the nesting is not. */
  readonly path: readonly string[];
  readonly children: readonly CodeNode[];
}

export interface CodeTree {
  readonly roots: readonly CodeNode[];
  /** How many codes match the filter; those only shown as the way to a match are not counted. */
  readonly matches: number;
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const orders: Readonly<Record<CodeSort, ((a: CodeNode, b: CodeNode) => number) | null>> = {
  order: null,
  name: (a, b) => byName.compare(a.code.name, b.code.name),
  use: (a, b) =>
    b.codings - a.codings || b.sources - a.sources || byName.compare(a.code.name, b.code.name),
  sources: (a, b) =>
    b.sources - a.sources || b.codings - a.codings || byName.compare(a.code.name, b.code.name),
  newest: (a, b) =>
    b.code.createdAt.localeCompare(a.code.createdAt) || b.code.id.localeCompare(a.code.id),
};

/** Names as they were folded before: every letter that is typed asks for all of them. */
const foldedNames = new Map<string, string>();
const mostFolded = 20_000;

const foldedName = (name: string): string => {
  let folded = foldedNames.get(name);
  if (folded === undefined) {
    folded = fold(name);
    if (foldedNames.size >= mostFolded) foldedNames.clear();
    foldedNames.set(name, folded);
  }
  return folded;
};

/** Answers for names whether they have every word that was typed, case and accents aside. */
export const matcher = (typed: string): ((name: string) => boolean) => {
  const words = fold(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return (name) => words.every((word) => foldedName(name).includes(word));
};

/** Whether a name has every word that was typed, case and accents aside. */
export const matches = (name: string, typed: string): boolean => matcher(typed)(name);

/** The names of the codes that each code is nested in, from the top; `codes` parents first. */
export const codePaths = (codes: readonly Code[]): ReadonlyMap<string, readonly string[]> => {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const paths = new Map<string, readonly string[]>();
  for (const code of codes) {
    const parent = code.parentId === null ? undefined : byId.get(code.parentId);
    paths.set(code.id, parent === undefined ? [] : [...(paths.get(parent.id) ?? []), parent.name]);
  }
  return paths;
};

/** What of the codebook is read, and in which order. */
export interface CodeView {
  readonly filter: string;
  readonly sort: CodeSort;
  /** The codes that pass the other filters; absent: all. */
  readonly kept?: ReadonlySet<string> | undefined;
}

/** Whether two lists have the same items in the same order. */
export const sameItems = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);

const sameCode = (one: Code, other: Code): boolean =>
  one === other ||
  (Object.keys(one) as (keyof Code)[]).every((field) => one[field] === other[field]);

const sameNode = (one: CodeNode, other: CodeNode): boolean =>
  one.codings === other.codings &&
  one.sources === other.sources &&
  sameItems(one.path, other.path) &&
  sameItems(one.children, other.children) &&
  sameCode(one.code, other.code);

/** Makes the tree of the codebook for a view of it. */
export type TreeBuilder = (
  codes: readonly Code[],
  use: readonly CodeUse[],
  view: CodeView,
) => CodeTree;

/**
 * A builder of trees that remembers its nodes: those in which nothing changed are the same objects in
 * the next tree, and so is the tree where nothing changed at all, so that the screen draws only what
 * did.
 */
export const treeBuilder = (): TreeBuilder => {
  const known = new Map<string, CodeNode>();
  let last: CodeTree = { roots: [], matches: 0 };
  const remembered = (node: CodeNode): CodeNode => {
    const before = known.get(node.id);
    if (before !== undefined && sameNode(before, node)) return before;
    known.set(node.id, node);
    return node;
  };
  return (codes, use, view) => {
    const { roots, matches: count } = growTree(codes, use, { ...view, remembered });
    const isSame = sameItems(roots, last.roots);
    if (!isSame || count !== last.matches)
      last = { roots: isSame ? last.roots : roots, matches: count };
    return last;
  };
};

/**
 * The codebook as a tree of rows. A filter keeps the matching codes and the way to them. In flat
 * orders (see `isFlat`) every match is a row by itself.
 */
export const codeTree: TreeBuilder = (codes, use, view) =>
  growTree(codes, use, { ...view, remembered: (node) => node });

const growTree = (
  codes: readonly Code[],
  use: readonly CodeUse[],
  view: CodeView & { readonly remembered: (node: CodeNode) => CodeNode },
): CodeTree => {
  const hasWords = matcher(view.filter);
  const isFound = (code: Code): boolean =>
    hasWords(code.name) && (view.kept === undefined || view.kept.has(code.id));
  const uses = new Map(use.map((entry) => [entry.codeId, entry]));
  const paths = codePaths(codes);
  const children = Map.groupBy(codes, (code) => code.parentId);
  const order = orders[view.sort];
  let count = 0;
  const node = (code: Code, nested: readonly CodeNode[]): CodeNode =>
    view.remembered({
      id: code.id,
      code,
      codings: uses.get(code.id)?.codings ?? 0,
      sources: uses.get(code.id)?.sources ?? 0,
      path: paths.get(code.id) ?? [],
      children: nested,
    });
  const sorted = (nodes: readonly CodeNode[]): readonly CodeNode[] =>
    order === null ? nodes : nodes.toSorted(order);
  const grow = (parentId: string | null): readonly CodeNode[] =>
    sorted(
      (children.get(parentId) ?? []).flatMap((code) => {
        const nested = grow(code.id);
        const found = isFound(code);
        if (found) count += 1;
        return found || nested.length > 0 ? [node(code, nested)] : [];
      }),
    );
  if (!isFlat(view.sort)) return { roots: grow(null), matches: count };
  const found = codes.filter(isFound);
  return { roots: sorted(found.map((code) => node(code, []))), matches: found.length };
};

/** The rows that are on the screen, from top to bottom: all but those nested in a collapsed one. */
export const visibleRows = (
  roots: readonly CodeNode[],
  collapsed: ReadonlySet<string>,
): readonly CodeNode[] =>
  roots.flatMap((node) => [
    node,
    ...(collapsed.has(node.id) ? [] : visibleRows(node.children, collapsed)),
  ]);

const pairsOf = (text: string): ReadonlySet<string> => {
  const letters = fold(text).replace(/\s+/gu, ' ');
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)));
};

/** How alike two texts are, from 0 to 1: the Dice coefficient of their pairs of letters. */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size + b.size === 0 ? 0 : (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);

/** The few codes whose names are most like what was typed, for when none matches. */
export const nearestCodes = (codes: readonly Code[], typed: string): readonly Code[] => {
  const wanted = pairsOf(typed);
  return codes
    .map((code) => ({ code, like: likeness(pairsOf(code.name), wanted) }))
    .filter(({ like }) => like >= 0.25)
    .sort((a, b) => b.like - a.like)
    .slice(0, 3)
    .map(({ code }) => code);
};
