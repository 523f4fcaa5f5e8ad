import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { assertNever } from '#shared/model/assert-never.ts';
import type {
  Block,
  ListItem,
  Run,
  ThemeRow,
  WrittenClaim,
  WrittenQuote,
  WrittenReport,
} from '#shared/model/written.ts';
import { page } from './codebook-docx-style.ts';
import { afterList, deepest, numbering } from './docx-lists.ts';
import { footer, paper } from './docx-page.ts';
import { cellMargins, tableBorders } from './docx-table.ts';
import { paragraph, rightToLeft, runs } from './docx-text.ts';
import type { ReportExporter } from './report.ts';
import { reportStyles } from './report-docx-style.ts';
import {
  aboutReport,
  inMarks,
  noQuote,
  paragraphsIn,
  restsOnWords,
  tableHeaders,
} from './report-wording.ts';

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

const styled = (all: readonly Run[]): TextRun[] =>
  all.flatMap(({ text, bold, italic }) =>
    text.split('\n').map(
      (line, at) =>
        new TextRun({
          text: line,
          bold,
          italics: italic,
          ...(rightToLeft(line) ? { rightToLeft: true } : {}),
          ...(at > 0 ? { break: 1 } : {}),
        }),
    ),
  );

const inDirection = (all: readonly Run[]): { readonly bidirectional?: true } =>
  rightToLeft(all.map(({ text }) => text).join('')) ? { bidirectional: true } : {};

const body = (all: readonly Run[], style: string): Paragraph =>
  new Paragraph({ style, ...inDirection(all), children: styled(all) });

const quotation = (
  { text, who }: WrittenQuote,
  styles: { readonly words: string; readonly source: string },
): readonly Paragraph[] => [
  ...paragraphsIn(inMarks(text)).map((each) => paragraph(each, { style: styles.words })),
  paragraph(who, { style: styles.source }),
];

/** Lists begin anew at 1 each: a list has its own instance of the numbering. */
const listed = (items: readonly ListItem[], instance: number): readonly Paragraph[] =>
  items.map(
    ({ depth, ordered, runs: words }, at) =>
      new Paragraph({
        style: 'ListParagraph',
        ...inDirection(words),
        numbering: {
          reference: ordered ? 'numbers' : 'bullets',
          level: Math.min(depth, deepest),
          instance,
        },
        ...(at === items.length - 1 ? afterList : {}),
        children: styled(words),
      }),
  );

const widths = (hasCounts: boolean): readonly number[] => {
  const shares = hasCounts ? [22, 22, 12, 44] : [23, 23, 54];
  return shares.map((share) => Math.round((page.text * share) / 100));
};

const themeRow = (row: ThemeRow, hasCounts: boolean): TableRow => {
  const [theme = 0, subtheme = 0, ...rest] = widths(hasCounts);
  const cell = (width: number, children: readonly Paragraph[]): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: cellMargins,
      children: [...children],
    });
  const text = (words: string): readonly Paragraph[] => [paragraph(words, { style: 'TableText' })];
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        width: { size: theme, type: WidthType.DXA },
        margins: cellMargins,
        ...(row.span === 1
          ? {}
          : {
              verticalMerge:
                row.span === 0 ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART,
            }),
        children: [...text(row.span === 0 ? '' : row.theme)],
      }),
      cell(subtheme, text(row.subtheme)),
      ...(hasCounts ? [cell(rest[0] ?? 0, text(row.counts))] : []),
      cell(
        rest.at(-1) ?? 0,
        row.quote === null
          ? text(noQuote)
          : quotation(row.quote, { words: 'TableQuote', source: 'TableSource' }),
      ),
    ],
  });
};

const themeTable = (block: Extract<Block, { readonly type: 'theme table' }>): Table => {
  const columns = widths(block.hasCounts);
  return new Table({
    width: { size: page.text, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: [...columns],
    borders: tableBorders,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: tableHeaders(block).map(
          (header, at) =>
            new TableCell({
              width: { size: columns[at] ?? 0, type: WidthType.DXA },
              margins: cellMargins,
              children: [paragraph(header, { style: 'TableHeading' })],
            }),
        ),
      }),
      ...block.rows.map((row) => themeRow(row, block.hasCounts)),
    ],
  });
};

const claim = ({ statement, restsOn }: WrittenClaim, instance: number) => [
  new Paragraph({
    style: 'ListParagraph',
    numbering: { reference: 'claims', level: 0, instance },
    keepNext: restsOn.length > 0,
    children: runs(statement),
  }),
  ...paragraphsIn(restsOnWords(restsOn)).map((each) => paragraph(each, { style: 'ClaimSupport' })),
];

const written = (block: Block, instance: number): readonly (Paragraph | Table)[] => {
  switch (block.type) {
    case 'heading':
      return [paragraph(block.text, { heading: headings[block.level - 1] ?? headings[0] })];
    case 'paragraph':
      return [body(block.runs, 'BodyText')];
    case 'set apart':
      return [body(block.runs, 'SetApart')];
    case 'list':
      return listed(block.items, instance);
    case 'quote':
      return quotation(block.quote, { words: 'Quote', source: 'QuoteSource' });
    case 'counts':
      return [paragraph(block.text, { style: 'Counts' })];
    case 'theme table':
      return [themeTable(block)];
    case 'claims':
      return block.claims.flatMap((each) => claim(each, instance));
    default:
      return assertNever(block);
  }
};

const blocksOf = ({ parts }: WrittenReport): readonly Block[] =>
  parts.flatMap(({ blocks }) => blocks);

/**
 * A report as a Word document: Title, Heading 1 to 3, Body Text, Quote; the table has a header row
 * that is repeated on each page. Where styles are Word's own, a journal's template takes them over.
 */
export const reportToDocx: ReportExporter = async (report) => {
  const document = new Document({
    title: report.name,
    description: report.project,
    creator: '',
    lastModifiedBy: 'Understory',
    styles: reportStyles,
    numbering,
    sections: [
      {
        properties: { page: paper },
        footers: { default: footer(report.name) },
        children: [
          paragraph(report.name, { heading: HeadingLevel.TITLE }),
          paragraph(aboutReport(report).join(' · '), { style: 'Subtitle' }),
          ...blocksOf(report).flatMap(written),
        ],
      },
    ],
  });
  return { bytes: await Packer.toBuffer(document), warnings: [] };
};
