import { csvFile } from './csv-file.ts';
import { segmentColumns, segmentsOf } from './segment-columns.ts';
import type { SegmentsExporter } from './segments.ts';

/** Segments as comma-separated values, one a row; nothing in them is a formula. */
export const segmentsToCsv: SegmentsExporter = (list) => {
  const rows = segmentsOf(list).map((segment) =>
    segmentColumns.map((column) => column.value(segment)),
  );
  return csvFile([segmentColumns.map((column) => column.header), ...rows]);
};
