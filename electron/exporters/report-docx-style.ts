import type { IStylesOptions } from 'docx';
import { spacingWith, style } from './docx-style.ts';

/* Sizes of type are in half-points, distances in twentieths of a point: so the format counts. */

const ink = '1F1F1F';
const softInk = '595959';
const face = 'Calibri';
const textFace = 'Cambria';

/** How far a quotation stands in from both sides. */
const quoteIndent = 560;

const spacing = spacingWith(288);

const heading = (size: number, before: number) => ({
  run: { font: face, size, bold: true, color: ink },
  paragraph: { spacing: spacing(before, 120, 252), keepNext: true, keepLines: true },
});

/** The styles of a report, by the names that Word gives its own, so that a template takes over. */
export const reportStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: textFace, size: 22, color: ink, language: { value: 'en-GB' } },
      paragraph: { spacing: spacing(0, 0) },
    },
    title: {
      run: { font: face, size: 48, bold: true, color: ink },
      paragraph: { spacing: spacing(0, 80, 252) },
    },
    heading1: heading(32, 480),
    heading2: heading(26, 360),
    heading3: heading(23, 280),
    listParagraph: { paragraph: { spacing: spacing(0, 80) } },
  },
  paragraphStyles: [
    style('BodyText', 'Body Text', { paragraph: { spacing: spacing(0, 160) } }),
    style('Subtitle', 'Subtitle', {
      run: { font: face, size: 22, color: softInk },
      paragraph: { spacing: spacing(0, 360) },
    }),
    style('Counts', 'Counts', {
      run: { font: face, size: 19, color: softInk },
      paragraph: { spacing: spacing(0, 160), keepNext: true },
    }),
    style('Quote', 'Quote', {
      run: { italics: true },
      paragraph: {
        spacing: spacing(120, 0),
        indent: { left: quoteIndent, right: quoteIndent },
        keepNext: true,
      },
    }),
    style('QuoteSource', 'Quote Source', {
      run: { font: face, size: 19, color: softInk },
      paragraph: {
        spacing: spacing(20, 200),
        indent: { left: quoteIndent, right: quoteIndent },
        keepLines: true,
      },
    }),
    style('SetApart', 'Set Apart', {
      paragraph: {
        spacing: spacing(0, 160),
        indent: { left: quoteIndent, right: quoteIndent },
      },
    }),
    style('ClaimSupport', 'Claim Support', {
      run: { size: 20, color: softInk },
      paragraph: { spacing: spacing(0, 100), indent: { left: 440 } },
    }),
    style('TableHeading', 'Table Heading', {
      run: { font: face, size: 20, bold: true },
      paragraph: { spacing: spacing(60, 60, 252), keepNext: true },
    }),
    style('TableText', 'Table Text', {
      run: { font: face, size: 20 },
      paragraph: { spacing: spacing(60, 40, 252) },
    }),
    style('TableQuote', 'Table Quote', {
      run: { size: 20, italics: true },
      paragraph: { spacing: spacing(60, 0, 252) },
    }),
    style('TableSource', 'Table Source', {
      run: { font: face, size: 17, color: softInk },
      paragraph: { spacing: spacing(20, 60, 252) },
    }),
  ],
};
