import { expect, test } from 'vitest';
import { countWords } from '#shared/text/words.ts';

test.each([
  ['', 0],
  ['one', 1],
  ['It’s a well-known don’t-ask.', 4],
  ['— … [pause] 12 %', 2],
  ['cafe\u0301 naïve', 2],
  ['مرحبا بكم', 2],
  ['🙂 👩‍👩‍👧‍👦', 0],
])('%j has %d words', (text, count) => {
  expect(countWords(text)).toBe(count);
});
