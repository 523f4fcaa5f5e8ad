import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Range } from '#shared/model/range.ts';
import { moveTurns, placeMover, rangeMover } from '#shared/text/anchors.ts';
import { commonEnds } from '#shared/text/graphemes.ts';
import { applyReplacements, type Replacement } from '#shared/text/replacements.ts';
import { wordReplacements } from '#shared/text/word-diff.ts';
import { editedText, prose, rangeIn } from './texts.ts';

/** Text, its coded part in brackets: `the [pain] was`. */
const marked = (words: string): { readonly text: string; readonly range: Range } => ({
  text: words.replace(/[[\]]/gu, ''),
  range: { start: words.indexOf('['), end: words.indexOf(']') - 1 },
});

const show = (text: string, range: Range | null): string | null =>
  range === null
    ? null
    : `${text.slice(0, range.start)}[${text.slice(range.start, range.end)}]${text.slice(range.end)}`;

const corrected = (words: string, after: string): string | null => {
  const { text, range } = marked(words);
  const done = applyReplacements(text, wordReplacements(text, after));
  return show(done.text, rangeMover(done.edit)(range));
};

describe('a coding follows a correction', () => {
  const cases: readonly (readonly [what: string, words: string, after: string, found: string])[] = [
    ['before it', 'teh [pain] was', 'the awful pain was', 'the awful [pain] was'],
    ['after it', 'the [pain] wsa', 'the pain was bad', 'the [pain] was bad'],
    ['of the very word', 'the [panes] was', 'the pains was', 'the [pains] was'],
    ['typed on at its end', 'the [pain] was', 'the pains was', 'the [pains] was'],
    ['typed on at its start', 'the [pain] was', 'the inpain was', 'the [inpain] was'],
    ['of a word inside', 'the [pian was bad] so', 'the pain was bad so', 'the [pain was bad] so'],
    ['with a word put in', 'the [pain bad] so', 'the pain was bad so', 'the [pain was bad] so'],
    ['with a word put in at its end', 'the [pain] so', 'the pain was so', 'the [pain] was so'],
    ['with a word put in at its start', 'the [pain] so', 'the bad pain so', 'the bad [pain] so'],
    ['of a word half in', 'the [pain wal]king so', 'the pain wlaking so', 'the [pain wla]king so'],
    ['of the part that is in', 'the wal[king] so', 'the talking so', 'the tal[king] so'],
    ['of the part that is out', 'the wa[lk]ing so', 'the walked so', 'the wa[lk]ed so'],
    ['with its last word deleted', 'the [pain was] bad', 'the pain bad', 'the [pain ]bad'],
    ['with an accent put on', 'the [cafe] was', 'the cafe\u0301 was', 'the [cafe\u0301] was'],
    ['with another skin', 'ok [👍] then', 'ok 👍🏽 then', 'ok [👍🏽] then'],
    ['from right to left', 'כן [שלמ] טוב', 'כן שלום טוב', 'כן [שלום] טוב'],
    [
      'of half of what is said anew',
      'so [we walk] far on',
      'so we went right off on',
      'so [we ]went right off on',
    ],
  ];
  const named = cases.map(([what, words, after, found]) => ({ what, words, after, found }));
  test.each(named)('$what', ({ words, after, found }) => {
    expect(corrected(words, after)).toBe(found);
  });

  test('is gone when all its words are', () => {
    expect(corrected('the [pain] was', 'the was')).toBeNull();
    expect(corrected('the wa[l]king was', 'the waking was')).toBeNull();
    expect(corrected('so [walk] far', 'so we never went')).toBeNull();
  });
});

/** What of the old text a replacement truly deletes: not what old and new begin and end with. */
const deletedBy = (text: string, replacements: readonly Replacement[]): ReadonlySet<number> => {
  const gone = new Set<number>();
  for (const { start, end, text: now } of replacements) {
    const { prefix, suffix } = commonEnds(text.slice(start, end), now);
    for (let at = start + prefix; at < end - suffix; at += 1) gone.add(at);
  }
  return gone;
};

/** For each place of the new text the place in the old one that its character came from, if any. */
const origins = (
  text: string,
  replacements: readonly Replacement[],
): readonly (number | null)[] => {
  const from: (number | null)[] = [];
  let at = 0;
  for (const { start, end, text: now } of replacements) {
    for (; at < start; at += 1) from.push(at);
    const { prefix, suffix } = commonEnds(text.slice(start, end), now);
    for (let index = 0; index < now.length; index += 1)
      from.push(
        index < prefix
          ? start + index
          : index >= now.length - suffix
            ? end - (now.length - index)
            : null,
      );
    at = end;
  }
  for (; at < text.length; at += 1) from.push(at);
  return from;
};

const dice = fc.tuple(fc.nat(10_000), fc.nat(10_000));

test('the coded characters that survive are exactly those outside the deletions', () => {
  fc.assert(
    fc.property(editedText, dice, ({ text, replacements }, [a, b]) => {
      const range = rangeIn(text, a, b);
      if (range === null) return;
      const { edit, text: after } = applyReplacements(text, replacements);
      const moved = rangeMover(edit)(range);
      const gone = deletedBy(text, replacements);
      const kept: number[] = [];
      for (let at = range.start; at < range.end; at += 1) if (!gone.has(at)) kept.push(at);
      const from = origins(text, replacements);
      const found =
        moved === null ? [] : from.slice(moved.start, moved.end).filter((at) => at !== null);
      expect(found).toEqual(kept);
      // It is gone only when none of it is left; it stays without old words only on new ones that
      // took the place of words inside it.
      if (moved === null) expect(kept).toEqual([]);
      else if (kept.length === 0)
        expect(
          replacements.some(
            (one) => one.start < range.end && one.end > range.start && one.text !== '',
          ),
        ).toBe(true);
      if (moved === null) return;
      expect(moved.start).toBeGreaterThanOrEqual(0);
      expect(moved.end).toBeLessThanOrEqual(after.length);
    }),
    { numRuns: 4000 },
  );
});

test('the coded words that survive a correction are exactly those that were not taken out', () => {
  fc.assert(
    fc.property(prose, prose, dice, (text, after, [a, b]) => {
      const range = rangeIn(text, a, b);
      if (range === null) return;
      const replacements = wordReplacements(text, after);
      const done = applyReplacements(text, replacements);
      const moved = rangeMover(done.edit)(range);
      const gone = deletedBy(text, replacements);
      let words = '';
      for (let at = range.start; at < range.end; at += 1)
        if (!gone.has(at)) words += text.charAt(at);
      const from = origins(text, replacements);
      let found = '';
      if (moved !== null)
        for (let at = moved.start; at < moved.end; at += 1)
          if (from[at] !== null) found += after.charAt(at);
      expect(found).toBe(words);
    }),
    { numRuns: 2000 },
  );
});

test('an edit that is taken back loses no range that survived it', () => {
  fc.assert(
    fc.property(editedText, dice, ({ text, replacements }, [a, b]) => {
      const range = rangeIn(text, a, b);
      if (range === null) return;
      const { edit } = applyReplacements(text, replacements);
      const moved = rangeMover(edit)(range);
      if (moved === null) return;
      const back = rangeMover({ replacements: edit.inverse, inverse: edit.replacements })(moved);
      expect(back).not.toBeNull();
    }),
    { numRuns: 4000 },
  );
});

test('ranges keep their order, and those outside every replacement keep their words', () => {
  fc.assert(
    fc.property(editedText, dice, dice, ({ text, replacements }, [a, b], [c, d]) => {
      const one = rangeIn(text, a, b);
      const two = rangeIn(text, c, d);
      if (one === null || two === null) return;
      const done = applyReplacements(text, replacements);
      const move = rangeMover(done.edit);
      const [first, second] = [move(one), move(two)];
      if (first !== null && second !== null) {
        if (one.start <= two.start) expect(first.start).toBeLessThanOrEqual(second.start);
        if (one.end <= two.end) expect(first.end).toBeLessThanOrEqual(second.end);
      }
      if (replacements.every(({ start, end }) => end <= one.start || start >= one.end))
        expect(first === null ? null : done.text.slice(first.start, first.end)).toBe(
          text.slice(one.start, one.end),
        );
    }),
    { numRuns: 2000 },
  );
});

test('a place that outlives its words goes where they were, and follows it from there', () => {
  fc.assert(
    fc.property(editedText, dice, ({ text, replacements }, [a, b]) => {
      const range = rangeIn(text, a, b);
      if (range === null) return;
      const done = applyReplacements(text, replacements);
      const place = placeMover(done.edit)(range);
      const moved = rangeMover(done.edit)(range);
      if (moved !== null) expect(place).toEqual({ start: moved.start, end: moved.end });
      else expect(place.start).toBe(place.end);
      const point = placeMover(done.edit)({ start: range.start, end: range.start });
      for (const { start, end } of [place, point]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(done.text.length);
      }
      expect(point.start).toBe(point.end);
    }),
    { numRuns: 2000 },
  );
});

test('turns keep covering their own words, in order, also where they touch', () => {
  const turn = fc.record({ label: fc.nat(4), gap: fc.nat(2), before: prose, after: prose });
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 8 }), (drafts) => {
      let text = '';
      const turns = drafts.map(({ label, gap, before }, index) => {
        const start = text.length + gap;
        text += `${' '.repeat(gap)}${'L'.repeat(label)}${before}`;
        return { id: `${index}`, start, speechStart: start + label, end: text.length };
      });
      const lengths = new Map<string, number>();
      const replacements = turns.flatMap(({ id, speechStart, end }, index) => {
        if (index % 2 === 1) return [];
        const { before, after } = drafts[index] ?? { before: '', after: '' };
        lengths.set(id, after.length);
        expect(text.slice(speechStart, end)).toBe(before);
        return wordReplacements(before, after, speechStart);
      });
      const done = applyReplacements(text, replacements);
      const moved = moveTurns(turns, lengths);
      let last = 0;
      for (const [index, { start, speechStart, end }] of moved.entries()) {
        const { label, before, after } = drafts[index]!;
        expect(start).toBeGreaterThanOrEqual(last);
        expect(done.text.slice(start, speechStart)).toBe('L'.repeat(label));
        expect(done.text.slice(speechStart, end)).toBe(index % 2 === 1 ? before : after);
        last = end;
      }
      expect(done.text.length).toBe(last);
    }),
  );
});
