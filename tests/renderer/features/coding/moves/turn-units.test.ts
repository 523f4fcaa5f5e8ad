import { expect, test, vi } from 'vitest';
import {
  edgesAround,
  nextUnit,
  unitAt,
  unitsOfTurn,
} from '#renderer/features/coding/moves/turn-units.ts';
import type { Reading } from '#shared/contract/sources.ts';

const speeches = ['One two. Three.', '…', '', 'Four 🙂 five'];
const text = speeches.join('\n');
let at = 0;
const reading = {
  text,
  turns: speeches.map((speech) => {
    const start = at;
    at += speech.length + 1;
    return { start, speechStart: start, end: start + speech.length };
  }),
} as unknown as Reading;

test('the next word is found across turns where no word was said, both ways', () => {
  const said: string[] = [];
  let edge = 0;
  let turn = 0;
  for (;;) {
    const next = nextUnit(reading, 'word', { turn, edge, step: 1 });
    if (next === undefined) break;
    said.push(text.slice(next.start, next.end));
    edge = next.end;
    turn = reading.turns.findLastIndex((known) => known.start <= edge);
  }
  expect(said).toEqual(['One', 'two', 'Three', 'Four', 'five']);
  const four = text.indexOf('Four');
  const back = nextUnit(reading, 'word', { turn: 3, edge: four, step: -1 });
  expect(text.slice(back?.start, back?.end)).toBe('Three');
  expect(nextUnit(reading, 'word', { turn: 0, edge: 0, step: -1 })).toBeUndefined();
});

test('an end can stand behind a word and behind the stop of its sentence', () => {
  expect(
    edgesAround(reading, 'end', { turn: 0, offset: 3 }).map((end) => text.slice(0, end)),
  ).toEqual(['One', 'One two', 'One two.', 'One two. Three', 'One two. Three.']);
  expect(edgesAround(reading, 'end', { turn: 9, offset: 3 })).toEqual([]);
});

test('a turn of a million characters is gone through without cutting all of it into words', () => {
  const sentence = 'I could not bend, said Dr. Hewitt to me, and then it hurt. ';
  const long = sentence.repeat(17_000);
  const middle = sentence.length * 8500;
  const reading = {
    text: long,
    turns: [{ start: 0, speechStart: 0, end: long.length }],
  } as unknown as Reading;
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  for (const step of [1, -1] as const) {
    const next = nextUnit(reading, 'word', { turn: 0, edge: middle, step });
    expect(long.slice(next?.start, next?.end)).toBe(step === 1 ? 'I' : 'hurt');
    expect(edgesAround(reading, 'end', { turn: 0, offset: middle })).toContain(middle - 1);
  }
  const here = unitAt(reading, 'sentence', { turn: 0, offset: middle + 3 });
  expect(here).toEqual({ start: middle, end: middle + sentence.length - 1 });
  const cut = segment.mock.calls.reduce((sum, [words]) => sum + words.length, 0);
  segment.mockRestore();
  expect(cut).toBeGreaterThan(0);
  expect(cut).toBeLessThan(long.length / 3);
});

test('the units of a turn are found once', () => {
  expect(unitsOfTurn(reading, 0, 'word')).toBe(unitsOfTurn(reading, 0, 'word'));
});
