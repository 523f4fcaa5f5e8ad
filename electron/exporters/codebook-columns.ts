import { exportColour } from '#shared/model/code-palette.ts';
import { type CodebookCode, codeParts } from '#shared/model/codebook.ts';
import type { CodebookOptions } from './exported.ts';
import { exampleLabel } from './wording.ts';

/** A column of the codebook as a table: one row per code. `width` is in characters. */
export interface CodebookColumn {
  readonly header: string;
  readonly width: number;
  readonly value: (code: CodebookCode) => string | number;
}

/** The columns of a codebook that is a table, in order. */
export const codebookColumns = ({ counts, quotes }: CodebookOptions): readonly CodebookColumn[] => [
  { header: 'Level', width: 7, value: (code) => code.path.length },
  { header: 'Code', width: 32, value: (code) => code.name },
  { header: 'Parent', width: 26, value: (code) => code.path.at(-2) ?? '' },
  { header: 'Path', width: 44, value: (code) => code.path.join(' > ') },
  { header: 'Colour', width: 11, value: (code) => exportColour(code.colour) },
  ...codeParts.map(({ key, label }) => ({
    header: label,
    width: 48,
    value: (code: CodebookCode) => code[key],
  })),
  ...(counts
    ? [
        { header: 'Codings', width: 10, value: (code: CodebookCode) => code.codings },
        { header: 'Sources', width: 10, value: (code: CodebookCode) => code.sources },
      ]
    : []),
  ...(quotes
    ? [
        {
          header: exampleLabel,
          width: 52,
          value: (code: CodebookCode) => code.example?.text ?? '',
        },
        { header: 'Source', width: 24, value: (code: CodebookCode) => code.example?.source ?? '' },
        {
          header: 'Speaker',
          width: 18,
          value: (code: CodebookCode) => code.example?.speaker ?? '',
        },
      ]
    : []),
  { header: 'Id', width: 38, value: (code) => code.id },
];

/** Whether a spreadsheet could take a text for a formula (full-width signs as some versions do). */
export const looksLikeFormula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;
