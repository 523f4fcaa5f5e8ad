import { Failure } from '#shared/contract/errors.ts';
import type { CodebookFormat } from '#shared/contract/exports.ts';
import type { Codebook } from '#shared/model/codebook.ts';
import { codebookToCsv } from './codebook-csv.ts';
import { codebookToDocx } from './codebook-docx.ts';
import { codebookToHtml } from './codebook-html.ts';
import { codebookToMarkdown } from './codebook-md.ts';
import { codebookToQdc } from './codebook-qdc.ts';
import { codebookToXlsx } from './codebook-xlsx.ts';
import type { CodebookExporter, CodebookOptions, Exported } from './exported.ts';
import { withLegalText } from './legal-text.ts';

const exporters: Readonly<Record<CodebookFormat, CodebookExporter>> = {
  qdc: codebookToQdc,
  docx: codebookToDocx,
  xlsx: codebookToXlsx,
  csv: codebookToCsv,
  md: codebookToMarkdown,
  html: codebookToHtml,
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
  const exported = await exporters[format](legal.codebook, options);
  return { bytes: exported.bytes, warnings: [...legal.warnings, ...exported.warnings] };
};
