import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uncodedIn } from '#shared/text/uncoded.ts';

const text = 'one two three four five six seven eight nine ten';
const at = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const whole = { start: 0, end: text.length };
const uncoded = (coded: readonly { start: number; end: number }[]) =>
  uncodedIn(text, whole, coded).map(({ start, end }) => text.slice(start, end));

test('what lies between codings is uncoded, without the space around it', () => {
  expect(uncoded([])).toEqual([text]);
  expect(uncoded([at('five six')])).toEqual(['one two three four', 'seven eight nine ten']);
  expect(uncoded([whole])).toEqual([]);
});

test('a few words between codings are not pointed at', () => {
  expect(uncoded([at('one two'), at('six seven eight nine ten')])).toEqual([]);
  expect(uncoded([at('one'), at('six seven eight nine ten')])).toEqual(['two three four five']);
});

test('nothing that is coded is ever called uncoded', () => {
  const range = fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 8 }), range, (ranges, within) => {
      const coded = ranges.toSorted((a, b) => a.start - b.start);
      let last = within.start;
      for (const { start, end } of uncodedIn(text, within, coded)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeLessThanOrEqual(within.end);
        expect(coded.some((other) => other.start < end && other.end > start)).toBe(false);
        last = end;
      }
    }),
  );
});
