import type { Range } from '#shared/model/range.ts';
import type { Turn } from '#shared/model/turn.ts';
import { turnAt } from '#shared/text/turn-index.ts';

/** More places than this are not looked for; typing on narrows them. */
export const mostFound = 5000;

/** Typed words as a pattern: any space between them, either apostrophe, capitals or not. */
const patternOf = (typed: string): RegExp =>
  new RegExp(
    typed
      .trim()
      .split(/\s+/u)
      .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&').replace(/['’]/gu, "['’]"))
      .join('\\s+'),
    'giu',
  );

/**
 * Where the words typed are said, in order, as ranges of `text` in UTF-16 code units: in speech
 * only, not in speakers' names, and never across turns.
 */
export const findWords = (
  text: string,
  turns: readonly Turn[],
  typed: string,
): readonly Range[] => {
  if (typed.trim() === '') return [];
  const found: Range[] = [];
  for (const match of text.matchAll(patternOf(typed))) {
    const range = { start: match.index, end: match.index + match[0].length };
    const turn = turns[turnAt(turns, range.start)];
    if (turn === undefined || range.start < turn.speechStart || range.end > turn.end) continue;
    found.push(range);
    if (found.length === mostFound) break;
  }
  return found;
};
