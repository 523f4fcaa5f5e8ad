import { graphemesOf } from './graphemes.ts';
import type { Replacement } from './replacements.ts';
import { pairWords } from './word-pairs.ts';

/** Runs of letters longer than this (UTF-16 code units) are compared character by character. */
const longestWord = 200;
/** Edits of more words than this are one replacement: nothing that helps a reader is lost. */
const mostSteps = 600;
/** Sentences said anew are searched for words that are alike up to so many pairs of words. */
const mostCompared = 10_000;

interface Token {
  readonly text: string;
  readonly isWord: boolean;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Words and what stands between them; no token begins or ends inside a grapheme. */
const tokensOf = (text: string): readonly Token[] => {
  const edges = new Set([text.length]);
  for (const { index } of graphemes.segment(text)) edges.add(index);
  const tokens: Token[] = [];
  let pending = { text: '', isWord: false };
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    pending = { text: pending.text + segment, isWord: pending.isWord || isWordLike === true };
    if (!edges.has(index + segment.length)) continue;
    if (pending.text.length > longestWord)
      for (const one of graphemesOf(pending.text)) tokens.push({ text: one, isWord: true });
    else tokens.push(pending);
    pending = { text: '', isWord: false };
  }
  return tokens;
};

/** A run of tokens that others took the place of: `[start, end)` before, `[from, to)` after. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

type Furthest = ReadonlyMap<number, number>;

/** Walks back through the furthest places reached; answers the single steps, in order. */
const traced = (trail: readonly Furthest[], a: number, b: number): readonly Run[] => {
  const runs: Run[] = [];
  let [x, y] = [a, b];
  for (let d = trail.length - 1; d > 0; d -= 1) {
    const reached = trail[d - 1];
    const k = x - y;
    const down = k === -d || (k !== d && (reached?.get(k - 1) ?? -1) < (reached?.get(k + 1) ?? -1));
    const fromX = reached?.get(down ? k + 1 : k - 1) ?? 0;
    const fromY = fromX - (down ? k + 1 : k - 1);
    runs.push(
      down
        ? { start: fromX, end: fromX, from: fromY, to: fromY + 1 }
        : { start: fromX, end: fromX + 1, from: fromY, to: fromY },
    );
    [x, y] = [fromX, fromY];
  }
  return runs.toReversed();
};

/**
 * The fewest tokens to take out and put in (Myers, "An O(ND) difference algorithm and its
 * variations", 1986); one run of everything where that are very many.
 */
const differences = (a: readonly Token[], b: readonly Token[]): readonly Run[] => {
  const trail: Furthest[] = [];
  let furthest: Furthest = new Map([[1, 0]]);
  for (let d = 0; d <= Math.min(a.length + b.length, mostSteps); d += 1) {
    const next = new Map<number, number>();
    for (let k = -d; k <= d; k += 2) {
      const [below, above] = [furthest.get(k - 1) ?? -1, furthest.get(k + 1) ?? -1];
      let x = k === -d || (k !== d && below < above) ? above : below + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x]?.text === b[y]?.text) {
        x += 1;
        y += 1;
      }
      next.set(k, x);
      if (x >= a.length && y >= b.length) return traced([...trail, next], a.length, b.length);
    }
    trail.push(next);
    furthest = next;
  }
  return [{ start: 0, end: a.length, from: 0, to: b.length }];
};

const wordsIn = (tokens: readonly Token[], from: number, to: number): number =>
  tokens.slice(from, to).filter((token) => token.isWord).length;

/** Whether a run says one word for another (or signs for signs): it is plain what took whose place. */
const isPlain = (run: Run, a: readonly Token[], b: readonly Token[]): boolean => {
  const old = wordsIn(a, run.start, run.end);
  return old <= 1 && old === wordsIn(b, run.from, run.to);
};

/** A run without the tokens that it begins and ends with on both sides. */
const trimmed = (run: Run, a: readonly Token[], b: readonly Token[]): Run => {
  let { start, end, from, to } = run;
  while (start < end && from < to && a[start]?.text === b[from]?.text) {
    start += 1;
    from += 1;
  }
  while (start < end && from < to && a[end - 1]?.text === b[to - 1]?.text) {
    end -= 1;
    to -= 1;
  }
  return { start, end, from, to };
};

const joined = (first: Run, second: Run): Run => ({ ...first, end: second.end, to: second.to });

/** Runs that belong together, as lists; what belongs is asked of neighbours. */
const clustered = (
  runs: readonly Run[],
  belongs: (first: Run, second: Run) => boolean,
): readonly (readonly Run[])[] => {
  const clusters: Run[][] = [];
  for (const run of runs) {
    const last = clusters.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && belongs(before, run)) last.push(run);
    else clusters.push([run]);
  }
  return clusters;
};

const whole = (runs: readonly Run[]): readonly Run[] =>
  runs.length === 0 ? [] : [runs.reduce(joined)];

const touches = (first: Run, second: Run): boolean =>
  first.end === second.start && first.to === second.from;

/** Words that a run corrects, as runs of their own; what is left between them stays together. */
const paired = (run: Run, a: readonly Token[], b: readonly Token[]): readonly Run[] => {
  const { start, end, from, to } = run;
  const letters = (tokens: readonly Token[]): string =>
    tokens.map((token) => (token.isWord ? token.text : '')).join('');
  const [old, now] = [a.slice(start, end), b.slice(from, to)];
  // A word that was written as two, or two as one, is corrected as a whole.
  if (old.length * now.length > mostCompared || letters(old) === letters(now)) return [run];
  const runs: { readonly run: Run; readonly isPair: boolean }[] = [];
  let [x, y] = [start, from];
  const rest = (untilX: number, untilY: number): void => {
    if (untilX > x || untilY > y)
      runs.push({ run: { start: x, end: untilX, from: y, to: untilY }, isPair: false });
  };
  for (const [i, j] of pairWords(old, now)) {
    rest(start + i, from + j);
    [x, y] = [start + i + 1, from + j + 1];
    const pair = { start: x - 1, end: x, from: y - 1, to: y };
    if (a[x - 1]?.text !== b[y - 1]?.text) runs.push({ run: pair, isPair: true });
  }
  rest(end, to);
  const pairs = new Set(runs.filter(({ isPair }) => isPair).map((one) => one.run));
  return clustered(
    runs.map((one) => one.run),
    (one, two) => !pairs.has(one) && !pairs.has(two) && wordsIn(a, one.end, two.start) === 0,
  ).flatMap((cluster) => (cluster.every((one) => isPlain(one, a, b)) ? cluster : whole(cluster)));
};

/**
 * Single steps as runs. Runs with nothing but spaces and signs between them are one, unless each is
 * plainly one word for another, or its words are alike: of a sentence said anew, no word stands for
 * one of the old.
 */
const grouped = (
  steps: readonly Run[],
  a: readonly Token[],
  b: readonly Token[],
): readonly Run[] => {
  const touching = clustered(steps, touches).flatMap(whole);
  return clustered(touching, (one, two) => wordsIn(a, one.end, two.start) === 0)
    .flatMap((cluster) =>
      cluster.every((one) => isPlain(one, a, b))
        ? cluster
        : whole(cluster).flatMap((one) => paired(one, a, b)),
    )
    .map((run) => trimmed(run, a, b))
    .filter((run) => run.start < run.end || run.from < run.to);
};

const isSpace = (text: string, at: number): boolean => /\s/u.test(text.charAt(at));

/** The parts of two texts that differ, widened to the white space around them. */
const differing = (before: string, after: string): { start: number; rest: number } => {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let rest = 0;
  while (
    rest < shorter - start &&
    before[before.length - 1 - rest] === after[after.length - 1 - rest]
  )
    rest += 1;
  while (start > 0 && !isSpace(before, start - 1)) start -= 1;
  while (rest > 0 && !isSpace(before, before.length - rest)) rest -= 1;
  // A space and an accent on it are one character.
  if (start > 0) start -= 1;
  return { start, rest: Math.max(0, rest - 1) };
};

const offsetsOf = (tokens: readonly Token[]): readonly number[] => {
  const offsets = [0];
  for (const token of tokens) offsets.push((offsets.at(-1) ?? 0) + token.text.length);
  return offsets;
};

/**
 * The fewest whole words to replace so that `before` becomes `after`: replacements in order, with
 * offsets from `at`, where `before` begins (UTF-16 code units). Words that stay are left alone, a
 * word of which a letter changed is replaced as a whole, and no character is cut in two. Time grows
 * with what lies between the first and the last difference.
 */
export const wordReplacements = (before: string, after: string, at = 0): readonly Replacement[] => {
  if (before === after) return [];
  const { start, rest } = differing(before, after);
  const a = tokensOf(before.slice(start, before.length - rest));
  const b = tokensOf(after.slice(start, after.length - rest));
  const [old, now] = [offsetsOf(a), offsetsOf(b)];
  return grouped(differences(a, b), a, b).map((run) => ({
    start: at + start + (old[run.start] ?? 0),
    end: at + start + (old[run.end] ?? 0),
    text: after.slice(start + (now[run.from] ?? 0), start + (now[run.to] ?? 0)),
  }));
};
