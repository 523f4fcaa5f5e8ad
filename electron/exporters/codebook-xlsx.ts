import writeExcelFile, { type CellObject, type Sheet } from 'write-excel-file/node';
import { exportColour } from '#shared/model/code-palette.ts';
import type { Codebook, CodebookCode } from '#shared/model/codebook.ts';
import { type CodebookColumn, codebookColumns, looksLikeFormula } from './codebook-columns.ts';
import type { CodebookExporter } from './exported.ts';
import { aboutLines } from './wording.ts';
import { cellLimit, fitted, headerCell, ink } from './xlsx-cells.ts';

/** As deep as Excel indents. */
const deepestIndent = 15;

/** Black or white: on any colour, one of the two has 4.5:1. */
const inkOn = (colour: string): string => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#FFFFFF';
};

const styleOf = (column: CodebookColumn, code: CodebookCode): CellObject => {
  if (column.header === 'Code')
    return { fontWeight: 'bold', indent: Math.min(code.depth, deepestIndent) };
  if (column.header === 'Colour') {
    const colour = exportColour(code.colour);
    return { backgroundColor: colour, textColor: inkOn(colour) };
  }
  if (column.header === 'Id') return { textColor: '#6B665F' };
  return {};
};

const bodyCell = (column: CodebookColumn, code: CodebookCode): CellObject => {
  const value = column.value(code);
  const style: CellObject = { alignVertical: 'top', wrap: true, textColor: ink };
  Object.assign(style, styleOf(column, code));
  if (typeof value === 'number') return { ...style, value, type: Number, format: '#,##0' };
  if (value === '') return style;
  // The text format keeps it text even when somebody edits the cell later.
  const format = looksLikeFormula.test(value) ? { format: '@' } : {};
  return { ...style, ...format, value: fitted(value), type: String };
};

const about = (codebook: Codebook): Sheet<Buffer> => ({
  sheet: 'About',
  showGridLines: false,
  columns: [{ width: 90 }],
  data: [
    [{ value: codebook.project, type: String, fontWeight: 'bold', fontSize: 16, height: 28 }],
    [{ value: 'Codebook', type: String }],
    ...aboutLines(codebook).map((line) => [{ value: line, type: String }]),
  ],
});

/**
 * The codebook as an Excel workbook: one row per code, header row frozen with the code's name, and
 * a sheet on where it comes from. Texts are typed as text, so nothing becomes a formula. A text
 * longer than a cell holds is cut, and said so.
 */
export const codebookToXlsx: CodebookExporter = async (codebook, options) => {
  const columns = codebookColumns(options);
  const cut = codebook.codes.filter((code) =>
    columns.some((column) => String(column.value(code)).length > cellLimit),
  );
  const sheet: Sheet<Buffer> = {
    sheet: 'Codebook',
    orientation: 'landscape',
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(headerCell),
      ...codebook.codes.map((code) => columns.map((column) => bodyCell(column, code))),
    ],
  };
  const bytes = await writeExcelFile([sheet, about(codebook)], {
    fontFamily: 'Calibri',
    fontSize: 11,
  }).toBuffer();
  return {
    bytes,
    warnings: cut.map(
      ({ name }) =>
        `A text of '${name}' is longer than an Excel cell holds (${cellLimit.toLocaleString('en-GB')} characters) and was cut. The other formats keep all of it.`,
    ),
  };
};
