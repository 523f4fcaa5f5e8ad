import {
  Document,
  HeadingLevel,
  Packer,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { codebookStyles, page } from './codebook-docx-style.ts';
import { footer, paper } from './docx-page.ts';
import { paragraph } from './docx-text.ts';
import type { PpiLogExporter } from './ppi-log.ts';
import {
  aboutLog,
  draftMark,
  noOutcomes,
  type OutcomeRow,
  outcomeRows,
  outcomesHeading,
  paragraphsOfProse,
  ppiLogTitle,
} from './ppi-log-words.ts';

const widths = [2200, 3606, 3606] as const;
const apart = { spacing: { before: 60, after: 60 } } as const;

const cell = (children: readonly Paragraph[], at: 0 | 1 | 2): TableCell =>
  new TableCell({
    width: { size: widths[at], type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: [...children],
  });

const heads = new TableRow({
  tableHeader: true,
  children: (['Theme', 'What was said', 'What came of it'] as const).map((name, at) =>
    cell(
      [paragraph(name, { ...apart, style: 'CodeQuoteSource', indent: { left: 0 } })],
      at as 0 | 1 | 2,
    ),
  ),
});

const note = (text: string) => paragraph(text, { style: 'CodeQuoteSource', indent: { left: 0 } });

const row = ({ when, on, who, said, outcome, note: words }: OutcomeRow): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      cell([paragraph(on, apart)], 0),
      cell([paragraph(said, apart), note(who)], 1),
      cell([paragraph(`${outcome}. ${words}`, apart), note(when)], 2),
    ],
  });

/** The log as a Word document: a heading for each item, and a table of every outcome. */
export const ppiLogToDocx: PpiLogExporter = async (log) => {
  const rows = outcomeRows(log);
  const title = `${log.project}, public involvement log`;
  const document = new Document({
    title,
    lastModifiedBy: 'Understory',
    styles: codebookStyles,
    sections: [
      {
        properties: { page: paper },
        footers: { default: footer(title) },
        children: [
          paragraph(log.project, { heading: HeadingLevel.TITLE }),
          paragraph([ppiLogTitle, ...aboutLog(log)].join(' · '), { style: 'About' }),
          ...log.items.flatMap(({ name, words, isDraft }) => [
            paragraph(name, { heading: HeadingLevel.HEADING_1 }),
            ...(isDraft ? [note(draftMark)] : []),
            ...paragraphsOfProse(words).map((part) =>
              paragraph(part, { spacing: { before: 120, after: 60 } }),
            ),
          ]),
          paragraph(outcomesHeading, { heading: HeadingLevel.HEADING_1 }),
          ...(rows.length === 0
            ? [paragraph(noOutcomes, apart)]
            : [
                new Table({
                  layout: TableLayoutType.FIXED,
                  width: { size: page.text, type: WidthType.DXA },
                  columnWidths: [...widths],
                  rows: [heads, ...rows.map(row)],
                }),
              ]),
        ],
      },
    ],
  });
  return { bytes: await Packer.toBuffer(document), warnings: [] };
};
