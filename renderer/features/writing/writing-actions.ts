import { ask } from '#renderer/client/call.ts';
import { edit } from '#renderer/client/edit.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { announce } from '#renderer/ui/announce.ts';
import { quoted } from '#renderer/ui/words.ts';
import type { Input } from '#shared/contract/index.ts';
import type { ReportTemplate } from '#shared/contract/reports.ts';
import { partsOfReport, type Report, type ReportPart } from '#shared/model/report.ts';
import { useWritingState } from './writing-state.ts';

/** Opens a report; null shows none. */
export const openReport = (id: string | null): void =>
  useNavigation.getState().go({ area: 'writing', ...(id === null ? {} : { id }) });

/** The report that is shown: the one asked for; where none is, the only one there is. */
export const shownReport = (
  reports: readonly Report[],
  id: string | undefined,
): Report | undefined =>
  id === undefined && reports.length === 1 ? reports[0] : reports.find((known) => known.id === id);

/** Chooses a part of the report that is open. */
export const choosePart = (partId: string | null): void => useWritingState.setState({ partId });

/** Starts a report and opens it. */
export const startReport = async (name: string, template: ReportTemplate): Promise<void> => {
  const report = await edit(
    'reports.create',
    { name, template },
    { announce: `Started report ${quoted(name)}. Undo available.` },
  );
  if (report === null) return;
  choosePart(partsOfReport(report)[0]?.id ?? null);
  openReport(report.id);
};

/** Deletes a report; Undo is offered. */
export const deleteReport = async ({ id, name }: Report): Promise<void> => {
  const done = await edit('reports.delete', { id }, { toast: `Deleted report ${quoted(name)}` });
  if (done !== undefined) openReport(null);
};

const focusPart = (): void => {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-parts] [role=row][aria-selected=true]')?.focus(),
  );
};

type NewPart = ReportPart extends infer P ? (P extends ReportPart ? Omit<P, 'id'> : never) : never;

/** Adds a part after the one that is chosen, else at the end, and chooses it. */
export const addPart = async (report: Report, part: NewPart): Promise<void> => {
  const parts = partsOfReport(report);
  const at = parts.findIndex(({ id }) => id === useWritingState.getState().partId);
  const id = crypto.randomUUID();
  const done = await edit(
    'reports.addPart',
    {
      reportId: report.id,
      part: { ...part, id },
      ...(at === -1 ? {} : { position: at + 1 }),
    },
    { announce: 'Added a part. Undo available.' },
  );
  if (done === null) return;
  choosePart(id);
  useWritingState.setState({ view: 'parts' });
};

/** Changes fields of a part. */
export const changePart = (
  reportId: string,
  partId: string,
  fields: Omit<Input<'reports.changePart'>, 'reportId' | 'partId'>,
): Promise<unknown> => edit('reports.changePart', { reportId, partId, ...fields });

/** Moves a part to a place among the others. */
export const movePart = async (
  reportId: string,
  partId: string,
  position: number,
): Promise<void> => {
  const report = await edit('reports.movePart', { reportId, partId, position });
  if (report === null) return;
  const parts = partsOfReport(report);
  const now = parts.findIndex(({ id }) => id === partId) + 1;
  announce(`Now ${now} of ${parts.length}`);
  focusPart();
};

/** Moves a part one place up (-1) or down (1), as far as there is one. */
export const shiftPart = async (reportId: string, partId: string, step: -1 | 1): Promise<void> => {
  const report = (await ask('reports.list', {})).find(({ id }) => id === reportId);
  const parts = report === undefined ? [] : partsOfReport(report);
  const to = parts.findIndex(({ id }) => id === partId) + step;
  if (to < 0 || to >= parts.length) return;
  await movePart(reportId, partId, to);
};

/** Takes a part out; Undo is offered, and the part after it is chosen. */
export const removePart = async (report: Report, partId: string): Promise<void> => {
  const parts = partsOfReport(report);
  const at = parts.findIndex(({ id }) => id === partId);
  const done = await edit(
    'reports.removePart',
    { reportId: report.id, partId },
    { toast: 'Took the part out of the report' },
  );
  if (done === null) return;
  choosePart((parts[at + 1] ?? parts[at - 1])?.id ?? null);
  focusPart();
};
