import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#electron/importers/index.ts';
import type { PatternId, ReadDocument } from '#shared/model/document.ts';
import { detectAll, detectTurns } from '#shared/text/turns.ts';

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

/** Each layout, with what must come of it. */
const layouts: readonly (readonly [string, PatternId, readonly string[]])[] = [
  [
    'initials.txt',
    'label-colon',
    [
      'I: How did the pain start?',
      'P: It came on slowly. I was lifting boxes: nothing heavy, mind.',
      'I: And what did you do about it?',
      "P: I left it. You think it will go. p: It didn't, though.",
      'I: No.',
      'P: So in the end I rang the surgery.',
    ],
  ],
  [
    'legend-equals.txt',
    'label-colon',
    [
      '-: Interview with two students about the new timetable (S = Student; I = Interviewer)',
      'I: How is the timetable working for you?',
      'S1: Better than last year. (…) Not on Fridays.',
      'S2: I agree.',
      'I: And the room?',
      'S1: The room is cold.',
    ],
  ],
  [
    'legend-key.txt',
    'label-colon',
    [
      '-: Interview 12 Key I: Interviewer R: Respondent',
      'I: What does a good week look like?',
      'R: A week I can plan. Nothing more than that.',
      'I: And a bad one?',
      'R: A bad one plans me.',
    ],
  ],
  [
    'label-own-line.txt',
    'label-colon',
    [
      '-: Study of first jobs: Participant FJ2 Date: 3 May 2024 Time: 11.50 Interviewer: A. Brook Current post - warehouse lead',
      'Interviewer: Thank you for making the time. Tell me how you began.',
      'FJ2: I began on nights. Nobody tells you how cold it gets. There were four of us then.',
      'Interviewer: Thank you, that was helpful.',
    ],
  ],
  [
    'name-lines.md',
    'label-line',
    [
      '-: # Conversation with two makers Interviewer is Rosa Field. Transcription is provided by a service.',
      'Rosa Field: Hello and welcome to the workshop.',
      "Jon Lamb: Thanks for having us. It's a bit of a mess. Thanks.",
      'Rosa Field: What are you working on?',
      'Vera Hill: A loom. Well, I think it will be a loom.',
      'Jon Lamb: She means it was a loom.',
      'Vera Hill: Yes.',
      'Rosa Field: Good luck with it.',
      '-: Transcribed by https://example.org',
    ],
  ],
  [
    'otter.txt',
    'label-time',
    [
      'Rosa Field: Shall we begin with the winter?',
      'Unknown Speaker: Is it recording?',
      'Jon Lamb: It is. The winter was long. We ate at 10:30 and went to bed at nine.',
      'Rosa Field: And then it was over.',
      '-: Transcribed by https://example.org',
    ],
  ],
  [
    'bold-colon.md',
    'bold-colon',
    [
      'Mira B. Reed, Psy.D: It is about attention. That is all it is. Attention costs something.',
      'Adam Stack: Right. \\[04:10\\] And nobody pays it.',
      '-: **Break:** \\[16:51\\]',
      'Mira B. Reed, Psy.D: Nobody can afford to.',
      'Adam Stack: Let us stop there.',
      '-: **Outro:** \\[17:40\\]',
    ],
  ],
  [
    'bold-line.md',
    'bold-line',
    [
      '-: # Planning call ### Moderator: Stone ### Notes: Alex ## Summary 1 | **Open questions** Pari raised one question about the plan. # Start',
      'Stone: * Welcome back. The list is in the chat. * Any questions before we begin?',
      'Pari: * One. Who owns the list?',
      'Stone: * We do.',
      'Gil: * Fine by me.',
      '-: # Next item',
      'Stone: * Then let us move on.',
      '-: ### Attendees * Stone * Pari * Gil',
    ],
  ],
  [
    'heading-label.md',
    'heading-label',
    [
      '-: # Interview 4',
      'Interviewer: What brought you to the group?',
      'Respondent: A leaflet in the pharmacy. I nearly threw it away.',
      'Interviewer: Why did you keep it?',
      'Respondent: It had a nice picture.',
    ],
  ],
  [
    'name-time.md',
    'label-time',
    [
      '-: --- title: Panel on gardens transcript_by: A. Helper media: https://example.org/watch?v=1 speakers: - Gloria Zane - Will Clerk date: 2021-11-16 --- ## Introductions',
      'Introducer: The next talk is on gardens.',
      'Gloria Zane: Hello all. How are you doing?',
      'Will Clerk: Wet. You (Gloria Zane) know why.',
      '-: ## Questions',
      'Gloria Zane: Because of the pond: it leaks.',
    ],
  ],
  [
    'nick.txt',
    'label-colon',
    [
      'stark: who had fun last night?',
      'adam3us: not me.',
      'stark: the year is 2017: who runs a garden here?',
      'adam3us: me.',
      'stark: so you do have fun.',
      'adam3us: only in spring.',
    ],
  ],
  [
    'talk-then-qa.txt',
    'label-colon',
    [
      '-: A talk about ponds, given at the town hall. Ponds are older than houses. The first thing to know is that they move. Some people think: a pond is a hole. It is not. We have three of them here, and all three leak.',
      'Q: Why do they leak?',
      'A: Because nobody lined them.',
      'Q: Could somebody?',
      'A: Somebody could.',
      'Q: Will they?',
      'A: That is a question for the council.',
    ],
  ],
  [
    'bold-question.md',
    'bold-question',
    [
      '-: An interview with a potter.',
      'Interviewer: **So as a warm up, tell me how you came to clay?**',
      'Participant: By accident. I wanted to paint. The class was full.',
      'Interviewer: **And you stayed because of the kiln?**',
      'Participant: The kiln is warm.',
      'Interviewer: **What would you tell somebody who starts today?**',
      'Participant: Wear old clothes.',
    ],
  ],
  [
    'numbered-question.txt',
    'numbered-question',
    [
      'Pergunta: Quantos jardins existem na cidade?',
      'Participant: Depende da cidade, certo? Para esta, 9. (Eu errei a primeira pergunta.)',
      'Pergunta: Quais jardins estão abertos?',
      'Participant: Mesma coisa: apenas um.',
      'Pergunta: Quem cuida deles?',
      'Participant: Não sei.',
    ],
  ],
  [
    'bracket-tag.txt',
    'bracket-tag',
    [
      'doctor: hi , caro . how is the knee ?',
      'patient: it clicks .',
      'doctor: when you walk ?',
      'patient: [laughs] when i talk .',
      'doctor: let us have a look then .',
      'patient: okay .',
    ],
  ],
  [
    'zoom.vtt',
    'label-colon',
    [
      'Dima Gold | Lake: Can you hear me?',
      'mo (@mmj): We can. mo (@mmj): Loud and clear: very.',
      'Dima Gold | Lake: Then let us start.',
    ],
  ],
  [
    'voices.vtt',
    'voice',
    [
      'Heather Moor: All right. Who is first?',
      'Sam & Co: We are. I said [laughs] we <are>.',
      'Heather Moor: Fine.',
      'Sam & Co: Good.',
    ],
  ],
  [
    'names-in-brackets.vtt',
    'bracket-tag',
    [
      'Dan Fisk: Who keeps the key?',
      'Eva Ruiz: I used to.',
      'Dan Fisk: And now?',
      'Eva Ruiz: Now nobody does. [laughs]',
    ],
  ],
  [
    'first-cue.srt',
    'label-colon',
    [
      "Travis: When you first get started with bread, it's almost certain that you burn the first one.",
      'Sarah: Or the first ten.',
      'Travis: Or all of them, in my case.',
      'Sarah: You said it.',
    ],
  ],
  [
    'only-interviewer.txt',
    'one-label',
    [
      '-: Interview 9',
      'I: Where did you grow up?',
      'Participant: By the sea.',
      'I: Do you miss it?',
      'Participant: The noise of it. Not the cold.',
      'I: Would you go back?',
      'Participant: Not in winter.',
    ],
  ],
  [
    'no-labels.txt',
    'none',
    [
      '-: Interview 10',
      '-: Where did you grow up?',
      '-: By the sea.',
      '-: Do you miss it?',
      '-: The noise of it. Not the cold.',
    ],
  ],
  [
    'whisper.txt',
    'none',
    [
      '-: Hello everyone and welcome back.',
      "-: I'm here with the keeper of the lighthouse",
      '-: that you saw on the way in.',
      '-: Hi Rick',
    ],
  ],
  [
    'parliament.txt',
    'label-colon',
    [
      'The Chair (Hon. Anna Rota (Nipigon—Timmins, Lib.)): I call the meeting to order.',
      'Mr. Todd Doyle (Barrow, CPC): Thank you, Madam Chair. On this point: when will it open?',
      'The Chair (Hon. Anna Rota (Nipigon—Timmins, Lib.)): The minister.',
      'Hon. Bill Moor (Minister of Ponds): In spring.',
      'The Chair: Mr. Doyle.',
      'Mr. Todd Doyle (Barrow, CPC): Which spring?',
      'Hon. Bill Moor (Minister of Ponds): The next one.',
      'The Chair: Thank you. We are out of time.',
    ],
  ],
  [
    'chat.txt',
    'chat',
    [
      'Sara Han: sounds great',
      'stokes: https://example.org/list',
      'Lumi | Lab: Replying to "sounds great" it does: really',
      'Sara Han: Reacted to "it does" with "🔥"',
    ],
  ],
  [
    'f4.txt',
    'label-end-time',
    [
      'I: How was the first session? #00:00:04-6#',
      'P: Short. I liked that it was short. #00:00:09-3#',
      'I: And the second? #00:00:11-0#',
      'P: Longer than the first (2.4) by far. #00:00:16-1#',
    ],
  ],
  [
    'bracket-time.txt',
    'time-label',
    [
      'Doctor: [unclear] Hello, come in.',
      "Patient: Thank you. [00:00:05] Patient: It's the knee.",
      'Doctor: Sit down: which one?',
      'Patient: The left.',
    ],
  ],
  [
    'rev.txt',
    'label-time',
    [
      'Speaker 1: So where were we?',
      'Speaker 2: On the stairs. Halfway, I think.',
      'Overlapping speakers: Yes.',
      'Speaker 1: Then let us go up.',
    ],
  ],
  [
    'meet.txt',
    'bold-colon',
    [
      '-: Planning call (2024-05-03) - Transcript Attendees Ana Ruiz, Tom Lee',
      'Ana Ruiz: Shall we start?',
      'Tom Lee: Please.',
      'Ana Ruiz: That was item one: the roof.',
      'Tom Lee: It leaks.',
    ],
  ],
  [
    'chat-codes.txt',
    'label-colon',
    [
      'INV: what did you do then ?',
      'PAR: &-um I went home .',
      'INV: and after that ?',
      'PAR: nothing much .',
    ],
  ],
  [
    'false-labels.txt',
    'label-colon',
    [
      'Doctor: What did they write about you?',
      'Patient: They wrote a list. HEENT: nothing found. CHEST: clear.',
      'Doctor: And what does it mean to you?',
      'Patient: That they looked: once. Note: the patient laughs here.',
      'Doctor: Once is not enough.',
      'Patient: No.',
    ],
  ],
];

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
