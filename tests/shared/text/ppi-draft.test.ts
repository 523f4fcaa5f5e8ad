import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PpiFacts } from '#shared/model/ppi-log.ts';
import { draftPpi } from '#shared/text/ppi-draft.ts';

const nothing: PpiFacts = {
  project: 'Pain',
  packs: [],
  replies: [],
  answers: [],
  open: 0,
  decided: [],
  silent: [],
};

const decided = (
  themeName: string | null,
  outcome: 'changed' | 'not changed',
  outcomeNote: string,
): PpiFacts['decided'][number] => ({
  themeName,
  answer: themeName === null ? null : 'not quite',
  outcome,
  outcomeNote,
  answeredAt: '2026-11-03T12:00:00.000Z',
  outcomeAt: '2026-11-10T12:00:00.000Z',
});

const whole: PpiFacts = {
  project: 'Pain',
  packs: [
    { name: 'First', createdAt: '2026-10-20T12:00:00.000Z', themes: 4, quotes: 12 },
    { name: 'Second', createdAt: '2026-11-20T12:00:00.000Z', themes: 1, quotes: 1 },
  ],
  replies: [
    {
      reviewer: 'Jean',
      role: 'PPI contributor',
      answeredAt: '2026-11-01T12:00:00.000Z',
      receivedAt: '2026-11-02T12:00:00.000Z',
    },
    {
      reviewer: 'Jean',
      role: 'PPI contributor',
      answeredAt: '2026-11-03T12:00:00.000Z',
      receivedAt: '2026-11-03T12:00:00.000Z',
    },
    {
      reviewer: 'D.',
      role: '',
      answeredAt: '2026-11-02T12:00:00.000Z',
      receivedAt: '2026-11-03T12:00:00.000Z',
    },
  ],
  answers: [
    { answer: 'this fits', count: 2 },
    { answer: 'not quite', count: 3 },
    { answer: null, count: 1 },
  ],
  open: 2,
  decided: [
    decided('Doubt', 'changed', 'Called it\n‘Heard’.'),
    decided('Doubt', 'not changed', 'The order\nfollows the report.'),
    decided('Scans', 'not changed', 'Nobody else said so.'),
    decided(null, 'changed', 'Larger print.'),
  ],
  silent: ['Buses'],
};

test('with nothing on record each item says so and claims nothing', () => {
  const draft = draftPpi(nothing);
  expect(draft.aim).toContain('“Pain”');
  expect(draft.methods).toBe('No review pack has been made yet.');
  expect(draft.results).toBe('No reply has come back yet, so there are no results.');
  expect(draft.influence).toBe('No reply has come back yet.');
  expect(draft.reflection).toContain('Nobody has replied yet.');
});

test('packs, people, roles and days are in the methods', () => {
  const { methods } = draftPpi(whole);
  expect(methods).toContain('2 review packs, made between 20 October 2026 and 20 November 2026:');
  expect(methods).toContain('- “Second”, 20 November 2026: 1 theme with 1 quote');
  expect(methods).toContain(
    '3 replies came back from 2 reviewers (2 as PPI contributor and 1 without a role), answered between 1 November 2026 and 3 November 2026.',
  );
});

test('results tell what was changed and what was not, each with its words on one line and its day', () => {
  const { results, influence, reflection } = draftPpi(whole);
  expect(results).toContain(
    'Of 6 answers, 2 said “this fits”, 3 “not quite”, 0 “something is missing” and 1 was a comment alone.',
  );
  expect(results).toContain(
    'Changed (2):\n\n- “Doubt” (not quite): Called it ‘Heard’. (10 November 2026)\n- On the whole: Larger print. (10 November 2026)',
  );
  expect(results).toContain(
    'Not changed, and why (2):\n\n- “Doubt” (not quite): The order follows the report. (10 November 2026)',
  );
  expect(results).toContain('2 answers have no outcome yet.');
  expect(influence).toContain('2 of the 4 answers with an outcome led to a change.');
  expect(influence).toContain('Changed after review: “Doubt”.');
  expect(influence).toContain('Left as they were after review: “Scans”.');
  expect(reflection).toContain('Nobody said anything on “Buses”.');
  expect(reflection).toContain('Half of the outcomes came within 7 days of the answer.');
  expect(reflection).toContain('Every reply with a role came as PPI contributor.');
});

test('thousands of decisions leave a draft that can be read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 41, max: 5000 }), (count) => {
      const many = Array.from({ length: count }, (_, at) =>
        decided(`Theme ${at}`, 'changed', 'Reworded.'),
      );
      const { results, influence } = draftPpi({ ...whole, decided: many });
      expect(results).toContain(`Changed (${count}):`);
      expect(results).toContain(
        `- and ${(count - 40).toLocaleString('en-GB')} more, in the table of outcomes`,
      );
      expect(results.length + influence.length).toBeLessThan(6000);
    }),
    { numRuns: 10 },
  );
});
