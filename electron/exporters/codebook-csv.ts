import { codebookColumns } from './codebook-columns.ts';
import { csvFile } from './csv-file.ts';
import type { CodebookExporter } from './exported.ts';

/** The codebook as comma-separated values, one code a row; nothing in it is a formula. */
export const codebookToCsv: CodebookExporter = (codebook, options) => {
  const columns = codebookColumns(options);
  const rows = codebook.codes.map((code) => columns.map((column) => column.value(code)));
  return csvFile([columns.map((column) => column.header), ...rows]);
};
