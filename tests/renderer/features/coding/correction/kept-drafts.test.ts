import { beforeEach, expect, test, vi } from 'vitest';
import {
  type Draft,
  flushDrafts,
  forgetKept,
  isAnyUnkept,
  keepForLater,
  keptIn,
} from '#renderer/features/coding/correction/kept-drafts.ts';

const entries = new Map<string, string>();
let room = Number.POSITIVE_INFINITY;
vi.stubGlobal('localStorage', {
  get length() {
    return entries.size;
  },
  key: (index: number) => [...entries.keys()][index] ?? null,
  getItem: (key: string) => entries.get(key) ?? null,
  setItem: (key: string, value: string) => {
    if (value.length > room) throw new Error('QuotaExceededError');
    entries.set(key, value);
  },
  removeItem: (key: string) => entries.delete(key),
});

const draft = (words: string, sourceId = 'source'): Draft => ({
  projectId: 'project',
  sourceId,
  before: 'as it was',
  words,
});

beforeEach(() => {
  entries.clear();
  room = Number.POSITIVE_INFINITY;
});

test('unsaved words are kept by project, source and turn, once the typing rests', () => {
  vi.useFakeTimers();
  keepForLater('turn', draft('a'));
  keepForLater('turn', draft('ab'));
  keepForLater('other', draft('c', 'elsewhere'));
  expect(keptIn('project', 'source').size).toBe(0);
  vi.advanceTimersByTime(1000);
  vi.useRealTimers();
  expect([...keptIn('project', 'source')]).toEqual([['turn', draft('ab')]]);
  expect([...keptIn('project', 'elsewhere')]).toEqual([['other', draft('c', 'elsewhere')]]);
  expect(keptIn('another', 'source').size).toBe(0);
});

test('what was saved or given up is forgotten, also while it waits to be kept', () => {
  keepForLater('turn', draft('a'));
  flushDrafts();
  keepForLater('turn', draft('ab'));
  forgetKept('turn', draft('ab'));
  flushDrafts();
  expect(keptIn('project', 'source').size).toBe(0);
});

test('an entry that is damaged or does not fit breaks nothing', () => {
  entries.set('understory-draft/project/source/turn', '{"before": 1');
  expect(keptIn('project', 'source').size).toBe(0);
  room = 3;
  keepForLater('turn', draft('too long'));
  flushDrafts();
  expect(isAnyUnkept()).toBe(true);
  room = 1000;
  keepForLater('turn', draft('short'));
  flushDrafts();
  expect(isAnyUnkept()).toBe(false);
});
