/*
 * Names that may mean the same: they differ by case, accents, punctuation, order of words, endings,
 * small words or a slip of the keys. Of 2,000 names only those that share a rare piece are compared,
 * so that the cost follows the number of names, not of pairs.
 */

/** A name with the id of what it names. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Two ids, the smaller one first. */
export type Pair = readonly [string, string];

/** A pair as one text: the same whichever of the two comes first. */
export const pairKey = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`;

/** Words that names differ by without meaning another thing. Those that negate are not among them. */
const smallWords = new Set(
  'a an the of to in on at for with by from and or as is are be my their our his her its s'.split(
    ' ',
  ),
);

const endings = [
  'ments',
  'ment',
  'nesses',
  'ness',
  'ings',
  'ing',
  'edly',
  'ed',
  'ies',
  'es',
  's',
  'y',
  'e',
];

/** Letters that a stem keeps at least. */
const shortestStem = 3;

/**
 * A word without its ending, by a few rules of English: names are compared, not understood, so that
 * `moving`, `movement` and `moves` need only come out alike. Words that end in `ss` or `us` keep it.
 */
const stem = (word: string): string => {
  if (/\d/u.test(word) || /(?:ss|us|is)$/u.test(word)) return word;
  const ending = endings.find(
    (end) => word.endsWith(end) && word.length - end.length >= shortestStem,
  );
  if (ending === undefined) return word;
  const base = word.slice(0, -ending.length);
  // `movement` and `moving` meet at `mov`, `stopped` and `stops` at `stop`.
  const bare = base.length > shortestStem ? base.replace(/(?:e|y|i)$/u, '') : base;
  return /([bdgklmnprt])\1$/u.test(bare) && bare.length > shortestStem ? bare.slice(0, -1) : bare;
};

const folded = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/gu, '');

/** The words of a name that count, without endings, in their order. */
const stemsOf = (name: string): readonly string[] => {
  const words = folded(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  const meaning = words.filter((word) => !smallWords.has(word));
  return (meaning.length === 0 ? words : meaning).map(stem);
};

/** Whether two words are a slip of the keys apart: one letter, in long words two; never at the start. */
const isSlip = (one: string, other: string): boolean => {
  const shorter = Math.min(one.length, other.length);
  if (shorter < 6 || one[0] !== other[0] || /\d/u.test(one + other)) return false;
  return distanceWithin(one, other, shorter < 9 ? 1 : 2);
};

/**
 * Whether at most `most` letters have to be put in, left out, replaced or swapped with the next one
 * (optimal string alignment, a Damerau-Levenshtein distance), by rows of the usual table.
 */
const distanceWithin = (one: string, other: string, most: number): boolean => {
  if (Math.abs(one.length - other.length) > most) return false;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1];
      let cost = Math.min(
        (last[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
        cost = Math.min(cost, (beforeLast[at - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > most) return false;
    [beforeLast, last] = [last, current];
  }
  return (last.at(-1) ?? 0) <= most;
};

const opposites = /^(?:un|in|im|ir|il|dis|non|mis|anti)/u;

/** `certain` and `uncertain` are a slip apart and mean the opposite. */
const areOpposite = (one: string, other: string): boolean =>
  one.replace(opposites, '') === other || other.replace(opposites, '') === one;

/** Without what both have: what is left of either. */
const difference = (
  one: readonly string[],
  other: readonly string[],
): readonly [readonly string[], readonly string[]] => {
  const rest = [...other];
  const left = one.filter((word) => {
    const at = rest.indexOf(word);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
  return [left, rest];
};

interface Prepared extends Named {
  readonly stems: readonly string[];
  /** The stems in the order of the alphabet: the same for names that differ by their order only. */
  readonly key: string;
}

const alike = (one: Prepared, other: Prepared): boolean => {
  if (one.key === other.key) return true;
  // Written as one word or as two.
  if (one.stems.join('') === other.stems.join('')) return true;
  const [left, right] = difference(one.stems, other.stems);
  if (left.length !== right.length || left.length > 2) return false;
  const free = [...right];
  return left.every((word) => {
    const at = free.findIndex(
      (candidate) => isSlip(word, candidate) && !areOpposite(word, candidate),
    );
    if (at !== -1) free.splice(at, 1);
    return at !== -1;
  });
};

/** The pieces of three letters that a name is found by, whatever the order of its words. */
const piecesOf = ({ stems }: Prepared): readonly string[] => {
  const pieces = [...stems, stems.join('')].flatMap((word) => {
    const padded = ` ${word} `;
    return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
  });
  return [...new Set(pieces)];
};

/** Edits of at most two letters spoil at most six pieces, so of seven rare ones two names share one. */
const rarePieces = 7;
/** Pieces of more names than this tell nothing apart. */
const mostSharing = 60;

/** By rare pieces: the names that have them. */
const indexOf = (names: readonly Prepared[]): ReadonlyMap<string, readonly number[]> => {
  const pieces = names.map(piecesOf);
  const counts = new Map<string, number>();
  for (const piece of pieces.flat()) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  const found = new Map<string, number[]>();
  for (const [index, own] of pieces.entries()) {
    const rare = own
      .toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, rarePieces);
    for (const piece of rare) {
      const list = found.get(piece);
      if (list === undefined) found.set(piece, [index]);
      else if (list.length < mostSharing) list.push(index);
    }
  }
  return found;
};

/**
 * The pairs of names that may mean the same. Names of which nothing but small words is left, and
 * names with other numbers (`Week 1`, `Week 12`), are told apart.
 */
export const similarPairs = (names: readonly Named[]): readonly Pair[] => {
  const prepared = names.map((named): Prepared => {
    const stems = stemsOf(named.name);
    return { ...named, stems, key: stems.toSorted().join(' ') };
  });
  const known = prepared.filter(({ stems }) => stems.length > 0);
  const pairs = new Map<string, Pair>();
  const note = (one: Prepared, other: Prepared): void => {
    const pair: Pair = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
    pairs.set(pairKey(...pair), pair);
  };
  // Names that come out the same stand for each other; each is paired with the first of them.
  const byKey = [...Map.groupBy(known, ({ key }) => key).values()];
  for (const same of byKey)
    for (const [at, one] of same.entries())
      for (const other of same.slice(at + 1, at + mostSharing)) note(one, other);
  const distinct = byKey.flatMap(([first]) => (first === undefined ? [] : [first]));
  for (const sharing of indexOf(distinct).values())
    for (const [at, first] of sharing.entries())
      for (const second of sharing.slice(at + 1)) {
        const [one, other] = [distinct[first], distinct[second]];
        if (one !== undefined && other !== undefined && alike(one, other)) note(one, other);
      }
  return [...pairs.values()];
};

/**
 * Groups of names that may mean the same, in the order of `names`: each name is similar to at least
 * one other of its group. Pairs in `apart` (see `pairKey`) were looked at and are not the same.
 */
export const similarGroups = <N extends Named>(
  names: readonly N[],
  apart: ReadonlySet<string> = new Set(),
): readonly (readonly N[])[] => {
  const group = new Map<string, string>();
  const rootOf = (id: string): string => {
    const above = group.get(id) ?? id;
    return above === id ? id : rootOf(above);
  };
  for (const [one, other] of similarPairs(names)) {
    if (apart.has(pairKey(one, other))) continue;
    group.set(one, group.get(one) ?? one);
    group.set(rootOf(other), rootOf(one));
  }
  const found = Map.groupBy(names, ({ id }) => rootOf(id));
  return [...found.values()].filter((members) => members.length > 1);
};
