import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Coding } from '#shared/model/coding.ts';
import { type Followed, followEdit, inMovingOrder } from '#shared/text/follow.ts';
import { applyReplacements } from '#shared/text/replacements.ts';
import { wordReplacements } from '#shared/text/word-diff.ts';
import { editedText, rangeIn } from './texts.ts';

let made = 0;
const coding = (start: number, end: number, rest: Partial<Coding> = {}): Coding => {
  made += 1;
  const number = String(made).padStart(6, '0');
  return {
    id: `coding-${number}`,
    sourceId: 's',
    codeId: 'pain',
    coderId: 'me',
    start,
    end,
    createdAt: `2026-01-01T00:00:${number}Z`,
    important: 0,
    level: null,
    ...rest,
  };
};

const follow = (before: string, after: string, codings: readonly Coding[]) => {
  const done = applyReplacements(before, wordReplacements(before, after));
  return followEdit(codings, { before, after: done.text, edit: done.edit });
};

const on = (text: string, words: string, rest: Partial<Coding> = {}): Coding =>
  coding(text.indexOf(words), text.indexOf(words) + words.length, rest);

describe('what an edit does to a coding', () => {
  const text = 'the pian was very bad that day';
  const cases: readonly (readonly [what: string, words: string, after: string])[] = [
    ['moved', 'that day', 'the pain was very bad that day then'.replace('the ', 'so the ')],
    ['reworded', 'pian was', 'the pain was very bad that day'],
    ['longer', 'pian was', 'the pian now was very bad that day'],
    ['shorter', 'was very bad', 'the pian was bad that day'],
    ['lost', 'very', 'the pian was bad that day'],
    ['lost', 'very bad', 'the pian was that day'],
  ];
  const named = cases.map(([what, words, after]) => ({ what, words, after }));
  test.each(named)('$what: "$words"', ({ what, words, after }) => {
    expect(follow(text, after, [on(text, words)]).map(({ change }) => change)).toEqual([what]);
  });

  test('is nothing where neither its words nor its place change', () => {
    expect(follow(text, `${text} then`, [on(text, 'pian')])).toEqual([]);
  });

  test('leaves no coding on nothing but the space between deleted words', () => {
    const before = 'a very bad b';
    const edit = [
      { start: 2, end: 6, text: '' },
      { start: 7, end: 10, text: '' },
    ];
    const done = applyReplacements(before, edit);
    const texts = { before, after: done.text, edit: done.edit };
    expect(followEdit([on(before, 'very bad')], texts)).toMatchObject([{ change: 'lost' }]);
    expect(followEdit([coding(6, 7)], texts)).toMatchObject([{ change: 'moved' }]);
  });

  test('joins the younger of two that come to say the same to the older', () => {
    const [older, younger] = [on(text, 'bad'), on(text, 'very bad')];
    const other = on(text, 'very bad', { coderId: 'you' });
    const found = follow(text, 'the pian was bad that day', [younger, older, other]);
    expect(found).toMatchObject([
      { coding: younger, change: 'joined', into: older.id },
      { coding: older, change: 'moved' },
      { coding: other, change: 'shorter' },
    ]);
  });
});

/** Moves one after another; fails where two of the same code and coder ever stand at one place. */
const moveAll = (codings: readonly Coding[], order: readonly Followed[]): void => {
  const keyOf = (one: Coding): string => `${one.start} ${one.end} ${one.codeId} ${one.coderId}`;
  const taken = new Set(codings.map(keyOf));
  for (const { coding: one, place } of order) {
    taken.delete(keyOf(one));
    const key = keyOf({ ...one, ...place });
    expect(taken).not.toContain(key);
    taken.add(key);
  }
};

test('codings are moved in an order in which none takes the place of another', () => {
  const dice = fc.array(fc.tuple(fc.nat(500), fc.nat(500), fc.constantFrom('a', 'b')), {
    maxLength: 25,
  });
  fc.assert(
    fc.property(editedText, dice, ({ text, replacements }, drafts) => {
      const seen = new Set<string>();
      const codings = drafts.flatMap(([a, b, codeId]) => {
        const range = rangeIn(text, a, b);
        if (range === null || seen.has(`${range.start} ${range.end} ${codeId}`)) return [];
        seen.add(`${range.start} ${range.end} ${codeId}`);
        return [coding(range.start, range.end, { codeId })];
      });
      const done = applyReplacements(text, replacements);
      const found = followEdit(codings, { before: text, after: done.text, edit: done.edit });
      const gone = new Set(
        found
          .filter(({ change }) => change === 'lost' || change === 'joined')
          .map((one) => one.coding.id),
      );
      const order = inMovingOrder(found);
      expect(order).toHaveLength(found.length - gone.size);
      moveAll(
        codings.filter(({ id }) => !gone.has(id)),
        order,
      );
    }),
    { numRuns: 2000 },
  );
});
