import type { Range } from '#shared/model/range.ts';

export type Unit = 'turn' | 'sentence' | 'word';

const segmenters = new Map<string, Intl.Segmenter>();

const segmenter = (granularity: 'sentence' | 'word' | 'grapheme'): Intl.Segmenter => {
  let known = segmenters.get(granularity);
  if (known === undefined) {
    known = new Intl.Segmenter(undefined, { granularity });
    segmenters.set(granularity, known);
  }
  return known;
};

/** What ends with a full stop without ending a sentence. */
const abbreviation =
  /(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Prof|St|Fig|No|vs|etc|e\.g|i\.e|approx|[A-Z])\.\s*$/u;

const trimmed = (text: string, range: Range): Range | null => {
  const words = text.slice(range.start, range.end);
  const start = range.start + (words.length - words.trimStart().length);
  const end = range.end - (words.length - words.trimEnd().length);
  return start < end ? { start, end } : null;
};

const sentences = (text: string, within: Range): readonly Range[] => {
  const found: Range[] = [];
  let start = within.start;
  for (const { segment, index } of segmenter('sentence').segment(
    text.slice(within.start, within.end),
  )) {
    if (abbreviation.test(segment)) continue;
    const end = within.start + index + segment.length;
    const sentence = trimmed(text, { start, end });
    if (sentence !== null) found.push(sentence);
    start = end;
  }
  const rest = trimmed(text, { start, end: within.end });
  return rest === null ? found : [...found, rest];
};

const words = (text: string, within: Range): readonly Range[] =>
  Array.from(segmenter('word').segment(text.slice(within.start, within.end)))
    .filter((part) => part.isWordLike)
    .map((part) => ({
      start: within.start + part.index,
      end: within.start + part.index + part.segment.length,
    }));

/**
 * The units of one stretch of speech in order, as half-open ranges of `text` in UTF-16 code units:
 * the whole of it, its sentences without the space around them, or its words.
 */
export const unitsIn = (text: string, within: Range, unit: Unit): readonly Range[] => {
  if (unit === 'sentence') return sentences(text, within);
  if (unit === 'word') return words(text, within);
  const whole = trimmed(text, within);
  return whole === null ? [] : [whole];
};

/**
 * The range made as wide as the characters a reader sees: no half of an emoji or of a letter and
 * its accent is left outside.
 */
export const wholeGraphemes = (text: string, range: Range): Range => {
  const graphemes = segmenter('grapheme').segment(text);
  // Undefined at the end of the text, where nothing can be cut.
  const at = (offset: number): Intl.SegmentData | undefined => graphemes.containing(offset);
  const last = at(range.end);
  const isCut = last !== undefined && last.index < range.end;
  return {
    start: at(range.start)?.index ?? range.start,
    end: isCut ? last.index + last.segment.length : range.end,
  };
};
