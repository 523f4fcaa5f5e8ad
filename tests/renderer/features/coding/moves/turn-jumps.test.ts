import { expect, test } from 'vitest';
import { isBy, labelOf, turnFrom } from '#renderer/features/coding/moves/turn-jumps.ts';
import type { Reading } from '#shared/contract/sources.ts';

const said = ['INT', 'P01', null, 'INT', 'Carer', 'P01'];
const reading = {
  speakers: ['INT', 'P01', 'Carer'].map((label) => ({
    id: label,
    label,
    role: label === 'INT' ? 'interviewer' : 'participant',
  })),
  turns: said.map((speakerId) => ({ speakerId })),
} as unknown as Reading;

const from = (turn: number, step: 1 | -1, whose: Parameters<typeof isBy>[2]) =>
  turnFrom(reading, { turn, step, matches: (index) => isBy(reading, index, whose) });

test('the turns of one speaker are gone through both ways, and end', () => {
  expect(from(1, 1, { label: 'P01' })).toBe(5);
  expect(from(5, -1, { label: 'P01' })).toBe(1);
  expect(from(5, 1, { label: 'P01' })).toBeUndefined();
  expect(from(0, 1, { label: 'nobody' })).toBeUndefined();
});

test('anyone but the interviewer leaves out the interviewer and turns nobody speaks in', () => {
  expect(from(1, 1, 'not-interviewer')).toBe(4);
  expect(from(4, -1, 'not-interviewer')).toBe(1);
  expect(labelOf(reading, 2)).toBeUndefined();
});
