import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DetectedTurn, Detection, ReadDocument } from '#shared/model/document.ts';
import { applyCorrections, detectTurns } from '#shared/text/turns.ts';

const text = [
  'Dan: One?',
  'Participant: Two and three.',
  'Dan: Four?',
  'Particpant: Five.',
  'Participant: Six.',
  'Note to self: seven eight.',
  'Dan: Nine?',
].join('\n');
const document: ReadDocument = {
  format: 'txt',
  text,
  blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  warnings: [],
};

const turn = (speaker: string | null, from: string, to: string): DetectedTurn => {
  const start = text.indexOf(from);
  const end = text.indexOf(to) + to.length;
  return { start, speechStart: text.indexOf(':', start) + 2, end, speaker, words: 2 };
};

const detection: Detection = {
  pattern: 'label-colon',
  turns: [
    turn('Dan', 'Dan: One', 'One?'),
    turn('Participant', 'Participant: Two', 'three.'),
    turn('Dan', 'Dan: Four', 'Four?'),
    turn('Particpant', 'Particpant: Five', 'Five.'),
    turn('Participant', 'Participant: Six', 'Six.'),
    turn('Note to self', 'Note to self', 'eight.'),
    turn('Dan', 'Dan: Nine', 'Nine?'),
  ],
  speakers: [
    { label: 'Dan', turns: 3, words: 6, suggestedRole: 'participant' },
    { label: 'Participant', turns: 2, words: 4, suggestedRole: 'participant', meaning: 'P' },
    { label: 'Particpant', turns: 1, words: 2, suggestedRole: 'other' },
    { label: 'Note to self', turns: 1, words: 2, suggestedRole: 'other' },
  ],
  warnings: [],
};

const labels = ({ turns }: Detection): (string | null)[] => turns.map(({ speaker }) => speaker);

describe('corrections', () => {
  it('merge speakers that are one, and their turns where they meet', () => {
    const corrected = applyCorrections(detection, [{ label: 'Particpant', as: 'Participant' }]);
    expect(labels(corrected)).toEqual([
      'Dan',
      'Participant',
      'Dan',
      'Participant',
      'Note to self',
      'Dan',
    ]);
    const merged = corrected.turns[3];
    expect(text.slice(merged?.start, merged?.end)).toBe('Particpant: Five.\nParticipant: Six.');
    expect(corrected.speakers[1]).toEqual({
      label: 'Participant',
      turns: 2,
      words: 6,
      suggestedRole: 'participant',
      meaning: 'P',
    });
  });

  it('rename a speaker and mark the interviewer', () => {
    const corrected = applyCorrections(detection, [
      { label: 'Dan', as: 'Daniel', role: 'interviewer' },
    ]);
    expect(corrected.speakers[0]).toMatchObject({ label: 'Daniel', suggestedRole: 'interviewer' });
    expect(labels(corrected)[0]).toBe('Daniel');
  });

  it('give the words of what is no speaker to the turn before', () => {
    const corrected = applyCorrections(detection, [{ label: 'Note to self', remove: true }]);
    const last = corrected.turns.at(-2);
    expect(last?.speaker).toBe('Participant');
    expect(text.slice(last?.start, last?.end)).toBe(
      'Participant: Six.\nNote to self: seven eight.',
    );
    expect(corrected.speakers.map(({ label }) => label)).not.toContain('Note to self');
  });

  it('leave the first turn to nobody when its speaker is none', () => {
    const corrected = applyCorrections(detection, [{ label: 'Dan', remove: true }]);
    expect(corrected.turns[0]).toMatchObject({ speaker: null, speechStart: 0 });
  });

  it('can exchange two labels', () => {
    const corrected = applyCorrections(detection, [
      { label: 'Dan', as: 'Participant' },
      { label: 'Participant', as: 'Dan' },
    ]);
    expect(labels(corrected).slice(0, 3)).toEqual(['Participant', 'Dan', 'Participant']);
  });

  it('change nothing when there are none', () => {
    expect(applyCorrections(detection, [])).toEqual(detection);
    const found = detectTurns(document, { pattern: 'auto' });
    expect(applyCorrections(found, [])).toEqual(found);
  });

  it('never lose a word or let turns overlap', () => {
    const label = fc.constantFrom('Dan', 'Participant', 'Particpant', 'Note to self', 'Nobody');
    const correction = fc.record(
      { label, as: label, remove: fc.boolean() },
      { requiredKeys: ['label'] },
    );
    fc.assert(
      fc.property(fc.array(correction, { maxLength: 5 }), (corrections) => {
        const { turns, speakers } = applyCorrections(detection, corrections);
        const covered = turns.map(({ start, end }) => text.slice(start, end)).join('\n');
        expect(covered).toBe(text);
        const nobody = turns.filter(({ speaker }) => speaker === null);
        const words = speakers.reduce((sum, speaker) => sum + speaker.words, 0);
        expect(words + nobody.reduce((sum, one) => sum + one.words, 0)).toBe(14);
      }),
    );
  });
});
