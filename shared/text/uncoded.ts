import type { Range } from '#shared/model/range.ts';
import { countWords } from './words.ts';

/** Fewer words than this between codings are a breath or a 'you know', and not pointed at. */
const fewestWords = 4;

const trimmed = (text: string, { start, end }: Range): Range => {
  const words = text.slice(start, end);
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  };
};

/**
 * The stretches of `within` that no range of `coded` covers, without the space around them, where they
 * are some words long. `coded` is in order of `start` and may overlap. Offsets are UTF-16 code units
 * of `text`.
 */
export const uncodedIn = (
  text: string,
  within: Range,
  coded: readonly Range[],
): readonly Range[] => {
  const gaps: Range[] = [];
  let from = within.start;
  for (const { start, end } of coded) {
    if (start >= within.end) break;
    if (start > from) gaps.push({ start: from, end: start });
    from = Math.max(from, end);
  }
  if (from < within.end) gaps.push({ start: from, end: within.end });
  return gaps
    .map((gap) => trimmed(text, gap))
    .filter(({ start, end }) => countWords(text.slice(start, end)) >= fewestWords);
};
