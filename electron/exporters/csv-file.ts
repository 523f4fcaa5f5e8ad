import Papa from 'papaparse';
import { looksLikeFormula } from './codebook-columns.ts';
import { type Exported, textFile } from './exported.ts';

/** Excel reads a file as UTF-8 only when it begins with this. */
const byteOrderMark = '\uFEFF';

/**
 * Rows as comma-separated values (RFC 4180: CRLF, quotes doubled), UTF-8 with a byte order mark. A
 * cell that a spreadsheet could take for a formula gets an apostrophe before it. The library's own
 * rule for that is not used: it lets a formula through that has a line break.
 */
export const csvFile = (rows: readonly (readonly (string | number)[])[]): Exported => {
  const csv = Papa.unparse(rows as (string | number)[][], {
    escapeFormulae: looksLikeFormula,
    newline: '\r\n',
  });
  return textFile(`${byteOrderMark}${csv}\r\n`);
};
