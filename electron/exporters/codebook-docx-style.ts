import type { IStylesOptions } from 'docx';
import { spacingWith, style } from './docx-style.ts';

/* Sizes of type are in half-points, distances in twentieths of a point: so the format counts. */

export const softInk = '6B665F';
const ink = '2A2825';

/** A4 with margins of 22 mm; `text` is the width between them. */
export const page = { width: 11_906, height: 16_838, margin: 1247, text: 9412 } as const;

const face = 'Calibri';
const quoteFace = 'Cambria';
/** Where the text begins that stands beside a label. */
const textIndent = 1900;

const spacing = spacingWith(276);

const heading = (size: number, before: number) => ({
  run: { font: face, size, bold: true, color: ink },
  paragraph: { spacing: spacing(before, 0, 252), keepNext: true, keepLines: true },
});

/** The styles of a codebook, all of them named, so that people can restyle the file in one place. */
export const codebookStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: face, size: 21, color: ink, language: { value: 'en-GB' } },
      paragraph: { spacing: spacing(0, 0) },
    },
    title: {
      run: { font: face, size: 60, bold: true, color: ink },
      paragraph: { spacing: spacing(0, 280, 240) },
    },
    heading1: heading(34, 600),
    heading2: heading(27, 480),
    heading3: heading(24, 440),
    heading4: heading(22, 400),
    heading5: heading(21, 400),
    heading6: heading(21, 400),
  },
  paragraphStyles: [
    style('Subtitle', 'Subtitle', {
      run: { size: 28, color: softInk },
      paragraph: { spacing: spacing(3400, 80) },
    }),
    style('About', 'About the codebook', {
      run: { size: 24, color: softInk },
      paragraph: { spacing: spacing(0, 40) },
    }),
    style('ListTitle', 'List title', {
      run: { size: 28, bold: true },
      paragraph: { spacing: spacing(0, 200), keepNext: true },
    }),
    style('ListEntry', 'List entry', {
      run: { size: 19 },
      paragraph: { spacing: spacing(0, 30, 240), keepLines: true },
    }),
    style('CodeMeta', 'Code meta', {
      run: { size: 19, color: softInk },
      paragraph: { spacing: spacing(0, 160, 252), keepNext: true },
    }),
    style('CodePart', 'Code part', {
      paragraph: { spacing: spacing(0, 100), indent: { left: textIndent, hanging: textIndent } },
    }),
    style('CodePartMore', 'Code part, continued', {
      paragraph: { spacing: spacing(0, 100), indent: { left: textIndent } },
    }),
    style('CodeQuote', 'Code quote', {
      run: { font: quoteFace },
      paragraph: {
        spacing: spacing(40, 0),
        indent: { left: textIndent, hanging: textIndent },
        keepNext: true,
      },
    }),
    style('CodeQuoteMore', 'Code quote, continued', {
      run: { font: quoteFace },
      paragraph: { spacing: spacing(0, 0), indent: { left: textIndent }, keepNext: true },
    }),
    style('CodeQuoteSource', 'Code quote source', {
      run: { size: 19, color: softInk },
      paragraph: { spacing: spacing(0, 100), indent: { left: textIndent } },
    }),
  ],
  characterStyles: [
    {
      id: 'CodeLabel',
      name: 'Code label',
      quickFormat: true,
      run: { font: face, size: 19, color: softInk },
    },
  ],
};
