interface Placed {
  readonly start: number;
  readonly end: number;
}

/**
 * The index of the turn that holds `offset` (UTF-16 code units), or of the last one before it;
 * -1 before the first. Turns are in order and do not overlap.
 */
export const turnAt = (turns: readonly Placed[], offset: number): number => {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const turn = turns[middle];
    if (turn !== undefined && turn.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** Indexes `[first, last]` of the turns that share a character with `[start, end)`; null for none. */
export const turnsIn = (
  turns: readonly Placed[],
  range: Placed,
): { readonly first: number; readonly last: number } | null => {
  let first = Math.max(0, turnAt(turns, range.start));
  if ((turns[first]?.end ?? 0) <= range.start) first += 1;
  const last = turnAt(turns, range.end - 1);
  return first <= last ? { first, last } : null;
};
