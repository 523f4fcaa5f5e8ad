import { Document, HeadingLevel, Packer } from 'docx';
import type { ListedSegment } from '#shared/model/segment-list.ts';
import { codebookStyles } from './codebook-docx-style.ts';
import { footer, paper } from './docx-page.ts';
import { paragraph } from './docx-text.ts';
import { aboutSegments, codedAs, placeOf } from './segment-columns.ts';
import type { SegmentsExporter } from './segments.ts';

const upright = { indent: { left: 0, hanging: 0 } } as const;

const quote = (segment: ListedSegment) => [
  ...segment.text
    .split(/\n\s*\n/u)
    .map((words) => paragraph(words, { style: 'CodeQuoteMore', ...upright })),
  paragraph(`${placeOf(segment)} · ${codedAs(segment)}`, { style: 'CodeQuoteSource', ...upright }),
  ...(segment.memo === ''
    ? []
    : [paragraph(`Memo: ${segment.memo}`, { style: 'CodeQuoteSource', ...upright })]),
];

/** Segments as a Word document: a heading for each group, each segment with where it stands. */
export const segmentsToDocx: SegmentsExporter = async (list) => {
  const document = new Document({
    title: `${list.project}, segments`,
    lastModifiedBy: 'Understory',
    styles: codebookStyles,
    sections: [
      {
        properties: { page: paper },
        footers: { default: footer(`${list.project}, segments`) },
        children: [
          paragraph(list.project, { heading: HeadingLevel.TITLE }),
          paragraph(['Segments', ...aboutSegments(list)].join(' · '), { style: 'About' }),
          ...list.headings.flatMap(({ name, segments }) => [
            ...(name === '' ? [] : [paragraph(name, { heading: HeadingLevel.HEADING_1 })]),
            ...segments.flatMap(quote),
          ]),
        ],
      },
    ],
  });
  return { bytes: await Packer.toBuffer(document), warnings: [] };
};
