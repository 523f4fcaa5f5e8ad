import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stretchesIn, unitsIn, wholeGraphemes } from '#shared/text/units.ts';

const family = '👩‍👩‍👧‍👦';
const flag = '🇬🇧';
const piece = fc.constantFrom(
  'a',
  ' ',
  '.',
  '\n',
  'é',
  'e\u0301',
  'a\u0323\u0302',
  family,
  flag,
  '🙂🏽',
  'سلام',
  'क्षि',
  '1',
  '’',
  '— ',
);
const prose = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

const whole = (text: string): { start: number; end: number } => ({ start: 0, end: text.length });

const boundariesOf = (text: string): ReadonlySet<number> =>
  new Set([...Array.from(new Intl.Segmenter().segment(text), (part) => part.index), text.length]);

describe('units of speech', () => {
  test.each(['turn', 'paragraph', 'sentence', 'word'] as const)(
    'each %s is inside, in order, without space around it',
    (unit) => {
      fc.assert(
        fc.property(prose, (text) => {
          let from = 0;
          for (const { start, end } of unitsIn(text, whole(text), unit)) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
            from = end;
          }
          expect(from).toBeLessThanOrEqual(text.length);
        }),
      );
    },
  );

  test('sentences leave out nothing but space', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const said = unitsIn(text, whole(text), 'sentence').map((r) => text.slice(r.start, r.end));
        expect(said.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  test('paragraphs are what stands between line breaks, without empty lines', () => {
    const text = 'P01: First one.\n\n  Second.  Still second. \nThird';
    const within = { start: 5, end: text.length };
    expect(unitsIn(text, within, 'paragraph').map((r) => text.slice(r.start, r.end))).toEqual([
      'First one.',
      'Second.  Still second.',
      'Third',
    ]);
    expect(unitsIn('\n \n', { start: 0, end: 3 }, 'paragraph')).toEqual([]);
  });

  test('units of a part have the offsets of the whole text', () => {
    const text = 'INT: Hello there. Go on.';
    expect(
      unitsIn(text, { start: 5, end: text.length }, 'sentence').map((r) =>
        text.slice(r.start, r.end),
      ),
    ).toEqual(['Hello there.', 'Go on.']);
  });

  test.each([
    ['I saw Dr. Hewitt on Monday. He was kind.', ['I saw Dr. Hewitt on Monday.', 'He was kind.']],
    ['It was, e.g. the knee. Then I stopped!', ['It was, e.g. the knee.', 'Then I stopped!']],
  ])('an abbreviation does not end a sentence: %s', (text, expected) => {
    expect(unitsIn(text, whole(text), 'sentence').map((r) => text.slice(r.start, r.end))).toEqual(
      expected,
    );
  });
});

describe('whole graphemes', () => {
  test('both ends stand between characters that a reader sees, and nothing chosen is lost', () => {
    fc.assert(
      fc.property(prose, fc.nat(200), fc.nat(200), (text, a, b) => {
        const range = {
          start: Math.min(a, b, text.length),
          end: Math.min(Math.max(a, b), text.length),
        };
        const found = wholeGraphemes(text, range);
        const boundaries = boundariesOf(text);
        expect(boundaries).toContain(found.start);
        expect(boundaries).toContain(found.end);
        expect(found.start).toBeLessThanOrEqual(range.start);
        expect(found.end).toBeGreaterThanOrEqual(range.end);
        expect(wholeGraphemes(text, found)).toEqual(found);
      }),
    );
  });

  test('half a flag in a long row of flags is made whole', () => {
    const text = flag.repeat(40);
    expect(wholeGraphemes(text, { start: 98, end: 102 })).toEqual({ start: 96, end: 104 });
  });

  test('a letter under a hundred accents stays one letter', () => {
    const text = `a${'\u0301'.repeat(100)}b`;
    expect(wholeGraphemes(text, { start: 90, end: 91 })).toEqual({ start: 0, end: 101 });
  });
});

describe('speech of any length', () => {
  const million = 1_000_000;

  test.each([
    ['sentences', 'I could not bend, said Dr. Hewitt to me. It hurt! '],
    ['no sentence ends', 'and then it hurt '],
    ['no space anywhere', family],
    ['one letter under accents', '\u0301'],
  ])('is cut where no unit is: %s', (_, words) => {
    const text = `A ${words.repeat(Math.ceil(million / words.length))}`;
    const parts = stretchesIn(text, whole(text));
    let from = 0;
    for (const { start, end } of parts) {
      expect(start).toBe(from);
      expect(end).toBeGreaterThan(start);
      expect(wholeGraphemes(text, { start, end })).toEqual({ start, end });
      from = end;
    }
    expect(from).toBe(text.length);
    if (words !== '\u0301') expect(parts.length).toBeGreaterThan(40);
  });

  test('has the same sentences and words as without cuts', () => {
    const text = 'I could not bend, said Dr. Hewitt to me. “It hurt!” I said so. '.repeat(2000);
    for (const unit of ['sentence', 'word'] as const)
      expect(stretchesIn(text, whole(text)).flatMap((part) => unitsIn(text, part, unit))).toEqual(
        unitsIn(text, whole(text), unit),
      );
  });

  test('a character far into it is found whole without looking at all of it', () => {
    const text = `${'I could not bend. '.repeat(million / 18)}${family} and ${flag.repeat(5000)}`;
    const at = text.indexOf(family);
    expect(wholeGraphemes(text, { start: at + 3, end: at + 4 })).toEqual({
      start: at,
      end: at + family.length,
    });
    const last = text.length - flag.length;
    expect(wholeGraphemes(text, { start: last + 2, end: last + 3 })).toEqual({
      start: last,
      end: text.length,
    });
  });
});
