import { Failure } from '#shared/contract/errors.ts';
import type { SegmentsFormat } from '#shared/contract/exports.ts';
import type { SegmentList } from '#shared/model/segment-list.ts';
import type { Exported } from './exported.ts';
import { holdsIllegal, legalText, mapTexts } from './legal-text.ts';
import { segmentsOf } from './segment-columns.ts';
import { countOf } from './wording.ts';

/** Writes retrieved segments (at least one, legal characters only) as a file of one format. */
export type SegmentsExporter = (list: SegmentList) => Exported | Promise<Exported>;

// Loaded when asked for: the libraries for Word and Excel files take long to load.
const exporters: Readonly<Record<SegmentsFormat, () => Promise<SegmentsExporter>>> = {
  docx: async () => (await import('./segments-docx.ts')).segmentsToDocx,
  xlsx: async () => (await import('./segments-xlsx.ts')).segmentsToXlsx,
  csv: async () => (await import('./segments-csv.ts')).segmentsToCsv,
  html: async () => (await import('./segments-html.ts')).segmentsToHtml,
  md: async () => (await import('./segments-md.ts')).segmentsToMarkdown,
};

/**
 * Writes retrieved segments as a file of the format named; the warnings say what was cut. Control
 * characters, which files cannot hold, are left out. Throws `export-refused` where there are no segments.
 */
export const exportSegments = async (
  list: SegmentList,
  format: SegmentsFormat,
): Promise<Exported> => {
  if (list.headings.every(({ segments }) => segments.length === 0))
    throw new Failure(
      'export-refused',
      'No coded passage is asked for, so no file was written. Ask for something that is there.',
    );
  const write = await exporters[format]();
  const { bytes, warnings } = await write(mapTexts(list, legalText));
  const lost = segmentsOf(list).filter(holdsIllegal).length;
  const said =
    lost === 0
      ? []
      : [
          `Control characters, which files cannot hold, were left out of ${countOf(lost, 'segment')}.`,
        ];
  return { bytes, warnings: [...said, ...warnings] };
};
