import { expect, test } from 'vitest';
import {
  asksBefore,
  codingWords,
  effectWords,
  previewWords,
} from '#renderer/features/coding/correction/correction-words.ts';
import type { TextEffect } from '#shared/contract/turns.ts';

const nothing = { moved: 0, reworded: 0, longer: 0, shorter: 0, joined: 0, lost: 0 };

const effect = (
  count: Partial<TextEffect['codings']['count']>,
  rest: Partial<TextEffect> = {},
): TextEffect => ({
  words: { count: 2, list: [] },
  codings: { count: { ...nothing, ...count }, list: [] },
  notes: { moved: 0, loosened: [] },
  quotes: { moved: 0, emptied: 0 },
  ...rest,
});

test('somebody is asked only where more than moving and putting right is done', () => {
  expect(asksBefore(effect({ moved: 12, reworded: 3 }))).toBe(false);
  for (const change of ['longer', 'shorter', 'joined', 'lost'])
    expect(asksBefore(effect({ [change]: 1 })), change).toBe(true);
  const loosened = [{ memoId: 'm', title: '' }];
  expect(asksBefore(effect({}, { notes: { moved: 0, loosened } }))).toBe(true);
  const emptied = effect({}, { quotes: { moved: 0, emptied: 1 } });
  expect(asksBefore(emptied)).toBe(true);
  expect(previewWords(emptied)).toBe(
    '2 places corrected. 1 quote in memos would have no place in the text any more.',
  );
});

test('what a correction would do, and did, is said in plain words', () => {
  const both = effect({ moved: 2, reworded: 1, longer: 1, lost: 2 });
  expect(previewWords(both)).toBe(
    '2 places corrected. 1 coding gets longer, 2 codings would be lost.',
  );
  expect(effectWords(both)).toBe('3 codings moved, 1 coding got longer, 2 codings lost');
  expect(previewWords(effect({}))).toBe('2 places corrected.');
  expect(effectWords(effect({}))).toBe('');
  expect(codingWords({ joined: 2 }, 'would')).toBe('2 codings become one with their twins');
});
