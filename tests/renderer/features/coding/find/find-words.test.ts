import { expect, test } from 'vitest';
import { findWords } from '#renderer/features/coding/find/find-words.ts';
import type { Turn } from '#shared/model/turn.ts';

const lines = ['Ann: I don’t know. I\ndon’t.', "Bob: don't (know)? KNOW", 'Ann: a.b axb'];
const text = lines.join('\n');
const turns = lines.map((line, index): Turn => {
  const start = text.indexOf(line);
  const id = `00000000-0000-7000-8000-00000000000${index}`;
  return {
    id,
    sourceId: id,
    position: index,
    start,
    speechStart: start + 5,
    end: start + line.length,
    speakerId: null,
    startMs: null,
    endMs: null,
  };
});
const found = (typed: string): readonly string[] =>
  findWords(text, turns, typed).map((range) => text.slice(range.start, range.end));

test.each([
  ['', []],
  ['   ', []],
  ["don't", ['don’t', 'don’t', "don't"]],
  ['i  don’t', ['I don’t', 'I\ndon’t']],
  ['know', ['know', 'know', 'KNOW']],
  ['(know)?', ['(know)?']],
  ['a.b', ['a.b']],
  ['ann', []],
  ['don’t. bob', []],
])('%j is found as %j', (typed, expected) => {
  expect(found(typed)).toEqual(expected);
});
