import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inContext } from '#shared/text/context.ts';

test('a place is shown with what stands around it, in one line', () => {
  const text = 'Before.\nIt hurts\n at night, mostly. After';
  const within = { start: 8, end: 35 };
  expect(inContext(text, within, { start: 11, end: 16 })).toEqual({
    left: 'It ',
    words: 'hurts',
    right: ' at night, mostly.',
  });
});

test('a cut never halves a character', () => {
  const unit = fc.constantFrom('👩‍👩‍👧', 'e\u0301', 'a', ' ', '🇬🇧', 'ن');
  fc.assert(
    fc.property(fc.array(unit, { minLength: 3, maxLength: 400 }), fc.nat(), (units, at) => {
      const text = units.join('');
      const index = at % units.length;
      const start = units.slice(0, index).join('').length;
      const range = { start, end: start + (units[index] ?? '').length };
      const shown = inContext(text, { start: 0, end: text.length }, range);
      for (const part of [shown.left, shown.words, shown.right]) {
        expect(part.isWellFormed()).toBe(true);
        expect(part).not.toMatch(/^[\u0301\u200D]|\u200D$/u);
      }
    }),
    { numRuns: 200 },
  );
});
