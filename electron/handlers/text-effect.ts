import type { Store } from '#electron/project/store.ts';
import { countMemosOn, type TextPlan } from '#electron/project/turns.ts';
import type { CodingEffect, TextEffect } from '#shared/contract/turns.ts';
import type { Range } from '#shared/model/range.ts';
import { type Followed, followings } from '#shared/text/follow.ts';
import { turnAt } from '#shared/text/turn-index.ts';
import { wholeGraphemes } from '#shared/text/units.ts';

/** How many changes are listed; more are counted. */
const mostListed = 1000;
/** How much of a coding's words is told, in UTF-16 code units. */
const longestQuote = 400;

/** The words of a range, long ones without their middle. */
const quote = (text: string, range: Range | null): string => {
  if (range === null) return '';
  const words = text.slice(range.start, range.end);
  if (words.length <= longestQuote) return words;
  const half = longestQuote / 2;
  const from = wholeGraphemes(words, { start: 0, end: half }).end;
  const to = wholeGraphemes(words, { start: words.length - half, end: words.length }).start;
  return `${words.slice(0, from)} … ${words.slice(to)}`;
};

const turnOf = (plan: TextPlan, offset: number): number =>
  Math.max(0, turnAt(plan.turns, offset)) + 1;

const wordsOf = (plan: TextPlan): TextEffect['words'] => {
  const { replacements, inverse } = plan.edit;
  return {
    count: replacements.length,
    list: replacements.slice(0, mostListed).map(({ start, text }, index) => ({
      turn: turnOf(plan, start),
      before: inverse[index]?.text ?? '',
      after: text,
    })),
  };
};

const isTold = (one: Followed): one is Followed & { readonly change: CodingEffect['change'] } =>
  one.change !== 'moved';

const codingsOf = (store: Store, plan: TextPlan): TextEffect['codings'] => {
  const count = Object.fromEntries(followings.map((change) => [change, 0])) as Record<
    Followed['change'],
    number
  >;
  for (const { change } of plan.codings) count[change] += 1;
  const told = plan.codings.filter(isTold);
  const listed = [
    ...told.filter(({ change }) => change === 'lost'),
    ...told.filter(({ change }) => change !== 'lost').slice(0, mostListed),
  ];
  const memos = countMemosOn(
    store,
    listed.map(({ coding }) => coding.id),
  );
  const list = listed.map(({ coding, change, place }) => ({
    codingId: coding.id,
    codeId: coding.codeId,
    coderId: coding.coderId,
    turn: turnOf(plan, coding.start),
    change,
    before: quote(plan.before, coding),
    after: quote(plan.after, place),
    memos: memos.get(coding.id) ?? 0,
  }));
  return { count, list };
};

/** What an edit of a text does, for people: words, codings that do more than move, notes. */
export const effectOf = (store: Store, plan: TextPlan): TextEffect => ({
  words: wordsOf(plan),
  codings: codingsOf(store, plan),
  notes: {
    moved: plan.notes.filter(({ place }) => place !== null).length,
    loosened: plan.notes
      .filter(({ place }) => place === null)
      .map(({ memo }) => ({ memoId: memo.id, title: memo.title })),
  },
  quotes: {
    moved: plan.passages.filter(({ place }) => place.start < place.end).length,
    emptied: plan.passages.filter(
      ({ passage, place }) => place.start === place.end && passage.start < passage.end,
    ).length,
  },
});
