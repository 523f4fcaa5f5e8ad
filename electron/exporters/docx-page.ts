import { AlignmentType, Footer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import { page, softInk } from './codebook-docx-style.ts';

/** The foot of each page: what the document is, and the number of the page. */
export const footer = (title: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: page.text }],
        children: [
          new TextRun({ text: `${title}\t`, size: 17, color: softInk }),
          new TextRun({ children: [PageNumber.CURRENT], size: 17, color: softInk }),
        ],
      }),
    ],
  });

/** A4, upright, with margins. */
export const paper = {
  size: { width: page.width, height: page.height },
  margin: {
    top: page.margin,
    right: page.margin,
    bottom: page.margin,
    left: page.margin,
  },
} as const;
