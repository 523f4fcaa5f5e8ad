import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { ReportFormat } from '#shared/contract/exports.ts';

/** What stands above the report, and what it is about. */
export type WritingDialog =
  | { readonly kind: 'new' }
  | { readonly kind: 'export'; readonly reportId: string };

interface WritingState {
  readonly dialog: WritingDialog | null;
  /** The part that is chosen, of the report that is open. */
  readonly partId: string | null;
  /** Where there is no room for both: what is shown. */
  readonly view: 'parts' | 'preview';
  /** Whether counts are in a report, where somebody has said so; otherwise the approach does. */
  readonly counts: ReadonlyMap<string, boolean>;
}

/** What is chosen and being done in the writing area. Never saved. */
export const useWritingState = create<WritingState>(() => ({
  dialog: null,
  partId: null,
  view: 'parts',
  counts: new Map(),
}));

/** Closes whatever stands above the report. */
export const closeDialog = (): void => useWritingState.setState({ dialog: null });

/** Says whether counts are in a report. */
export const setCounts = (reportId: string, on: boolean): void =>
  useWritingState.setState(({ counts }) => ({ counts: new Map(counts).set(reportId, on) }));

/** The format a report was last exported in. Kept on this computer. */
export const useReportFormat = create<{ readonly format: ReportFormat }>()(
  persist((): { readonly format: ReportFormat } => ({ format: 'docx' }), {
    name: 'understory-report',
  }),
);
