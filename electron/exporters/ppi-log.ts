import type { PpiLogFormat } from '#shared/contract/exports.ts';
import type { PpiLogDocument } from '#shared/model/ppi-log.ts';
import type { Exported } from './exported.ts';
import { holdsIllegal, legalText, mapTexts } from './legal-text.ts';

/** Writes the log of public involvement (legal characters only) as a file of one format. */
export type PpiLogExporter = (log: PpiLogDocument) => Exported | Promise<Exported>;

// Loaded when asked for: the library for Word files takes long to load.
const exporters: Readonly<Record<PpiLogFormat, () => Promise<PpiLogExporter>>> = {
  docx: async () => (await import('./ppi-log-docx.ts')).ppiLogToDocx,
  html: async () => (await import('./ppi-log-html.ts')).ppiLogToHtml,
  md: async () => (await import('./ppi-log-md.ts')).ppiLogToMarkdown,
};

/**
 * Writes the log as a file of the format named. The warnings say which items are drafts still, and
 * whether control characters, which files cannot hold, were left out.
 */
export const exportPpiLog = async (
  log: PpiLogDocument,
  format: PpiLogFormat,
): Promise<Exported> => {
  const write = await exporters[format]();
  const { bytes, warnings } = await write(mapTexts(log, legalText));
  const drafts = log.items.filter(({ isDraft }) => isDraft).map(({ name }) => name);
  return {
    bytes,
    warnings: [
      ...(drafts.length === 0
        ? []
        : [`Still as drafted, and marked so: ${new Intl.ListFormat('en-GB').format(drafts)}.`]),
      ...(holdsIllegal(log) ? ['Control characters, which files cannot hold, were left out.'] : []),
      ...warnings,
    ],
  };
};
