import type { Reading } from '#shared/contract/sources.ts';
import type { Speech } from '#shared/contract/turns.ts';
import type { Range } from '#shared/model/range.ts';
import { turnAt } from '#shared/text/turn-index.ts';

/** More places than this are not replaced in one step. */
export const mostPlaces = 5000;

/** What is looked for, to the letter, and what counts as it. */
export interface Wanted {
  readonly find: string;
  readonly matchCase: boolean;
  /** Whether the words found must stand alone, not within longer ones. */
  readonly wholeWords: boolean;
}

const letter = '[\\p{L}\\p{M}\\p{N}]';

/** Never half of a letter with its accent, or of a family of emoji. */
const patternOf = ({ find, matchCase, wholeWords }: Wanted): RegExp => {
  const words = find.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  const [before, after] = wholeWords
    ? [`(?<!${letter})`, `(?!${letter})`]
    : ['(?<!\\u200D)', '(?![\\p{M}\\p{Emoji_Modifier}\\u200D])'];
  return new RegExp(`${before}${words}${after}`, matchCase ? 'gu' : 'giu');
};

/**
 * Where the speech of a source says what is looked for, in order, as ranges of its text (UTF-16 code
 * units): not in speakers' names, and never across turns.
 */
export const findPlaces = ({ text, turns }: Reading, wanted: Wanted): readonly Range[] => {
  if (wanted.find === '') return [];
  const found: Range[] = [];
  for (const match of text.matchAll(patternOf(wanted))) {
    const range = { start: match.index, end: match.index + match[0].length };
    const turn = turns[turnAt(turns, range.start)];
    if (turn === undefined || range.start < turn.speechStart || range.end > turn.end) continue;
    found.push(range);
    if (found.length === mostPlaces) break;
  }
  return found;
};

/** What the turns say and shall say, when other words stand in these places. */
export const speechesFor = (
  { text, turns }: Reading,
  places: readonly Range[],
  words: string,
): readonly Speech[] => {
  const byTurn = Map.groupBy(places, ({ start }) => turnAt(turns, start));
  return [...byTurn].flatMap(([index, own]) => {
    const turn = turns[index];
    if (turn === undefined) return [];
    let after = '';
    let at = turn.speechStart;
    for (const { start, end } of own) {
      after += text.slice(at, start) + words;
      at = end;
    }
    return [
      {
        turnId: turn.id,
        before: text.slice(turn.speechStart, turn.end),
        after: after + text.slice(at, turn.end),
      },
    ];
  });
};
