import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairKey, similarGroups, similarPairs } from '#shared/text/similar-names.ts';

const areSimilar = (one: string, other: string): boolean =>
  similarPairs([
    { id: 'a', name: one },
    { id: 'b', name: other },
  ]).length > 0;

describe('names that may mean the same', () => {
  test.each([
    ['Fear of movement', 'fear of movement'],
    ['Fear of movement', 'Fear of Movement.'],
    ['Fear of movement', 'Movement, fear of'],
    ['Fear of movement', 'Fear of moving'],
    ['Fear of movement', 'Fear movement'],
    ['Trust in doctor', 'Trust in doctors'],
    ['Doctor’s manner', 'Doctors manner'],
    ['Family', 'Families'],
    ['Stopping medication', 'Stopped medications'],
    ['Loneliness', 'Lonelyness'],
    ['Café meetings', 'Cafe meeting'],
    ['Workplace', 'Work place'],
    ['Self-management', 'Self management'],
    ['Being believed', 'Being beleived'],
    ['Physiotherapy', 'Physiotheraphy'],
    ['Work and pain', 'Pain & work'],
    ['The GP', 'GP'],
    ['Frustration with waiting', 'Frustation with waiting'],
    ['Сон', 'сон'],
    ['睡眠', '睡眠'],
  ])('%s / %s', (one, other) => {
    expect(areSimilar(one, other)).toBe(true);
    expect(areSimilar(other, one)).toBe(true);
  });
});

describe('names that are close and mean something else', () => {
  test.each([
    ['Fear of movement', 'Fear of pain'],
    ['Walking', 'Talking'],
    ['Hope', 'Home'],
    ['Work', 'Walk'],
    ['Week 1', 'Week 12'],
    ['Session 11', 'Session 12'],
    ['Certain about the cause', 'Uncertain about the cause'],
    ['Support', 'No support'],
    ['Being believed', 'Not being believed'],
    ['Satisfied', 'Dissatisfied'],
    ['Brushed off', 'Brushed off by family'],
    ['Pain', 'Pain at night'],
    ['Sleep', 'Sleet'],
    ['GP', 'PPI'],
    ['Talking to family', 'Talking about family doctors'],
    ['睡眠', '睡眠不足'],
    ['...', '!!!'],
  ])('%s / %s', (one, other) => {
    expect(areSimilar(one, other)).toBe(false);
    expect(areSimilar(other, one)).toBe(false);
  });
});

test('groups hold what hangs together, without pairs that were kept apart', () => {
  const names = ['Pain', 'Walking', 'Pains', 'walking', 'Sleep', 'PAIN'].map((name, at) => ({
    id: String(at),
    name,
  }));
  expect(similarGroups(names).map((group) => group.map(({ name }) => name))).toEqual([
    ['Pain', 'Pains', 'PAIN'],
    ['Walking', 'walking'],
  ]);
  const apart = new Set([pairKey('3', '1'), pairKey('0', '2')]);
  expect(similarGroups(names, apart).map((group) => group.map(({ name }) => name))).toEqual([
    ['Pain', 'Pains', 'PAIN'],
  ]);
  apart.add(pairKey('2', '5'));
  expect(similarGroups(names, apart).map((group) => group.map(({ name }) => name))).toEqual([
    ['Pain', 'PAIN'],
  ]);
});

test('whatever the names, a pair is found from either side and never of one name with itself', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 12 }),
      (list) => {
        const names = list.map((name, at) => ({ id: `id${at}`, name }));
        const keys = (pairs: readonly (readonly [string, string])[]) =>
          new Set(pairs.map((pair) => pairKey(...pair)));
        const pairs = similarPairs(names);
        expect(pairs.every(([one, other]) => one < other)).toBe(true);
        expect(keys(similarPairs(names.toReversed()))).toEqual(keys(pairs));
      },
    ),
  );
});

test('a slip is found among thousands of names that share their words', () => {
  const words = [
    'fear',
    'trust',
    'hope',
    'pain',
    'work',
    'sleep',
    'family',
    'doctor',
    'bus',
    'garden',
  ];
  const names = Array.from({ length: 2000 }, (_, at) => ({
    id: `id${at}`,
    name: `${words[at % 10]} ${words[Math.floor(at / 10) % 10]} ${Math.floor(at / 100)}`,
  }));
  const more = [
    { id: 'x', name: 'Embarrassment of asking' },
    { id: 'y', name: 'Embarassment of asking' },
  ];
  const found = similarPairs([...names, ...more]);
  expect(found).toContainEqual(['x', 'y']);
});
