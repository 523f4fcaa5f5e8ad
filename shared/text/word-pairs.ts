/** From which share of the same characters on two words are one word, corrected. */
const alike = 0.6;
/** What two equal signs or spaces weigh against words: they only break ties. */
const sign = 0.001;
/** Words longer than this (UTF-16 code units) are compared as wholes. */
const longestCompared = 40;

/**
 * In how many characters two words differ, as a share of the longer: 0 to 1. Two that changed places
 * count as one (Damerau and Levenshtein's distance, in its restricted form).
 */
const difference = (a: string, b: string): number => {
  if (a === b) return 0;
  if (a.length > longestCompared || b.length > longestCompared) return 1;
  const [left, right] = [Array.from(a), Array.from(b)];
  const rows = [Array.from({ length: right.length + 1 }, (_, index) => index)];
  const cost = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (const [i, one] of left.entries()) {
    const row = [i + 1];
    rows.push(row);
    for (const [j, other] of right.entries()) {
      const isSwapped = i > 0 && j > 0 && one === right[j - 1] && left[i - 1] === other;
      row.push(
        Math.min(
          cost(i, j) + (one === other ? 0 : 1),
          cost(i, j + 1) + 1,
          cost(i + 1, j) + 1,
          isSwapped ? cost(i - 1, j - 1) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return cost(left.length, right.length) / Math.max(left.length, right.length);
};

interface Word {
  readonly text: string;
  readonly isWord: boolean;
}

const weigh = (a: Word, b: Word): number => {
  if (a.isWord !== b.isWord) return 0;
  if (!a.isWord) return a.text === b.text ? sign : 0;
  const same = 1 - difference(a.text.toLocaleLowerCase(), b.text.toLocaleLowerCase());
  return same < alike ? 0 : same;
};

/**
 * Which words of the one list became which of the other: pairs of indexes in order, chosen so that
 * they are as alike as can be. Time grows with the product of the lengths.
 */
export const pairWords = (
  a: readonly Word[],
  b: readonly Word[],
): readonly (readonly [number, number])[] => {
  const weights = a.map((one) => b.map((other) => weigh(one, other)));
  // best[i][j]: the most that a from i on and b from j on can have in common.
  const best = Array.from({ length: a.length + 1 }, () => new Float64Array(b.length + 1));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const weight = weights[i]?.[j] ?? 0;
      const paired = weight === 0 ? 0 : weight + at(i + 1, j + 1);
      const row = best[i];
      if (row !== undefined) row[j] = Math.max(paired, at(i + 1, j), at(i, j + 1));
    }
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const weight = weights[i]?.[j] ?? 0;
    if (weight > 0 && at(i, j) === weight + at(i + 1, j + 1)) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i, j) === at(i + 1, j)) i += 1;
    else j += 1;
  }
  return pairs;
};
