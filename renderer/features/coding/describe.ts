import type { Coding } from '#shared/model/coding.ts';

/** The codings of a turn as words for a screen reader: `2 codings: Fear of movement, Rest`. */
export const describeCodings = (
  codings: readonly Coding[],
  names: ReadonlyMap<string, string>,
): string => {
  if (codings.length === 0) return '';
  const found = [...new Set(codings.map((coding) => names.get(coding.codeId) ?? 'code'))];
  return `${codings.length} ${codings.length === 1 ? 'coding' : 'codings'}: ${found.join(', ')}`;
};
