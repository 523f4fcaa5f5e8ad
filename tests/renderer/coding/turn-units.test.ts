import { expect, test } from 'vitest';
import { edgesOfTurn, nextUnit, unitsOfTurn } from '#renderer/features/coding/turn-units.ts';
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
  expect(edgesOfTurn(reading, 0, 'end').map((end) => text.slice(0, end))).toEqual([
    'One',
    'One two',
    'One two.',
    'One two. Three',
    'One two. Three.',
  ]);
  expect(edgesOfTurn(reading, 9, 'end')).toEqual([]);
});

test('the units of a turn are found once', () => {
  expect(unitsOfTurn(reading, 0, 'word')).toBe(unitsOfTurn(reading, 0, 'word'));
});
