import { expect, test } from 'vitest';
import {
  addTo,
  contextOf,
  countsOf,
  moveTo,
  nextUndecided,
  noReview,
  partsOf,
  type Review,
  stay,
} from '#renderer/features/codebook/review.ts';

const ids = ['q1', 'q2', 'q3', 'q4'];
const begun: Review = {
  ...noReview,
  targets: [
    { key: 'ache', name: 'Ache', codeId: null },
    { key: 'tired', name: 'Tired', codeId: 'code-tired' },
    { key: 'empty', name: 'Nothing yet', codeId: null },
  ],
};

test('what was decided becomes the parts, without targets that got nothing', () => {
  let review = moveTo(begun, 'q1', 'ache');
  review = addTo(review, 'q2', 'ache');
  review = addTo(review, 'q2', 'tired');
  review = stay(review, 'q3');
  expect(countsOf(review, 'ache')).toEqual({ moved: 1, added: 1 });
  expect(partsOf(review, ids)).toEqual([
    { name: 'Ache', codingIds: ['q1'], alsoIds: ['q2'] },
    { codeId: 'code-tired', codingIds: [], alsoIds: ['q2'] },
  ]);
  // A quote that went away meanwhile is not asked for.
  expect(partsOf(review, ['q2'])).toEqual([
    { name: 'Ache', codingIds: [], alsoIds: ['q2'] },
    { codeId: 'code-tired', codingIds: [], alsoIds: ['q2'] },
  ]);
});

test('a decision takes the place of the one before; adding twice takes it back', () => {
  let review = moveTo(begun, 'q1', 'ache');
  review = addTo(review, 'q1', 'tired');
  expect(review.decisions.get('q1')).toEqual({ kind: 'both', to: ['tired'] });
  review = addTo(review, 'q1', 'tired');
  expect(review.decisions.get('q1')).toEqual({ kind: 'stay' });
  expect(partsOf(review, ids)).toEqual([]);
});

test('the next quote is the next one undecided, from the start again', () => {
  const review = moveTo(moveTo({ ...begun, at: 2 }, 'q3', 'ache'), 'q4', 'ache');
  expect(nextUndecided(review, ids)).toBe(0);
  const done = ids.reduce((all, id) => stay(all, id), review);
  expect(nextUndecided(done, ids)).toBeNull();
});

test('the words around a quote are cut between words', () => {
  const text = `${'walking '.repeat(100)}QUOTE ${'talking '.repeat(100)}`;
  const start = text.indexOf('QUOTE');
  const { before, after } = contextOf(text, { start, end: start + 5 });
  expect(before).toMatch(/^… (?:walking )+$/u);
  expect(after).toMatch(/^ (?:talking )+…$/u);
  expect(contextOf('a QUOTE b', { start: 2, end: 7 })).toEqual({ before: 'a ', after: ' b' });
});
