import type { Reading } from '#shared/contract/sources.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Range } from '#shared/model/range.ts';
import type { Turn } from '#shared/model/turn.ts';
import { type Following, followEdit } from '#shared/text/follow.ts';
import { applyReplacements } from '#shared/text/replacements.ts';
import { wordReplacements } from '#shared/text/word-diff.ts';

/** Longer speeches (UTF-16 code units) are not followed while typing, so that typing never waits. */
const longestFollowed = 40_000;

type TypedCoding = Range & Pick<Coding, 'codeId'>;

interface Typed {
  /** How many places are corrected so far; null where that is not followed. */
  readonly places: number | null;
  /** How many codings do what. */
  readonly count: Readonly<Partial<Record<Following, number>>>;
  /** The codings with their places among the words typed; those that would be lost are left out. */
  readonly codings: readonly TypedCoding[];
}

interface Typing {
  readonly reading: Reading;
  readonly turn: Turn;
  readonly codings: readonly Coding[];
  readonly words: string;
}

const touching = (turn: Turn, codings: readonly Coding[]): readonly Coding[] =>
  codings.filter(({ start, end }) => start < turn.end && end > turn.speechStart);

const within = (range: Range, from: number, length: number): Range => ({
  start: Math.max(0, range.start - from),
  end: Math.min(length, range.end - from),
});

/** The codings of a turn at their places among its words. */
export const typedUnchanged = (turn: Turn, codings: readonly Coding[]): readonly TypedCoding[] =>
  touching(turn, codings).map((coding) => ({
    ...within(coding, turn.speechStart, turn.end - turn.speechStart),
    codeId: coding.codeId,
  }));

/** What the words typed for a turn would do to the codings that touch it; null for the saved ones. */
export const followTyping = ({ reading, turn, codings, words }: Typing): Typed | null => {
  const { text } = reading;
  const speech = text.slice(turn.speechStart, turn.end);
  if (speech === words) return null;
  if (speech.length + words.length > longestFollowed)
    return { places: null, count: {}, codings: [] };
  const done = applyReplacements(text, wordReplacements(speech, words, turn.speechStart));
  const here = touching(turn, codings);
  const followed = followEdit(here, { before: text, after: done.text, edit: done.edit });
  const count: Partial<Record<Following, number>> = {};
  for (const { change } of followed) count[change] = (count[change] ?? 0) + 1;
  const moved = new Map(followed.map((one) => [one.coding.id, one.place]));
  return {
    places: done.edit.replacements.length,
    count,
    codings: here.flatMap((coding) => {
      const place = moved.has(coding.id) ? moved.get(coding.id) : coding;
      return place == null
        ? []
        : [{ ...within(place, turn.speechStart, words.length), codeId: coding.codeId }];
    }),
  };
};
