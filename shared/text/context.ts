import type { Range } from '#shared/model/range.ts';
import { wholeGraphemes } from './units.ts';

/** A place in its context, in one line: space of any kind is one space. */
export interface InContext {
  readonly left: string;
  readonly words: string;
  readonly right: string;
}

/** How much context a line shows on each side, and how much of a long place, in UTF-16 code units. */
const shown = 90;
const longest = 400;

const hasOtherSpace = /[^\S ]| {2}/u;
const oneLine = (text: string): string =>
  hasOtherSpace.test(text) ? text.replace(/\s+/gu, ' ') : text;
const isSimple = /^[\u0020-\u024F\u2010-\u2027]*$/u;

// A cut must not halve an emoji or a letter and its accent; most texts have neither.
const sliced = (text: string, start: number, end: number): string => {
  const part = text.slice(start, end);
  if (isSimple.test(part)) return part;
  const from = Math.max(0, start - 40);
  const near = text.slice(from, end + 40);
  const whole = wholeGraphemes(near, { start: start - from, end: end - from });
  return near.slice(whole.start, whole.end);
};

/**
 * The words of `range` with what stands before and after them in `within`, cut to what a line
 * shows. Offsets are UTF-16 code units of `text`.
 */
export const inContext = (text: string, within: Range, range: Range): InContext => {
  const from = Math.max(within.start, range.start - shown);
  const to = Math.min(within.end, range.end + shown);
  const isCut = range.end - range.start > longest;
  const stop = isCut ? range.start + longest : range.end;
  return {
    left: from === range.start ? '' : oneLine(sliced(text, from, range.start)).trimStart(),
    words: `${oneLine(sliced(text, range.start, stop))}${isCut ? '…' : ''}`,
    right: to === range.end ? '' : oneLine(sliced(text, range.end, to)).trimEnd(),
  };
};
