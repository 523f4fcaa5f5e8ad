import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#electron/importers/index.ts';
import type { Block, PatternId, ReadDocument } from '#shared/model/document.ts';
import { detectAll, detectTurns } from '#shared/text/turns.ts';

interface Said {
  readonly speaker: string;
  readonly words: string;
}

/** A way to write a conversation down, and what is to come back of it. */
interface Layout {
  readonly pattern: PatternId;
  readonly fileName: string;
  readonly render: (said: readonly Said[]) => string;
  /** Labels are short codes, not names. */
  readonly codes?: true;
}

const letters = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäéñøßçžд'.split('')),
  minLength: 2,
  maxLength: 8,
});
/** Ordinary words; capitals, digits, colons and brackets inside a sentence are data. */
const sentence = fc
  .tuple(
    letters,
    fc.array(
      fc.oneof(
        { weight: 8, arbitrary: letters },
        fc.constantFrom('10:30', '[laughs]', '(2.4)', 'then:', 'I', 'P', '3', '“so”', '–', 'x=y'),
      ),
      { maxLength: 12 },
    ),
    fc.constantFrom('.', '?', '!', '…'),
  )
  .map(([first, rest, end]) => [`We ${first}`, ...rest].join(' ') + end);

const surnames = ['Ash', 'Birch', 'Cedar', 'Elm', 'Fir', 'Hazel', 'Larch', 'Maple', 'Oak', 'Rowan'];
const names = fc
  .uniqueArray(fc.constantFrom(...surnames), { minLength: 2, maxLength: 4 })
  .map((chosen) => chosen.map((name, at) => `${['Anna', 'José', 'Mo', 'Dr'][at]} ${name}`));
const codes = fc.constantFrom(
  ['I', 'P'],
  ['D', 'P'],
  ['Q', 'A'],
  ['INT', 'P03'],
  ['I', 'S1', 'S2'],
);

/** Everyone speaks three times or more, and nobody twice running. */
const conversation = (labels: fc.Arbitrary<readonly string[]>): fc.Arbitrary<Said[]> =>
  labels.chain((speakers) =>
    fc
      .array(sentence, { minLength: speakers.length * 3, maxLength: speakers.length * 6 })
      .map((sentences) =>
        sentences.map((words, at) => ({ speaker: speakers[at % speakers.length] ?? '', words })),
      ),
  );

const clock = (at: number): string => `00:${String(at).padStart(2, '0')}:05`;
const join =
  (separator: string, one: (said: Said, at: number) => string) =>
  (said: readonly Said[]): string =>
    said.map(one).join(separator);

const layouts: readonly Layout[] = [
  {
    pattern: 'label-colon',
    fileName: 'a.txt',
    codes: true,
    render: join('\n\n', (s) => `${s.speaker}: ${s.words}`),
  },
  {
    pattern: 'label-colon',
    fileName: 'a.txt',
    codes: true,
    render: join('\r\n', (s) => `${s.speaker} :\t${s.words}`),
  },
  {
    pattern: 'label-colon',
    fileName: 'a.txt',
    render: join('\n', (s) => `${s.speaker}: ${s.words}`),
  },
  {
    pattern: 'label-colon',
    fileName: 'a.txt',
    render: join('\n\n', (s) => `${s.speaker}:\n${s.words}`),
  },
  {
    pattern: 'label-time',
    fileName: 'a.txt',
    render: join('\n\n', (s, at) => `${s.speaker}  ${at}:05  \n${s.words}`),
  },
  {
    pattern: 'label-time',
    fileName: 'a.txt',
    render: join('\n\n', (s, at) => `${s.speaker} (${clock(at)}): ${s.words}`),
  },
  {
    pattern: 'label-time',
    fileName: 'a.md',
    render: join('\n\n', (s, at) => `${s.speaker}: ${clock(at)}\n\n${s.words}`),
  },
  {
    pattern: 'time-label',
    fileName: 'a.txt',
    render: join('\n', (s, at) => `[${clock(at)}] ${s.speaker}: ${s.words}`),
  },
  {
    pattern: 'time-label',
    fileName: 'a.txt',
    render: join('\n\n', (s, at) => `${clock(at)} ${s.speaker}\n${s.words}`),
  },
  {
    pattern: 'bold-colon',
    fileName: 'a.md',
    render: join('\n\n', (s) => `**${s.speaker}:** ${s.words}`),
  },
  {
    pattern: 'bold-colon',
    fileName: 'a.md',
    render: join('\n\n', (s) => `**${s.speaker}**: ${s.words}`),
  },
  {
    pattern: 'bold-line',
    fileName: 'a.md',
    render: join('\n\n', (s) => `**${s.speaker}**\n${s.words}`),
  },
  {
    pattern: 'heading-label',
    fileName: 'a.md',
    render: join('\n\n', (s) => `### ${s.speaker}\n${s.words}`),
  },
  {
    pattern: 'bracket-tag',
    fileName: 'a.txt',
    render: join('\n', (s) => `[${s.speaker}] ${s.words}`),
  },
  {
    pattern: 'label-tab',
    fileName: 'a.txt',
    codes: true,
    render: join('\n', (s) => `${s.speaker}\t${s.words}`),
  },
  {
    pattern: 'time-label',
    fileName: 'a.txt',
    render: join('\n', (s, at) => `${clock(at)}\t${s.speaker}\t${s.words}`),
  },
  {
    pattern: 'bold-label',
    fileName: 'a.md',
    render: join('\n\n', (s) => `**${s.speaker}** ${s.words}`),
  },
  {
    pattern: 'label-line',
    fileName: 'a.txt',
    render: join('\n\n', (s) => `${s.speaker}\n${s.words}`),
  },
  {
    pattern: 'chat',
    fileName: 'a.txt',
    render: join('\r\n', (s, at) => `${clock(at)}\t${s.speaker}:\t${s.words}`),
  },
  {
    pattern: 'voice',
    fileName: 'a.vtt',
    render: (said) =>
      `WEBVTT\n\n${join('\n\n', (s, at) => `${clock(at)}.000 --> ${clock(at)}.900\n<v ${s.speaker}>${s.words}</v>`)(said)}`,
  },
  {
    pattern: 'label-colon',
    fileName: 'a.vtt',
    render: (said) =>
      `WEBVTT\r\n\r\n${join('\r\n\r\n', (s, at) => `${at}\r\n${clock(at)}.000 --> ${clock(at)}.900\r\n${s.speaker}: ${s.words}`)(said)}`,
  },
  {
    pattern: 'label-colon',
    fileName: 'a.srt',
    render: join(
      '\n\n',
      (s, at) => `${at + 1}\n${clock(at)},000 --> ${clock(at)},900\n${s.speaker}: ${s.words}`,
    ),
  },
];

const parse = async (text: string, fileName: string): Promise<ReadDocument> => {
  const result = await readDocument({ bytes: Buffer.from(text), fileName });
  if (!result.ok) throw new Error(result.error.message);
  return result.document;
};

const heard = (document: ReadDocument, pattern: PatternId | 'auto' = 'auto'): Said[] =>
  detectTurns(document, { pattern }).turns.map(({ speaker, speechStart, end }) => ({
    speaker: speaker ?? '-',
    words: document.text.slice(speechStart, end),
  }));

describe('a conversation written down and read back', () => {
  it.each(
    layouts.map(
      (layout) =>
        [
          `${layout.pattern}, ${layout.render([{ speaker: 'Anna', words: 'Yes.' }])}`,
          layout,
        ] as const,
    ),
  )('comes back whole: %j', async (_, layout) => {
    await fc.assert(
      fc.asyncProperty(conversation(layout.codes ? codes : names), async (said) => {
        const document = await parse(layout.render(said), layout.fileName);
        expect(heard(document)).toEqual(said);
        expect(detectTurns(document, { pattern: 'auto' }).pattern).toBe(layout.pattern);
      }),
      { numRuns: 60 },
    );
  });

  it('comes back from f4, with the time each turn ends', async () => {
    await fc.assert(
      fc.asyncProperty(conversation(codes), async (said) => {
        const text = join('\n\n', (s, at) => `${s.speaker}: ${s.words} #${clock(at)}-3#`)(said);
        const { pattern, turns } = detectTurns(await parse(text, 'a.txt'), { pattern: 'auto' });
        expect(pattern).toBe('label-end-time');
        expect(turns.map(({ speaker }) => speaker)).toEqual(said.map(({ speaker }) => speaker));
        expect(turns.map(({ endMs }) => endMs)).toEqual(said.map((_, at) => at * 60_000 + 5300));
      }),
      { numRuns: 60 },
    );
  });

  it('comes back from the rows of a table, with times', () => {
    fc.assert(
      fc.property(conversation(names), fc.boolean(), (said, timed) => {
        let text = '';
        const blocks: Block[] = [];
        for (const cells of [
          timed ? ['Time', 'Speaker', 'Transcript'] : ['Speaker', 'Transcript'],
          ...said.map((s, at) => [...(timed ? [clock(at)] : []), s.speaker, s.words]),
        ]) {
          const start = text.length;
          const spans = cells.map((cell, at) => {
            if (at > 0) text += '\t';
            text += cell;
            return { start: text.length - cell.length, end: text.length };
          });
          blocks.push({ kind: 'row', start, end: text.length, cells: spans });
          text += '\n';
        }
        const document: ReadDocument = { format: 'docx', text, blocks, warnings: [] };
        const { pattern, turns } = detectTurns(document, { pattern: 'auto' });
        expect(pattern).toBe('table');
        expect(heard(document).slice(1)).toEqual(said);
        if (timed) expect(turns[2]?.startMs).toBe(65_000);
      }),
      { numRuns: 60 },
    );
  });
});

/** Lines that a transcript could be made of, in any order. */
const anyLine = fc.oneof(
  sentence,
  fc.constant(''),
  fc.constantFrom(
    'I:',
    'P: yes',
    '**Anna:** no',
    '**Anna**',
    '# Title',
    '### I',
    '[00:00:05]',
    '---',
  ),
  fc.constantFrom(
    '00:05',
    '[laughs]',
    '(Anna)',
    '1: x',
    'Key',
    'I = Interviewer',
    'Question 1: a',
    '::',
  ),
  fc.constantFrom(
    'Anna  0:05',
    'Anna Oak',
    'Transcribed by x',
    '\u200b',
    '\t',
    '\f',
    '> - 12) **',
    '：',
  ),
  fc.string({ maxLength: 30 }),
);

describe('any lines', () => {
  it('become turns in order that leave nothing out, under every pattern', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyLine, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('a.txt', 'a.md'),
        async (lines, fileName) => {
          const result = await readDocument({ bytes: Buffer.from(lines.join('\n')), fileName });
          if (!result.ok) return;
          const { document } = result;
          for (const { pattern, turns: count, speakers } of detectAll(document)) {
            const detection = detectTurns(document, { pattern });
            expect(detection.pattern).toBe(pattern);
            expect(detection.turns).toHaveLength(count);
            expect(detection.speakers).toHaveLength(speakers);
            let from = 0;
            for (const turn of detection.turns) {
              expect(document.text.slice(from, turn.start)).toMatch(/^[\s\u200b]*$/);
              expect(turn.end).toBeGreaterThan(turn.start);
              expect(turn.speechStart).toBeGreaterThanOrEqual(turn.start);
              expect(turn.speechStart).toBeLessThanOrEqual(turn.end);
              from = turn.end;
            }
            expect(document.text.slice(from)).toMatch(/^[\s\u200b]*$/);
            const neighbours = detection.turns.filter(
              ({ speaker }, at) => speaker !== null && speaker === detection.turns[at + 1]?.speaker,
            );
            expect(neighbours).toEqual([]);
            for (const { label } of detection.speakers) expect(label.trim()).toBe(label);
            const labels = detection.speakers.map(({ label }) => label);
            expect(labels.every((label) => label.length > 0 && label.length <= 200)).toBe(true);
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it.each([
    ['one line', `I: ${'word '.repeat(200_000)}`],
    ['open brackets', '['.repeat(1_000_000)],
    ['colons', ':'.repeat(1_000_000)],
    ['stars', '*'.repeat(1_000_000)],
    ['spaces', `${' '.repeat(1_000_000)}x`],
    ['many labels', Array.from({ length: 15_000 }, (_, at) => `Name${at}: x`).join('\n')],
    ['many short lines', 'a\n'.repeat(60_000)],
  ])('of any length are read in one pass: %s', async (_, text) => {
    const document = await parse(text, 'a.txt');
    const { turns } = detectTurns(document, { pattern: 'auto' });
    expect(turns.at(-1)?.end).toBe(text.trimEnd().length);
  });
});
