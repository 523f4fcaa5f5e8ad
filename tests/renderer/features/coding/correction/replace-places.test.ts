import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findPlaces,
  speechesFor,
  type Wanted,
} from '#renderer/features/coding/correction/replace-places.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Turn } from '#shared/model/turn.ts';
import { prose } from '#tests/shared/text/texts.ts';

const said = (...speeches: readonly string[]): Reading => {
  let text = '';
  const turns = speeches.map((speech, position): Turn => {
    const start = text.length;
    text += `Jon: ${speech}\n`;
    const speechStart = start + 5;
    return {
      id: `turn-${position}`,
      sourceId: 's',
      position,
      start,
      speechStart,
      end: speechStart + speech.length,
      speakerId: null,
      startMs: null,
      endMs: null,
    };
  });
  return { text, turns, speakers: [], source: {} as Reading['source'] };
};

const exact: Omit<Wanted, 'find'> = { matchCase: true, wholeWords: true };
const count = (reading: Reading, wanted: Wanted): number => findPlaces(reading, wanted).length;

describe('what is replaced in a source', () => {
  const reading = said('Jon said jon, and Jonas went. Jon’s.', 'Why? (Jon.) a.b');

  test('is said by somebody, to the letter, and stands alone', () => {
    expect(count(reading, { find: 'Jon', ...exact })).toBe(3);
    expect(count(reading, { find: 'Jon', matchCase: false, wholeWords: true })).toBe(4);
    expect(count(reading, { find: 'Jon', matchCase: true, wholeWords: false })).toBe(4);
    expect(count(reading, { find: '', ...exact })).toBe(0);
  });

  test('is taken as it is typed, signs too', () => {
    expect(count(reading, { find: '(Jon.)', ...exact })).toBe(1);
    expect(count(reading, { find: 'a.b', ...exact })).toBe(1);
    expect(count(said('axb'), { find: 'a.b', ...exact })).toBe(0);
  });

  test('is never half of what a reader sees as one character', () => {
    const whole = said('cafe\u0301 👩‍👩‍👧 👍🏽');
    for (const find of ['e', 'cafe', '👩', '👧', '👍'])
      expect(count(whole, { find, matchCase: true, wholeWords: false }), find).toBe(0);
  });

  test('changes the turns that say it and no others', () => {
    const three = said('Jon, Jon.', 'No.', 'Jon?');
    const places = findPlaces(three, { find: 'Jon', ...exact });
    expect(speechesFor(three, places.slice(1), 'John')).toEqual([
      { turnId: 'turn-0', before: 'Jon, Jon.', after: 'Jon, John.' },
      { turnId: 'turn-2', before: 'Jon?', after: 'John?' },
    ]);
  });
});

test('leaves everything beside the places as it was', () => {
  fc.assert(
    fc.property(fc.array(prose, { minLength: 1, maxLength: 4 }), prose, (speeches, words) => {
      const reading = said(...speeches);
      const wanted = { find: 'pain', matchCase: true, wholeWords: true };
      for (const { before, after } of speechesFor(reading, findPlaces(reading, wanted), words))
        expect(after).toBe(
          before.replace(/(?<![\p{L}\p{M}\p{N}])pain(?![\p{L}\p{M}\p{N}])/gu, () => words),
        );
    }),
  );
});
