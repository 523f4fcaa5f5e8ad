import Papa from 'papaparse';
import { codebookColumns, looksLikeFormula } from './codebook-columns.ts';
import { type CodebookExporter, textFile } from './exported.ts';

/** Excel reads a file as UTF-8 only when it begins with this. */
const byteOrderMark = '\uFEFF';

/**
 * The codebook as comma-separated values (RFC 4180: CRLF, quotes doubled), UTF-8 with a byte order
 * mark. A cell that a spreadsheet could take for a formula gets an apostrophe before it. The
 * library's own rule for that is not used: it lets a formula through that has a line break.
 */
export const codebookToCsv: CodebookExporter = (codebook, options) => {
  const columns = codebookColumns(options);
  const rows = codebook.codes.map((code) => columns.map((column) => column.value(code)));
  const csv = Papa.unparse([columns.map((column) => column.header), ...rows], {
    escapeFormulae: looksLikeFormula,
    newline: '\r\n',
  });
  return textFile(`${byteOrderMark}${csv}\r\n`);
};
