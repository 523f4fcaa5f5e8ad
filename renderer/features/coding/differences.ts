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
