import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyReplacements } from '#shared/text/replacements.ts';

const edits = fc
  .tuple(
    fc.string({ maxLength: 60 }),
    fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.string()), { maxLength: 6 }),
  )
  .map(([text, steps]) => {
    let at = 0;
    const replacements = steps.flatMap(([gap, length, put]) => {
      const start = at + gap;
      if (start > text.length) return [];
      at = Math.min(start + length, text.length);
      return [{ start, end: at, text: put }];
    });
    return { text, replacements };
  });

test('the inverse of an edit brings back the text, and its inverse the edited one', () => {
  fc.assert(
    fc.property(edits, ({ text, replacements }) => {
      const done = applyReplacements(text, replacements);
      const undone = applyReplacements(done.text, done.edit.inverse);
      expect(undone.text).toBe(text);
      expect(applyReplacements(undone.text, undone.edit.inverse).text).toBe(done.text);
    }),
  );
});

test.each([
  [
    'overlapping',
    [
      { start: 0, end: 3, text: '' },
      { start: 2, end: 4, text: '' },
    ],
  ],
  ['backwards', [{ start: 3, end: 2, text: '' }]],
  ['past the end', [{ start: 0, end: 9, text: '' }]],
])('%s replacements are refused', (_, replacements) => {
  expect(() => applyReplacements('words', replacements)).toThrow(RangeError);
});
