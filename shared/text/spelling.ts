/**
 * How many single changes (a letter added, left out, replaced, or two swapped) make one word of
 * another: the optimal string alignment distance (Damerau 1964, as restricted by Boytsov 2011).
 * Answers `most + 1` as soon as it is more than `most`.
 */
export const spellingDistance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, most + 1);
};

interface Candidate {
  readonly term: string;
  /** How many texts have it. */
  readonly doc: number;
}

/** Words spelt much like another, the likeliest first: the fewest changes, then the most used. */
export const nearestWords = (
  word: string,
  candidates: Iterable<Candidate>,
  count: number,
): readonly string[] => {
  const most = word.length < 4 ? 1 : 2;
  const near: (Candidate & { readonly distance: number })[] = [];
  for (const candidate of candidates) {
    const distance = spellingDistance(word, candidate.term, most);
    if (distance > 0 && distance <= most) near.push({ ...candidate, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance || b.doc - a.doc)
    .slice(0, count)
    .map(({ term }) => term);
};
