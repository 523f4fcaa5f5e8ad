import type { Range } from '#shared/model/range.ts';
import { commonEnds } from './graphemes.ts';
import type { TextEdit } from './replacements.ts';

/*
 * How a place in a text follows an edit of it. The rules, for a range [start, end):
 *
 * 1. What is put in between two characters of the range belongs to it: it grows. What is put in at
 *    its very start or end stays outside.
 * 2. Words that take the place of words wholly inside the range belong to it, also where the range
 *    is exactly those words: a misspelt word that is coded stays coded when it is put right. Typing
 *    on at the end of a coded word replaces that word (see word-diff.ts), so it stays coded whole.
 * 3. Where a replacement reaches over an edge of the range, the range keeps what it has outside the
 *    deletion and takes nothing of the new words. An edge inside a replaced word stands by the
 *    characters that the old and the new word begin and end with; an edge inside several replaced
 *    words stands by the whole words that both begin and end with.
 * 4. A range of which nothing is left is gone: null.
 *
 * So the characters that survive in a range are exactly those it had, less those deleted; ranges
 * keep their order; and an edit taken back never loses a range that survived it.
 */

/** Where a range stands after an edit, and whether a deletion reached over one of its edges. */
export interface MovedRange extends Range {
  readonly isCut: boolean;
}

interface Step {
  readonly start: number;
  readonly end: number;
  /** How many code units stand there now. */
  readonly length: number;
  /** By how much places between the step before and this one have moved. */
  readonly shift: number;
  readonly before: string;
  readonly after: string;
}

const stepsOf = ({ replacements, inverse }: TextEdit): readonly Step[] => {
  let shift = 0;
  return replacements.map(({ start, end, text }, index) => {
    const step = {
      start,
      end,
      length: text.length,
      shift,
      before: inverse[index]?.text ?? '',
      after: text,
    };
    shift += text.length - (end - start);
    return step;
  });
};

interface Edge {
  readonly offset: number;
  readonly isCut: boolean;
}

/** Where an edge strictly inside what a step replaced stands now. */
const inside = (step: Step, offset: number, side: 'start' | 'end'): Edge => {
  const { prefix, suffix } = commonEnds(step.before, step.after);
  const at = offset - step.start;
  const from = step.start + step.shift;
  const to = from + step.length;
  const [first, last] = [prefix, step.before.length - suffix];
  const byPrefix = { offset: from + at, isCut: false };
  const bySuffix = { offset: to - (step.before.length - at), isCut: false };
  if (side === 'start') {
    if (at >= last) return bySuffix;
    return at <= first ? byPrefix : { offset: to - suffix, isCut: true };
  }
  if (at <= first) return byPrefix;
  return at >= last ? bySuffix : { offset: from + prefix, isCut: true };
};

/** Where the edges of a range go; the start is not before the end where none of it is left. */
const edgeMover = (edit: TextEdit) => {
  const steps = stepsOf(edit);
  /** How many steps end at or before an offset. */
  const endedBy = (offset: number): number => {
    let low = 0;
    let high = steps.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((steps[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const edge = (offset: number, side: 'start' | 'end'): Edge => {
    let passed = endedBy(offset);
    // What is put in exactly at the end of a range stays outside.
    while (side === 'end' && steps[passed - 1]?.start === offset) passed -= 1;
    const next = steps[passed];
    if (next !== undefined && next.start < offset && offset < next.end)
      return inside(next, offset, side);
    const last = steps[passed - 1];
    const shift = last === undefined ? 0 : last.shift + last.length - (last.end - last.start);
    return { offset: offset + shift, isCut: false };
  };
  return edge;
};

/**
 * Answers how ranges follow an edit: a function from a range of the text before (half-open, UTF-16
 * code units) to the range of the text after, or null when none of it is left. Time grows with the
 * logarithm of the number of replacements.
 */
export const rangeMover = (edit: TextEdit): ((range: Range) => MovedRange | null) => {
  const edge = edgeMover(edit);
  return (range) => {
    const start = edge(range.start, 'start');
    const end = edge(range.end, 'end');
    if (start.offset >= end.offset) return null;
    return { start: start.offset, end: end.offset, isCut: start.isCut || end.isCut };
  };
};

/**
 * As `rangeMover`, for ranges that outlive their words: an empty range at the place where they were
 * is answered when none of them is left.
 */
export const placeMover = (edit: TextEdit): ((range: Range) => Range) => {
  const edge = edgeMover(edit);
  return (range) => {
    const end = edge(range.end, 'end').offset;
    return { start: Math.min(edge(range.start, 'start').offset, end), end };
  };
};

interface PlacedTurn {
  readonly id: string;
  readonly start: number;
  readonly speechStart: number;
  readonly end: number;
}

/**
 * Where turns stand when the speech of some of them has another length: each keeps covering its own
 * words and no others, also where two touch. `lengths` gives the new length of a speech by turn id;
 * turns are in order.
 */
export const moveTurns = <T extends PlacedTurn>(
  turns: readonly T[],
  lengths: ReadonlyMap<string, number>,
): readonly T[] => {
  let shift = 0;
  return turns.map((turn) => {
    const old = turn.end - turn.speechStart;
    const length = lengths.get(turn.id) ?? old;
    const moved = {
      ...turn,
      start: turn.start + shift,
      speechStart: turn.speechStart + shift,
      end: turn.speechStart + shift + length,
    };
    shift += length - old;
    return moved;
  });
};
