import type { Coding } from '#shared/model/coding.ts';
import type { Range } from '#shared/model/range.ts';
import { type MovedRange, rangeMover } from './anchors.ts';
import type { TextEdit } from './replacements.ts';
import { countWords } from './words.ts';

/**
 * What an edit of the text does to a coding: `moved` to where its words are now; `reworded`, some of
 * them put right; `longer` or `shorter` by words put in or taken out; `joined` to one that says the
 * same; `lost` with all its words.
 */
export const followings = ['moved', 'reworded', 'longer', 'shorter', 'joined', 'lost'] as const;
export type Following = (typeof followings)[number];

/** A coding that an edit of the text touches. */
export interface Followed {
  readonly coding: Coding;
  readonly change: Following;
  /** Where it stands after the edit; null for one that is lost. */
  readonly place: Range | null;
  /** The coding that says the same and stays, for one that is joined. */
  readonly into: string | null;
}

interface Texts {
  readonly before: string;
  readonly after: string;
  readonly edit: TextEdit;
}

const hasWords = (text: string, { start, end }: Range): boolean =>
  /\S/u.test(text.slice(start, end));

/**
 * Answers how ranges follow an edit, as `rangeMover` does, where the space that is left when all
 * words of a range are gone does not count: null for it.
 */
export const wordMover = ({
  before,
  after,
  edit,
}: Texts): ((range: Range) => MovedRange | null) => {
  const move = rangeMover(edit);
  return (range) => {
    const moved = move(range);
    if (moved === null || hasWords(after, moved)) return moved;
    return hasWords(before, range) ? null : moved;
  };
};

const keyOf = (coding: Coding, { start, end }: Range): string =>
  `${start} ${end} ${coding.codeId} ${coding.coderId}`;

/** Of codings that say the same, the one that was made first stays. */
const older = (a: Coding, b: Coding): number =>
  a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id);

/**
 * How the codings of a source follow an edit of its text: those that it touches, in their order. Of
 * codings that come to say the same (place, code and coder) one stays and the others are joined to
 * it, as when codings are recoded.
 */
export const followEdit = (codings: readonly Coding[], texts: Texts): readonly Followed[] => {
  const { before, after } = texts;
  const move = wordMover(texts);
  const places = codings.map((coding) => ({ coding, moved: move(coding) }));
  const stays = new Map<string, Coding>();
  for (const { coding, moved } of places) {
    if (moved === null) continue;
    const key = keyOf(coding, moved);
    const there = stays.get(key);
    if (there === undefined || older(coding, there) < 0) stays.set(key, coding);
  }
  return places.flatMap(({ coding, moved }): readonly Followed[] => {
    if (moved === null) return [{ coding, change: 'lost', place: null, into: null }];
    const place = { start: moved.start, end: moved.end };
    const first = stays.get(keyOf(coding, moved));
    if (first !== undefined && first.id !== coding.id)
      return [{ coding, change: 'joined', place, into: first.id }];
    const old = before.slice(coding.start, coding.end);
    const now = after.slice(place.start, place.end);
    if (old === now && place.start === coding.start) return [];
    if (old === now) return [{ coding, change: 'moved', place, into: null }];
    const more = countWords(now) - countWords(old);
    const change = moved.isCut || more < 0 ? 'shorter' : more > 0 ? 'longer' : 'reworded';
    return [{ coding, change, place, into: null }];
  });
};

/** Whether a change of a coding is more than following its words: somebody should see it first. */
export const asksFirst = (change: Following): boolean =>
  change !== 'moved' && change !== 'reworded';

/**
 * The codings that get another place, in an order in which none ever takes a place that another of
 * the same code and coder has not left yet. Undo goes through the same places backwards.
 */
export const inMovingOrder = (followed: readonly Followed[]): readonly Followed[] => {
  const moving = followed.filter(({ place, into }) => place !== null && into === null);
  const waiting = new Map(moving.map((one) => [keyOf(one.coding, one.coding), one]));
  const order: Followed[] = [];
  for (const one of moving) {
    const stack: Followed[] = [];
    let next: Followed | undefined = one;
    while (next !== undefined && waiting.delete(keyOf(next.coding, next.coding))) {
      stack.push(next);
      // Places keep their order, so this never comes round to where it began.
      next = next.place === null ? undefined : waiting.get(keyOf(next.coding, next.place));
    }
    order.push(...stack.toReversed());
  }
  return order;
};
