import type { Range } from '#shared/model/range.ts';

export type Unit = 'turn' | 'paragraph' | 'sentence' | 'word';

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

const paragraphs = (text: string, within: Range): readonly Range[] => {
  const found: Range[] = [];
  let start = within.start;
  for (const line of text.slice(within.start, within.end).split('\n')) {
    const paragraph = trimmed(text, { start, end: start + line.length });
    if (paragraph !== null) found.push(paragraph);
    start += line.length + 1;
  }
  return found;
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
 * the whole of it, its paragraphs (what stands between line breaks) and sentences without the space
 * around them, or its words.
 */
export const unitsIn = (text: string, within: Range, unit: Unit): readonly Range[] => {
  if (unit === 'paragraph') return paragraphs(text, within);
  if (unit === 'sentence') return sentences(text, within);
  if (unit === 'word') return words(text, within);
  const whole = trimmed(text, within);
  return whole === null ? [] : [whole];
};

/** Speech is cut into stretches of about this length, in UTF-16 code units. */
const stretch = 20_000;
/** How far a better place for a cut is looked for. */
const search = 4000;

/** Where a sentence surely ends: a stop, marks that close, space, and a capital. */
const sentenceEnd = /[.!?…]["'”’)\]]*\s+(?=\p{Lu})/gu;

const cutAfter = (text: string, from: number, end: number): number => {
  const window = text.slice(from, Math.min(from + search, end));
  for (const match of window.matchAll(sentenceEnd))
    if (!abbreviation.test(window.slice(0, match.index + 1)))
      return from + match.index + match[0].length;
  const space = window.search(/\s(?=\S)/u);
  // With no space anywhere there is nothing better than not to cut a character.
  return space === -1 ? (cutAt(text, from)?.end ?? from) : from + space + 1;
};

/**
 * Speech cut into stretches whose units can be found apart from each other, as half-open ranges of
 * `text` in UTF-16 code units that follow on each other: a turn can be a million characters long.
 * A cut is at the end of a sentence, or, where none ends for thousands of characters, at a space.
 */
export const stretchesIn = (text: string, within: Range): readonly Range[] => {
  const found: Range[] = [];
  let { start } = within;
  while (within.end - start > stretch + search) {
    const end = cutAfter(text, start + stretch, within.end);
    found.push({ start, end });
    start = end;
  }
  return start < within.end ? [...found, { start, end: within.end }] : found;
};

/** How far around a place a boundary is looked for before all of the text is. */
const reach = 4000;

/**
 * A letter and a space: no character that a reader sees goes over from one to the other. (The one
 * letter left out joins what follows it.)
 */
const surelyApart = /^(?!\u0D4E)[\p{L}\p{N}.,;:!?]\s$/u;

/** A boundary between characters that is near before `offset`, so that not all is looked at. */
const boundaryBefore = (text: string, offset: number): number => {
  const least = Math.max(0, offset - reach);
  for (let at = offset - 1; at > least; at -= 1)
    if (surelyApart.test(text.slice(at - 1, at + 1))) return at;
  return 0;
};

/** The character that a reader sees at a place of the text; null where none is cut there. */
const cutAt = (text: string, offset: number): Range | null => {
  if (offset <= 0 || offset >= text.length) return null;
  const from = boundaryBefore(text, offset);
  const partIn = (near: string): Range | null => {
    const part = segmenter('grapheme')
      .segment(near)
      .containing(offset - from);
    if (part === undefined || part.index === offset - from) return null;
    return { start: from + part.index, end: from + part.index + part.segment.length };
  };
  const part = partIn(text.slice(from, offset + reach));
  return part?.end === offset + reach ? partIn(text.slice(from)) : part;
};

/**
 * The range made as wide as the characters a reader sees: no half of an emoji or of a letter and
 * its accent is left outside.
 */
export const wholeGraphemes = (text: string, range: Range): Range => ({
  start: cutAt(text, range.start)?.start ?? range.start,
  end: cutAt(text, range.end)?.end ?? range.end,
});
