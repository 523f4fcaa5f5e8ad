import {
  Bookmark,
  BorderStyle,
  Document,
  HeadingLevel,
  InternalHyperlink,
  type IParagraphOptions,
  type ISectionOptions,
  Packer,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { exportColour } from '#shared/model/code-palette.ts';
import type { Codebook, CodebookCode } from '#shared/model/codebook.ts';
import { codebookStyles, softInk } from './codebook-docx-style.ts';
import { footer, paper } from './docx-page.ts';
import { paragraph, rightToLeft, runs } from './docx-text.ts';
import type { CodebookExporter, CodebookOptions } from './exported.ts';
import {
  aboutLines,
  attribution,
  exampleLabel,
  metaOf,
  undefinedYet,
  writtenParts,
} from './wording.ts';

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** The bar in the code's colour: 4.5 points wide, 9 points from the text. */
const bar = { style: BorderStyle.SINGLE, size: 36, space: 9 } as const;
const barIndent = 270;
const listIndent = 200;
const listGap = 560;

/** A label with prose beside it; empty lines part paragraphs. */
const part = (label: string, text: string, style: string): readonly Paragraph[] =>
  text.split(/\n\s*\n/u).map((each, at) =>
    at === 0
      ? paragraph(each, {
          style,
          children: [new TextRun({ text: `${label}\t`, style: 'CodeLabel' })],
        })
      : paragraph(each, { style: `${style}More` }),
  );

const bookmark = (number: number): string => `code_${number}`;
const barOf = (code: CodebookCode): Pick<IParagraphOptions, 'border' | 'indent'> => ({
  border: { left: { ...bar, color: exportColour(code.colour).slice(1) } },
  indent: { left: barIndent },
});

const quoteOf = (code: CodebookCode): readonly Paragraph[] =>
  code.example === null
    ? []
    : [
        ...part(exampleLabel, `“${code.example.text}”`, 'CodeQuote'),
        paragraph(attribution(code), { style: 'CodeQuoteSource' }),
      ];

const entry = (
  code: CodebookCode,
  number: number,
  options: CodebookOptions,
): readonly Paragraph[] => {
  const parts = writtenParts(code);
  return [
    new Paragraph({
      heading: headings[Math.min(code.depth, headings.length - 1)] ?? HeadingLevel.HEADING_6,
      ...(rightToLeft(code.name) ? { bidirectional: true } : {}),
      ...barOf(code),
      children: [new Bookmark({ id: bookmark(number), children: runs(code.name) })],
    }),
    paragraph(metaOf(code, options).join(' · '), { style: 'CodeMeta', ...barOf(code) }),
    ...(parts.length === 0
      ? [paragraph(undefinedYet, { style: 'CodeQuoteSource', indent: { left: 0 } })]
      : []),
    ...parts.flatMap(({ label, text }) => part(label, text, 'CodePart')),
    ...(options.quotes ? quoteOf(code) : []),
  ];
};

const listEntry = (code: CodebookCode, number: number, { counts }: CodebookOptions): Paragraph =>
  new Paragraph({
    style: 'ListEntry',
    indent: { left: code.depth * listIndent + 240, hanging: 240 },
    children: [
      new TextRun({ text: '■ ', color: exportColour(code.colour).slice(1) }),
      new InternalHyperlink({ anchor: bookmark(number), children: runs(code.name) }),
      ...(counts
        ? [
            new TextRun({
              text: `\u200E\u00A0\u00A0${code.codings.toLocaleString('en-GB')}`,
              color: softInk,
            }),
          ]
        : []),
    ],
  });

const cover = (codebook: Codebook): ISectionOptions => ({
  properties: { page: paper },
  children: [
    paragraph('Codebook', { style: 'Subtitle' }),
    paragraph(codebook.project, { heading: HeadingLevel.TITLE }),
    ...aboutLines(codebook).map((line) => paragraph(line, { style: 'About' })),
  ],
});

const list = (codebook: Codebook, options: CodebookOptions): readonly ISectionOptions[] => [
  {
    properties: { type: SectionType.NEXT_PAGE, page: paper },
    footers: { default: footer(`${codebook.project}, codebook`) },
    children: [
      paragraph(options.counts ? 'Codes and how many codings they have' : 'Codes', {
        style: 'ListTitle',
      }),
    ],
  },
  {
    properties: {
      type: SectionType.CONTINUOUS,
      page: paper,
      column: { count: 2, space: listGap },
    },
    footers: { default: footer(`${codebook.project}, codebook`) },
    children: codebook.codes.map((code, at) => listEntry(code, at + 1, options)),
  },
];

/**
 * The codebook as a Word document: a title page, a list of the codes (each a link), then a heading
 * with a definition list per code. Headings, texts and quotes have styles of their own.
 */
export const codebookToDocx: CodebookExporter = async (codebook, options) => {
  const document = new Document({
    title: `${codebook.project}, codebook`,
    creator: codebook.coders.join(', '),
    lastModifiedBy: 'Understory',
    styles: codebookStyles,
    sections: [
      cover(codebook),
      ...list(codebook, options),
      {
        properties: { type: SectionType.NEXT_PAGE, page: paper },
        footers: { default: footer(`${codebook.project}, codebook`) },
        children: codebook.codes.flatMap((code, at) => entry(code, at + 1, options)),
      },
    ],
  });
  return { bytes: await Packer.toBuffer(document), warnings: [] };
};
