import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#electron/importers/index.ts';
import type { PatternId, ReadDocument } from '#shared/model/document.ts';
import { detectAll, detectTurns } from '#shared/text/turns.ts';
import { layouts } from './turns-layouts.ts';

const fixtures = path.resolve(import.meta.dirname, '../../fixtures/import');

const load = async (fileName: string): Promise<ReadDocument> => {
  const bytes = readFileSync(path.join(fixtures, fileName));
  const result = await readDocument({ bytes, fileName });
  if (!result.ok) throw new Error(result.error.message);
  return result.document;
};

const plain = (text: string): ReadDocument => ({
  format: 'txt',
  text,
  blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  warnings: [],
});

/** Turns as `speaker: first words of what was said`, those of nobody with a dash. */
const told = (document: ReadDocument, pattern: PatternId | 'auto' = 'auto'): string[] =>
  detectTurns(document, { pattern }).turns.map(
    ({ speaker, speechStart, end }) =>
      `${speaker ?? '-'}: ${document.text.slice(speechStart, end).replace(/\s+/g, ' ')}`,
  );

const times = (document: ReadDocument) =>
  detectTurns(document, { pattern: 'auto' }).turns.map(({ startMs, endMs }) => [startMs, endMs]);

const roles = (document: ReadDocument): Record<string, string> =>
  Object.fromEntries(
    detectTurns(document, { pattern: 'auto' }).speakers.map(({ label, suggestedRole }) => [
      label,
      suggestedRole,
    ]),
  );

describe('telling who speaks', () => {
  it.each(layouts)('reads the layout of %s as %s', async (fileName, pattern, turns) => {
    const document = await load(fileName);
    expect(detectTurns(document, { pattern: 'auto' }).pattern).toBe(pattern);
    expect(told(document)).toEqual(turns);
    expect(detectAll(document)[0]?.pattern).toBe(pattern);
  });

  it.each([
    ['otter.txt', [3000, 9000, 11_000, 3_765_000, undefined]],
    ['rev.txt', [0, 4000, 6000, 3_609_000]],
    ['meet.txt', [undefined, 5000, undefined, 312_000, undefined]],
    ['name-time.md', [undefined, 15_000, 32_000, 51_000, undefined, 70_000]],
    ['chat.txt', [341_000, 426_000, 474_000, 489_000]],
    ['bracket-time.txt', [0, 3000, 4000, 10_000]],
  ])('reads when turns of %s begin', async (fileName, starts) => {
    expect(times(await load(fileName)).map(([start]) => start)).toEqual(starts);
  });

  it('reads when turns end, where the file says so', async () => {
    expect(times(await load('f4.txt')).map(([, end]) => end)).toEqual([4600, 9300, 11_000, 16_100]);
    expect(times(await load('whisper.txt'))[0]).toEqual([43_810, 47_850]);
    expect(times(await load('voices.vtt'))).toEqual([
      [500, 2000],
      [2000, 6000],
      [6000, 8000],
      [6000, 8000],
    ]);
    expect(times(await load('first-cue.srt'))[0]).toEqual([179, 4799]);
  });

  it('starts a turn at its label, or at the time on the line above', async () => {
    const document = await load('meet.txt');
    const { turns } = detectTurns(document, { pattern: 'auto' });
    expect(document.text.slice(turns[3]?.start, turns[3]?.speechStart)).toBe(
      '### **00:05:12** {#00:05:12}\n\n**Ana Ruiz:** ',
    );
  });
});

describe('roles', () => {
  it.each([
    ['initials.txt', { I: 'interviewer', P: 'participant' }],
    ['legend-equals.txt', { I: 'interviewer', S1: 'participant', S2: 'participant' }],
    ['label-own-line.txt', { Interviewer: 'interviewer', FJ2: 'participant' }],
    ['talk-then-qa.txt', { Q: 'interviewer', A: 'participant' }],
    [
      'name-lines.md',
      { 'Rosa Field': 'interviewer', 'Jon Lamb': 'participant', 'Vera Hill': 'participant' },
    ],
  ])('of %s', async (fileName, expected) => {
    expect(roles(await load(fileName))).toEqual(expected);
  });

  it('come from a legend, with its words', async () => {
    const { speakers } = detectTurns(await load('legend-key.txt'), { pattern: 'auto' });
    expect(speakers.map(({ label, meaning }) => [label, meaning])).toEqual([
      ['I', 'Interviewer'],
      ['R', 'Respondent'],
    ]);
  });

  it('go to who asks and says less when nothing else tells', () => {
    const text = Array.from(
      { length: 6 },
      () => 'Ruth: And then?\n\nMarian: Then I went home, and what do you think, all was dark.',
    ).join('\n\n');
    expect(roles(plain(text))).toEqual({ Ruth: 'interviewer', Marian: 'participant' });
  });
});

describe('words', () => {
  it('are counted by speaker, without labels and times', async () => {
    const counts = async (fileName: string) =>
      detectTurns(await load(fileName), { pattern: 'auto' }).speakers.map(
        ({ label, turns, words }) => [label, turns, words],
      );
    expect(await counts('bracket-time.txt')).toEqual([
      ['Doctor', 2, 8],
      ['Patient', 2, 7],
    ]);
    expect((await counts('f4.txt'))[0]).toEqual(['I', 2, 8]);
  });
});

describe('warnings', () => {
  it.each([
    ['slips.txt', 'similar-speakers'],
    ['parliament.txt', 'similar-speakers'],
    ['bracket-time.txt', 'times-go-back'],
    ['only-interviewer.txt', 'guessed-speaker'],
    ['no-labels.txt', 'no-speakers'],
  ])('of %s: %s', async (fileName, code) => {
    const { warnings } = detectTurns(await load(fileName), { pattern: 'auto' });
    expect(warnings.map((warning) => warning.code)).toEqual([code]);
  });
});

describe('a pattern of one’s own choice', () => {
  it('takes no speakers when asked to', async () => {
    expect(told(await load('chat-codes.txt'), 'none')).toHaveLength(4);
    expect(detectTurns(await load('initials.txt'), { pattern: 'none' }).speakers).toEqual([]);
  });

  it('lets two speakers take turns, after a title', async () => {
    expect(told(await load('no-labels.txt'), 'alternating')).toEqual([
      '-: Interview 10',
      'Interviewer: Where did you grow up?',
      'Participant: By the sea.',
      'Interviewer: Do you miss it?',
      'Participant: The noise of it. Not the cold.',
    ]);
  });

  it('falls back to paragraphs when the pattern does not fit, and says so', async () => {
    const detection = detectTurns(await load('no-labels.txt'), { pattern: 'table' });
    expect(detection.pattern).toBe('none');
    expect(detection.warnings[0]?.code).toBe('pattern-not-found');
  });

  it('is offered with what it would give', async () => {
    const all = detectAll(await load('only-interviewer.txt'));
    expect(all.find(({ pattern }) => pattern === 'none')).toMatchObject({ turns: 7, speakers: 0 });
    expect(all.map(({ confidence }) => confidence)).toEqual(
      all.map(({ confidence }) => confidence).toSorted((a, b) => b - a),
    );
  });
});

describe('labels that are odd', () => {
  it('are speakers all the same where every cue has one', async () => {
    const labels = [
      'Barnabé + Francesco 🚗',
      '\u0bc1\u0bbe',
      'Boma’s iPhone',
      '@ritz / H. Ritz (E-82)',
      'gean',
    ];
    const cue = (label: string, at: number): string =>
      `${at}\n00:0${at}:01.000 --> 00:0${at}:02.000\n${label} : hello: you`;
    const bytes = Buffer.from(`WEBVTT\n\n${labels.map(cue).join('\n\n')}`);
    const result = await readDocument({ bytes, fileName: 'a.vtt' });
    const { speakers } = detectTurns((result as { document: ReadDocument }).document, {
      pattern: 'auto',
    });
    expect(speakers.map(({ label }) => label)).toEqual(labels);
  });

  it('are one speaker’s in capitals or not, and two speakers’ in other letters', () => {
    const text = 'Mo | A: One.\n\nmo | a: Two.\n\nEve: Three.\n\nMo |A: Four.\n\nEve: Five.';
    const { speakers, warnings } = detectTurns(plain(text), { pattern: 'auto' });
    expect(speakers.map(({ label, turns }) => [label, turns])).toEqual([
      ['Mo | A', 1],
      ['Eve', 2],
      ['Mo |A', 1],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['similar-speakers']);
  });

  it('are found in other scripts', () => {
    const text = '采访者：什么时候开始的？\n参与者：去年冬天。\n采访者：后来呢？\n参与者：好了。';
    expect(told(plain(text))).toEqual([
      '采访者: 什么时候开始的？',
      '参与者: 去年冬天。',
      '采访者: 后来呢？',
      '参与者: 好了。',
    ]);
  });
});

describe('labels that are none', () => {
  it.each([
    ['one remark', 'We talked for an hour.\n\nMy view: it went well.\n\nShe left at noon.'],
    ['addresses', 'https://example.org/a\n\nhttps://example.org/b\n\nhttps://example.org/c'],
    ['clock times', 'We met at 10:30\nand left at 11:45\nand slept by 12:00'],
    [
      'notes',
      'Reflection: tired.\n\nReflection: less so.\n\nObservation: a nurse.\n\nObservation: rain.',
    ],
    ['short answers', 'Yeah\nthat is so\n\nNo\nI would not\n\nYeah\nI said so\n\nNo\nnever\n'],
  ])('%s', (_, text) => {
    expect(detectTurns(plain(text), { pattern: 'auto' }).speakers).toEqual([]);
  });

  it('many terms, each once', () => {
    const text = 'Pain Care Rest Work Sleep Hope Family Money Home'
      .split(' ')
      .map((term) => `${term}: what they said of it`)
      .join('\n');
    expect(detectTurns(plain(text), { pattern: 'auto' }).speakers).toEqual([]);
  });

  it('a form at the top, though its labels are roles', () => {
    const text =
      'Interviewer: JS\nParticipant: P03\nDate: 12 March\n\nI: So?\nP: So I went.\nI: And?\nP: And came back.';
    expect(told(plain(text))[0]).toBe('-: Interviewer: JS Participant: P03 Date: 12 March');
  });
});
