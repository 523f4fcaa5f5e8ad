import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestWords, spellingDistance } from '#shared/text/spelling.ts';

describe('the distance between two spellings', () => {
  test.each([
    ['pain', 'pain', 0],
    ['pain', 'pian', 1],
    ['pain', 'pains', 1],
    ['pain', 'pan', 1],
    ['pain', 'rain', 1],
    ['photogrpahs', 'photographs', 1],
    ['kitten', 'sitting', 3],
    ['a', 'long', 4],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(spellingDistance(a, b, 5)).toBe(distance);
  });

  test('is the same both ways, and never more than one above the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        const distance = spellingDistance(a, b, most);
        expect(distance).toBe(spellingDistance(b, a, most));
        expect(distance).toBe(Math.min(spellingDistance(a, b, 20), most + 1));
      }),
    );
  });
});

test('the nearest words come first: few changes, then much used; the word itself is none', () => {
  const words = [
    { term: 'pain', doc: 9 },
    { term: 'pains', doc: 2 },
    { term: 'paint', doc: 5 },
    { term: 'plains', doc: 50 },
    { term: 'xyz', doc: 99 },
  ];
  expect(nearestWords('pain', words, 3)).toEqual(['paint', 'pains', 'plains']);
});
