import { assertNever } from '#shared/model/assert-never.ts';
import type { QueryCondition } from '#shared/model/query.ts';
import { type Span, SpanIndex } from '#shared/text/span-index.ts';
import { turnAt } from '#shared/text/turn-index.ts';

/** A coding as far as relations look at it: a half-open range in UTF-16 code units. */
export interface Coded {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

type Turns = readonly { readonly start: number; readonly end: number }[];

const spanOf = (coding: Coded, relation: QueryCondition['relation'], turns: Turns): Span =>
  relation.how === 'near'
    ? {
        id: coding.id,
        low: turnAt(turns, coding.start),
        high: turnAt(turns, coding.end - 1),
      }
    : { id: coding.id, low: coding.start, high: coding.end - 1 };

/**
 * Tells of each coding of one source whether another one among `others` stands in the relation:
 * shares words with it, holds it wholly, or is at most so many turns away (0: the next turn, the
 * same turn or the one before). A coding is never in relation with itself.
 */
export const relatesTo = (
  others: readonly Coded[],
  relation: QueryCondition['relation'],
  turns: Turns,
): ((coding: Coded) => boolean) => {
  const index = new SpanIndex(others.map((other) => spanOf(other, relation, turns)));
  return (coding) => {
    const { id, low, high } = spanOf(coding, relation, turns);
    switch (relation.how) {
      case 'overlapping':
        return index.has(high, low, id);
      case 'within':
        return index.has(low, high, id);
      case 'near':
        return index.has(high + relation.turns + 1, low - relation.turns - 1, id);
      default:
        return assertNever(relation);
    }
  };
};
