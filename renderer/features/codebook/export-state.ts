import { create } from 'zustand';
import type { CodebookFormat } from '#shared/contract/exports.ts';

interface ExportChoices {
  readonly format: CodebookFormat;
  /** Null: as the approach of the study has it. */
  readonly counts: boolean | null;
  readonly quotes: boolean;
}

/** What was last chosen for an export; the same again is the likeliest wish. Never saved. */
export const useExportChoices = create<ExportChoices>(() => ({
  format: 'docx',
  counts: null,
  quotes: true,
}));
