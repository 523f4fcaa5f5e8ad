import { describe, expect, it } from 'vitest';
import { type FileNameGuess, guessFromPath } from '#shared/text/file-name-guess.ts';

const cases: readonly (readonly [string, FileNameGuess])[] = [
  ['P03_baseline.docx', { group: 'Participant', timePoint: 'Baseline', casePseudonym: 'P03' }],
  [
    '12 weeks/P03 interview.txt',
    { kind: 'interview', group: 'Participant', timePoint: '12 weeks', casePseudonym: 'P03' },
  ],
  ['GP2.docx', { group: 'GP', casePseudonym: 'GP2' }],
  ['gp-4_baseline.docx', { group: 'GP', timePoint: 'Baseline', casePseudonym: 'GP4' }],
  ['SP-01 interview.vtt', { kind: 'interview', group: 'Social prescriber', casePseudonym: 'SP01' }],
  ['SP_1.txt', { group: 'Social prescriber', casePseudonym: 'SP1' }],
  ['stakeholder meeting.docx', { kind: 'stakeholder discussion' }],
  ['Participant 4.docx', { group: 'Participant', casePseudonym: 'Participant 4' }],
  ['PPI contributor 1.docx', { group: 'PPI contributor', casePseudonym: 'PPI contributor 1' }],
  ['PPI/FG1.docx', { kind: 'focus group', group: 'PPI contributor' }],
  ['field notes 3.txt', { kind: 'field note' }],
  [
    'Session notes/P04_session 2.docx',
    { kind: 'session note', group: 'Participant', casePseudonym: 'P04' },
  ],
  ['week12\\P7.docx', { group: 'Participant', timePoint: '12 weeks', casePseudonym: 'P7' }],
  ['P03_12wk.docx', { group: 'Participant', timePoint: '12 weeks', casePseudonym: 'P03' }],
  ['P03/baseline.docx', { group: 'Participant', timePoint: 'Baseline', casePseudonym: 'P03' }],
  [
    'Baseline/P03 12 weeks.docx',
    { group: 'Participant', timePoint: '12 weeks', casePseudonym: 'P03' },
  ],
  ['GPs/P01.docx', { group: 'GP', casePseudonym: 'P01' }],
  ['Social prescribers/Anna.docx', { group: 'Social prescriber' }],
  ['Interview 9.docx', { kind: 'interview' }],
  ['thesis.docx', {}],
  ['MP3 recording.txt', {}],
  ['6 months/recording 2024-05-12.docx', {}],
  ['sp notes.docx', {}],
];

describe('guesses from file names', () => {
  it.each(cases)('%s', (path, expected) => {
    expect(guessFromPath(path)).toEqual(expected);
  });

  it('know the names that the project has', () => {
    const known = { groups: ['Physiotherapist', 'GP'], timePoints: ['Baseline', '6 months'] };
    expect(guessFromPath('6m/physiotherapists/P2.docx', known)).toEqual({
      group: 'Physiotherapist',
      timePoint: '6 months',
      casePseudonym: 'P2',
    });
    expect(guessFromPath('12 weeks/SP1.docx', known)).toEqual({ casePseudonym: 'SP1' });
  });
});
