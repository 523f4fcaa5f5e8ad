import Papa from 'papaparse';
import { looksLikeFormula } from './codebook-columns.ts';
import { textFile } from './exported.ts';
import { segmentColumns, segmentsOf } from './segment-columns.ts';
import type { SegmentsExporter } from './segments.ts';

/** Excel reads a file as UTF-8 only when it begins with this. */
const byteOrderMark = '\uFEFF';

/** Segments as comma-separated values, one a row; nothing in them is a formula. */
export const segmentsToCsv: SegmentsExporter = (list) => {
  const rows = segmentsOf(list).map((segment) =>
    segmentColumns.map((column) => column.value(segment)),
  );
  const csv = Papa.unparse([segmentColumns.map((column) => column.header), ...rows], {
    escapeFormulae: looksLikeFormula,
    newline: '\r\n',
  });
  return textFile(`${byteOrderMark}${csv}\r\n`);
};
