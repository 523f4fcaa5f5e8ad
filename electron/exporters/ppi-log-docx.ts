import {
  Document,
  HeadingLevel,
  Packer,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { page } from './codebook-docx-style.ts';
import { afterList, numbering } from './docx-lists.ts';
import { footer, paper } from './docx-page.ts';
import { cellMargins, tableBorders } from './docx-table.ts';
import { paragraph } from './docx-text.ts';
import type { PpiLogExporter } from './ppi-log.ts';
import {
  aboutLog,
  blocksOfProse,
  draftMark,
  noOutcomes,
  type OutcomeRow,
  outcomeRows,
  outcomesHeading,
  type ProseBlock,
  ppiLogTitle,
} from './ppi-log-words.ts';
import { reportStyles } from './report-docx-style.ts';

const widths = [1900, 4112, 3400] as const;

const cell = (children: readonly Paragraph[], at: number): TableCell =>
  new TableCell({
    width: { size: widths[at] ?? 0, type: WidthType.DXA },
    margins: cellMargins,
    children: [...children],
  });

const heads = new TableRow({
  tableHeader: true,
  cantSplit: true,
  children: ['Theme', 'What was said', 'What came of it'].map((name, at) =>
    cell([paragraph(name, { style: 'TableHeading' })], at),
  ),
});

const source = (text: string): Paragraph => paragraph(text, { style: 'TableSource' });

// A comment can be long, so a row may go on over the page.
const row = ({ when, on, who, said, outcome, note }: OutcomeRow): TableRow =>
  new TableRow({
    children: [
      cell([paragraph(on, { style: 'TableText' })], 0),
      cell([paragraph(said, { style: 'TableText' }), source(who)], 1),
      cell(
        [
          paragraph(note, {
            style: 'TableText',
            children: [new TextRun({ text: `${outcome}. `, bold: true })],
          }),
          source(when),
        ],
        2,
      ),
    ],
  });

const prose = (block: ProseBlock): readonly Paragraph[] =>
  block.type === 'paragraph'
    ? [paragraph(block.text, { style: 'BodyText' })]
    : block.items.map((item, at) =>
        paragraph(item, {
          style: 'ListParagraph',
          numbering: { reference: 'bullets', level: 0 },
          ...(at === block.items.length - 1 ? afterList : {}),
        }),
      );

/** The log as a Word document: a heading for each item, and a table of every outcome. */
export const ppiLogToDocx: PpiLogExporter = async (log) => {
  const rows = outcomeRows(log);
  const title = `${log.project}, public involvement log`;
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: 'Understory',
    styles: reportStyles,
    numbering,
    sections: [
      {
        properties: { page: paper },
        footers: { default: footer(title) },
        children: [
          paragraph(ppiLogTitle, { heading: HeadingLevel.TITLE }),
          paragraph([log.project, ...aboutLog(log)].join(' · '), { style: 'Subtitle' }),
          ...log.items.flatMap(({ name, words, isDraft }) => [
            paragraph(name, { heading: HeadingLevel.HEADING_1 }),
            ...(isDraft ? [paragraph(draftMark, { style: 'Counts' })] : []),
            ...blocksOfProse(words).flatMap(prose),
          ]),
          paragraph(outcomesHeading, { heading: HeadingLevel.HEADING_1 }),
          ...(rows.length === 0
            ? [paragraph(noOutcomes, { style: 'BodyText' })]
            : [
                new Table({
                  layout: TableLayoutType.FIXED,
                  width: { size: page.text, type: WidthType.DXA },
                  columnWidths: [...widths],
                  borders: tableBorders,
                  rows: [heads, ...rows.map(row)],
                }),
              ]),
        ],
      },
    ],
  });
  return { bytes: await Packer.toBuffer(document), warnings: [] };
};
