import { Failure } from '#shared/contract/errors.ts';
import type { CodebookFormat } from '#shared/contract/exports.ts';
import type { Codebook } from '#shared/model/codebook.ts';
import type { CodebookExporter, CodebookOptions, Exported } from './exported.ts';
import { withLegalText } from './legal-text.ts';

// Loaded when asked for: the libraries for Word and Excel files take long to load.
const exporters: Readonly<Record<CodebookFormat, () => Promise<CodebookExporter>>> = {
  qdc: async () => (await import('./codebook-qdc.ts')).codebookToQdc,
  docx: async () => (await import('./codebook-docx.ts')).codebookToDocx,
  xlsx: async () => (await import('./codebook-xlsx.ts')).codebookToXlsx,
  csv: async () => (await import('./codebook-csv.ts')).codebookToCsv,
  md: async () => (await import('./codebook-md.ts')).codebookToMarkdown,
  html: async () => (await import('./codebook-html.ts')).codebookToHtml,
};

/**
 * Writes a codebook as a file of the format named. The warnings say what was left out or cut.
 * Throws `export-refused` for a codebook without codes: no format can hold one.
 */
export const exportCodebook = async (
  codebook: Codebook,
  format: CodebookFormat,
  options: CodebookOptions,
): Promise<Exported> => {
  if (codebook.codes.length === 0)
    throw new Failure(
      'export-refused',
      'There are no codes to export yet. No file was written. Create a code first.',
    );
  const legal = withLegalText(codebook);
  const write = await exporters[format]();
  const exported = await write(legal.codebook, options);
  return { bytes: exported.bytes, warnings: [...legal.warnings, ...exported.warnings] };
};
