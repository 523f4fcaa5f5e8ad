import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import type { ListedSegment } from '#shared/model/segment-list.ts';
import { looksLikeFormula } from './codebook-columns.ts';
import { type SegmentColumn, segmentColumns, segmentsOf } from './segment-columns.ts';
import type { SegmentsExporter } from './segments.ts';
import { countOf } from './wording.ts';
import { cellLimit, fitted, headerCell, ink } from './xlsx-cells.ts';

const bodyCell = (column: SegmentColumn, segment: ListedSegment): CellObject => {
  const value = column.value(segment);
  const style: CellObject = { alignVertical: 'top', wrap: true, textColor: ink };
  if (typeof value === 'number') return { ...style, value, type: Number, format: '#,##0' };
  if (value === '') return style;
  const format = looksLikeFormula.test(value) ? { format: '@' } : {};
  return { ...style, ...format, value: fitted(value), type: String };
};

/** Segments as an Excel workbook, one a row, the header row frozen; texts are typed as text. */
export const segmentsToXlsx: SegmentsExporter = async (list) => {
  const segments = segmentsOf(list);
  const bytes = await writeExcelFile(
    [
      {
        sheet: 'Segments',
        orientation: 'landscape',
        stickyRowsCount: 1,
        columns: segmentColumns.map(({ width }) => ({ width })),
        data: [
          segmentColumns.map(headerCell),
          ...segments.map((segment) => segmentColumns.map((column) => bodyCell(column, segment))),
        ],
      },
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
  const cut = segments.filter(({ text, memo }) => Math.max(text.length, memo.length) > cellLimit);
  return {
    bytes,
    warnings:
      cut.length === 0
        ? []
        : [
            `${countOf(cut.length, 'segment')} ${cut.length === 1 ? 'is' : 'are'} longer than an Excel cell holds (${cellLimit.toLocaleString('en-GB')} characters) and ${cut.length === 1 ? 'was' : 'were'} cut. The other formats keep all of it.`,
          ],
  };
};
