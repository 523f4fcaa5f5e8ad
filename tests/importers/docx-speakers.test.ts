import {
  Document,
  FootnoteReferenceRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#electron/importers/index.ts';
import type { PatternId } from '#shared/model/document.ts';
import { detectTurns } from '#shared/text/turns.ts';

type Child = Paragraph | Table;

const cell = (...lines: string[]): TableCell =>
  new TableCell({ children: lines.map((line) => new Paragraph(line)) });
const table = (...rows: string[][]): Table =>
  new Table({
    rows: rows.map((cells) => new TableRow({ children: cells.map((text) => cell(text)) })),
  });
const runs = (...parts: (string | { readonly bold: string })[]): Paragraph =>
  new Paragraph({
    children: parts.map((part) =>
      typeof part === 'string' ? new TextRun(part) : new TextRun({ text: part.bold, bold: true }),
    ),
  });
const broken = (...lines: string[]): Paragraph =>
  new Paragraph({
    children: lines.map((text, at) => new TextRun(at === 0 ? { text } : { text, break: 1 })),
  });

const detect = async (children: Child[]) => {
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  const result = await readDocument({ bytes, fileName: 'a.docx' });
  if (!result.ok) throw new Error(result.error.message);
  const { document } = result;
  const { pattern, turns } = detectTurns(document, { pattern: 'auto' });
  return {
    pattern,
    turns: turns.map(({ speaker, startMs, speechStart, end }) =>
      `${startMs ?? ''} ${speaker ?? '-'}: ${document.text.slice(speechStart, end).replace(/\s+/g, ' ')}`.trim(),
    ),
  };
};

interface Layout {
  readonly title: string;
  readonly pattern: PatternId;
  readonly children: () => Child[];
  readonly turns: readonly string[];
}

const layouts = (
  [
    [
      'a table of speakers and words',
      'table',
      () => [
        new Paragraph('Interview 3'),
        table(
          ['Interviewer', 'How was it?'],
          ['Marian', 'Short: very short.'],
          ['', 'And cold.'],
          ['Interviewer', 'Why?'],
          ['Marian', 'The heating.'],
        ),
        new Paragraph('End of interview'),
      ],
      [
        '-: Interview 3',
        'Interviewer: How was it?',
        'Marian: Short: very short. And cold.',
        'Interviewer: Why?',
        'Marian: The heating.',
        '-: End of interview',
      ],
    ],
    [
      'a table with times and numbers',
      'table',
      () => [
        table(
          ['No.', 'Time', 'Speaker', 'Transcript'],
          ['1', '00:00:01', 'I', 'How was it?'],
          ['2', '00:00:04', 'P03', 'Short.'],
          ['3', '00:01:00', 'I', 'And then?'],
        ),
      ],
      [
        '-: No. Time Speaker Transcript',
        '1000 I: How was it?',
        '4000 P03: Short.',
        '60000 I: And then?',
      ],
    ],
    [
      'a table that is no conversation',
      'none',
      () => [table(['Age', '54'], ['Work', 'Warehouse'], ['Pain since', '2011'])],
      ['-: Age 54', '-: Work Warehouse', '-: Pain since 2011'],
    ],
    [
      'labels in a cell that holds all of the interview',
      'label-colon',
      () => [
        new Table({
          rows: [
            new TableRow({
              children: [
                cell('Interview 4'),
                cell('I: Why?', 'P: No reason.', 'I: None?', 'P: None.'),
              ],
            }),
          ],
        }),
      ],
      ['-: Interview 4', 'I: Why?', 'P: No reason.', 'I: None?', 'P: None.'],
    ],
    [
      'bold labels with a colon',
      'bold-colon',
      () => [
        runs({ bold: 'Ruth: ' }, 'How was it?'),
        runs({ bold: 'Marian' }, { bold: ':' }, ' Short: very.'),
        new Paragraph('Note: it was cold.'),
        runs({ bold: 'Ruth:' }, ' Why?'),
        runs({ bold: 'Marian:' }, ' The heating.'),
      ],
      [
        'Ruth: How was it?',
        'Marian: Short: very. Note: it was cold.',
        'Ruth: Why?',
        'Marian: The heating.',
      ],
    ],
    [
      'bold labels without a colon',
      'bold-label',
      () => [
        runs({ bold: 'Ruth' }, ' How was it?'),
        runs({ bold: 'Marian' }, ' Short: very.'),
        runs({ bold: 'Ruth' }, ' Why?'),
        runs({ bold: 'Marian' }, ' The heating.'),
      ],
      ['Ruth: How was it?', 'Marian: Short: very.', 'Ruth: Why?', 'Marian: The heating.'],
    ],
    [
      'labels and tabs',
      'label-tab',
      () => [
        new Paragraph('I\tHow was it?'),
        new Paragraph('R\tShort.'),
        new Paragraph('I\tWhy?'),
        new Paragraph('R\tThe heating.'),
        new Paragraph('I\tAh.'),
        new Paragraph('R\tYes.'),
      ],
      ['I: How was it?', 'R: Short.', 'I: Why?', 'R: The heating.', 'I: Ah.', 'R: Yes.'],
    ],
    [
      'a meeting transcript: a turn is one paragraph with line breaks',
      'label-time',
      () => [
        new Paragraph('Pain study-20260615_133555-Meeting Transcript'),
        new Paragraph('15 June 2026, 03:35am'),
        new Paragraph('27m 42s'),
        broken('Nick Mill started transcription'),
        broken('David Holl   0:03', 'Shall we start?'),
        broken('Nick Mill   0:06', 'Yes.', 'Here: item one.'),
        broken('David Holl   1:10', 'Fine.'),
        broken('Nick Mill stopped transcription'),
      ],
      [
        '-: Pain study-20260615_133555-Meeting Transcript 15 June 2026, 03:35am 27m 42s Nick Mill started transcription',
        '3000 David Holl: Shall we start?',
        '6000 Nick Mill: Yes. Here: item one.',
        '70000 David Holl: Fine.',
        '-: Nick Mill stopped transcription',
      ],
    ],
  ] as const
).map(([title, pattern, children, turns]): Layout => ({ title, pattern, children, turns }));

describe('who speaks in a Word document', () => {
  it('is nobody in the footnotes', async () => {
    const file = new Document({
      footnotes: { 1: { children: [new Paragraph('P: She laughed.')] } },
      sections: [
        {
          children: [
            new Paragraph('I: How?'),
            new Paragraph({
              children: [new TextRun('P: So'), new FootnoteReferenceRun(1), new TextRun('.')],
            }),
          ],
        },
      ],
    });
    const result = await readDocument({ bytes: await Packer.toBuffer(file), fileName: 'a.docx' });
    if (!result.ok) throw new Error(result.error.message);
    const { turns } = detectTurns(result.document, { pattern: 'auto' });
    expect(turns.map(({ speaker }) => speaker)).toEqual(['I', 'P', null]);
  });

  it.each(layouts)('with $title', async ({ pattern, children, turns }) => {
    expect(await detect(children())).toEqual({ pattern, turns });
  });
});
