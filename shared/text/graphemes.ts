const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The characters of a text as a reader sees them: no emoji and no accented letter in two. */
export const graphemesOf = (text: string): readonly string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

const lastSpace = /\s(?=\S*$)/u;
const firstSpace = /\s/u;

/** How many of two lists' first parts are the same, at most `most`. */
const sameAtStart = (a: readonly string[], b: readonly string[], most: number): number => {
  let same = 0;
  while (same < most && a[same] === b[same]) same += 1;
  return same;
};

/**
 * What the old and the new words of a replacement begin and end with alike, in UTF-16 code units:
 * characters as a reader sees them where both are one word, else whole words. The two never overlap
 * in the shorter text. The same either way round.
 */
export const commonEnds = (
  a: string,
  b: string,
): { readonly prefix: number; readonly suffix: number } => {
  const [left, right] = [graphemesOf(a), graphemesOf(b)];
  const most = Math.min(left.length, right.length);
  const first = sameAtStart(left, right, most);
  const last = sameAtStart(left.toReversed(), right.toReversed(), most - first);
  const prefix = left.slice(0, first).join('');
  const suffix = last === 0 ? '' : left.slice(-last).join('');
  if (!/\s/u.test(a) && !/\s/u.test(b)) return { prefix: prefix.length, suffix: suffix.length };
  const upTo = lastSpace.exec(prefix);
  const from = firstSpace.exec(suffix);
  return {
    prefix: upTo === null ? 0 : upTo.index + 1,
    suffix: from === null ? 0 : suffix.length - from.index,
  };
};
