import { Failure } from '#shared/contract/errors.ts';
import type { ReportFormat } from '#shared/contract/exports.ts';
import type { WrittenReport } from '#shared/model/written.ts';
import type { Exported } from './exported.ts';
import { holdsIllegal, legalText, mapTexts } from './legal-text.ts';
import { countOf } from './wording.ts';

/** Writes a report (legal characters only) as a file of one format. */
export type ReportExporter = (report: WrittenReport) => Exported | Promise<Exported>;

/** A PDF is a page that is printed, so what is written here is the page. */
type WrittenFormat = Exclude<ReportFormat, 'pdf'>;

// Loaded when asked for: the library for Word files takes long to load.
const exporters: Readonly<Record<WrittenFormat, () => Promise<ReportExporter>>> = {
  docx: async () => (await import('./report-docx.ts')).reportToDocx,
  html: async () => (await import('./report-html.ts')).reportToHtml,
  md: async () => (await import('./report-md.ts')).reportToMarkdown,
};

/**
 * Writes a report as a file of the format named; the warnings say what is missing from it. Control
 * characters, which files cannot hold, are left out. Throws `export-refused` where there is nothing
 * to write.
 */
export const exportReport = async (
  report: WrittenReport,
  format: WrittenFormat,
): Promise<Exported> => {
  if (report.parts.every(({ blocks }) => blocks.length === 0))
    throw new Failure(
      'export-refused',
      'There is nothing in this report yet, so no file was written. Add a part to it first.',
    );
  const write = await exporters[format]();
  const { bytes, warnings } = await write(mapTexts(report, legalText));
  const lost = report.parts.filter(holdsIllegal).length;
  return {
    bytes,
    warnings: [
      ...(lost === 0
        ? []
        : [
            `Control characters, which files cannot hold, were left out of ${countOf(lost, 'part')}.`,
          ]),
      ...warnings,
    ],
  };
};
