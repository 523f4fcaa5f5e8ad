import type { Coding } from '#shared/model/coding.ts';

/**
 * Those of the codings that have no counterpart among others: one of the same code that shares at
 * least a character with it. Two coders seldom begin and end at the same letter.
 */
export const onlyIn = (
  codings: readonly Coding[],
  others: readonly Coding[],
): readonly Coding[] => {
  const byCode = Map.groupBy(others, ({ codeId }) => codeId);
  return codings.filter(
    (coding) =>
      !(byCode.get(coding.codeId) ?? []).some(
        (other) => other.start < coding.end && other.end > coding.start,
      ),
  );
};

/** A coding that only one of two coders made. */
export interface Difference {
  readonly coding: Coding;
  readonly side: 'left' | 'right';
}

/** What two coders of one source did differently, in the order of the text; the left one's first. */
export const differencesOf = (
  left: readonly Coding[],
  right: readonly Coding[],
): readonly Difference[] =>
  [
    ...onlyIn(left, right).map((coding): Difference => ({ coding, side: 'left' })),
    ...onlyIn(right, left).map((coding): Difference => ({ coding, side: 'right' })),
  ].sort((a, b) => a.coding.start - b.coding.start || a.coding.end - b.coding.end);

interface From {
  /** The coding that is looked at, by id. */
  readonly active: string | null;
  /** Where else the reader is, in UTF-16 code units. */
  readonly offset: number;
  readonly step: 1 | -1;
}

/** The place in the list of the next or previous difference from where the reader is; -1 for none. */
export const nextDifference = (all: readonly Difference[], from: From): number => {
  const { active, offset, step } = from;
  const at = all.findIndex(({ coding }) => coding.id === active);
  if (at !== -1) return at + step < all.length ? at + step : -1;
  return step === 1
    ? all.findIndex(({ coding }) => coding.start >= offset)
    : all.findLastIndex(({ coding }) => coding.start < offset);
};
