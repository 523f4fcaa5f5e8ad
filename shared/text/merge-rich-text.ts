/*
 * Two people, or two windows, can change the same rich text from the same beginning. Their changes
 * are put together block by block (paragraph, heading, list, quote), as diff3 does for lines; where
 * both changed the same blocks, both versions stay, one after the other, so that no words are lost.
 */

interface State {
  readonly root: { readonly children: readonly object[] };
}

const blocksOf = (richText: string): readonly string[] =>
  richText === ''
    ? []
    : (JSON.parse(richText) as State).root.children.map((block) => JSON.stringify(block));

/** Longer lists than this (the product of their lengths) are not compared: both versions stay. */
const mostCompared = 4_000_000;

const commonStart = (a: readonly string[], b: readonly string[]): number => {
  const index = a.findIndex((block, at) => block !== b[at]);
  return index === -1 ? a.length : index;
};

/** For each item of `a`, the index of its partner in `b` in a longest common subsequence, or -1. */
const longest = (a: readonly string[], b: readonly string[]): readonly number[] => {
  const found = a.map(() => -1);
  if (a.length * b.length > mostCompared) return found;
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      found[i] = j;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
};

/** The same for two texts, of which most is alike: what they begin and end with is set aside first. */
const partners = (a: readonly string[], b: readonly string[]): readonly number[] => {
  const start = commonStart(a, b);
  const restA = a.slice(start).toReversed();
  const restB = b.slice(start).toReversed();
  const end = commonStart(restA, restB);
  const middle = longest(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return a.map((_, index) => {
    if (index < start) return index;
    if (index >= a.length - end) return index - a.length + b.length;
    const partner = middle[index - start] ?? -1;
    return partner === -1 ? -1 : partner + start;
  });
};

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((block, index) => block === b[index]);

const settle = (
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] => {
  if (same(mine, base)) return theirs;
  if (same(theirs, base) || same(mine, theirs)) return mine;
  const old = new Set(base);
  return [...mine, ...theirs.filter((block) => !old.has(block) && !mine.includes(block))];
};

const mergeBlocks = (
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] => {
  const [inMine, inTheirs] = [partners(base, mine), partners(base, theirs)];
  const merged: string[] = [];
  let [b, m, t] = [0, 0, 0];
  for (let index = 0; index <= base.length; index += 1) {
    const isEnd = index === base.length;
    const [toMine, toTheirs] = isEnd
      ? [mine.length, theirs.length]
      : [inMine[index] ?? -1, inTheirs[index] ?? -1];
    if (toMine === -1 || toTheirs === -1) continue;
    merged.push(...settle(base.slice(b, index), mine.slice(m, toMine), theirs.slice(t, toTheirs)));
    if (!isEnd) merged.push(base[index] ?? '');
    [b, m, t] = [index + 1, toMine + 1, toTheirs + 1];
  }
  return merged;
};

/**
 * Two changes of one rich text as one: `mine` and `theirs` both came from `base`. Every block that
 * either of them wrote is in the answer.
 */
export const mergeRichText = (base: string, mine: string, theirs: string): string => {
  if (theirs === base || theirs === mine) return mine;
  if (mine === base) return theirs;
  const merged = mergeBlocks(blocksOf(base), blocksOf(mine), blocksOf(theirs));
  if (merged.length === 0) return '';
  const state = JSON.parse(mine === '' ? theirs : mine) as State;
  const children = merged.map((block) => JSON.parse(block) as object);
  return JSON.stringify({ ...state, root: { ...state.root, children } });
};
