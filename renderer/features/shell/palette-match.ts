/** How many results a section of the palette shows; the rest is a matter of typing on. */
export const mostResults = 12;

/** One thing that can be found: its name, and words beside it that are not searched. */
export interface Findable {
  readonly label: string;
}

/** What a section shows of all that match. */
export interface Found<E extends Findable> {
  readonly entries: readonly E[];
  /** How many more match. */
  readonly more: number;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase();

/** 0 where the name begins so, 1 where a word of it does, 2 where it has it anywhere; null for none. */
const rank = (label: string, typed: string): number | null => {
  const at = label.indexOf(typed);
  if (at === 0) return 0;
  if (label.includes(` ${typed}`)) return 1;
  if (at > 0) return 2;
  return typed.split(/\s+/u).every((word) => label.includes(word)) ? 3 : null;
};

/** The entries whose names match what was typed, the nearest first, whatever the accents and case. */
export const find = <E extends Findable>(
  entries: readonly E[],
  typed: string,
  most = mostResults,
): Found<E> => {
  const wanted = plain(typed.trim());
  const ranked = entries
    .map((entry) => ({ entry, rank: wanted === '' ? 0 : rank(plain(entry.label), wanted) }))
    .filter((one): one is { entry: E; rank: number } => one.rank !== null)
    .sort((a, b) => a.rank - b.rank);
  return {
    entries: ranked.slice(0, most).map(({ entry }) => entry),
    more: Math.max(0, ranked.length - most),
  };
};
