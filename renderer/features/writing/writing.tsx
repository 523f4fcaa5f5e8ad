import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { runCommand, useCommands } from '#renderer/commands/registry.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { Report } from '#shared/model/report.ts';
import { ExportReport } from './export-report.tsx';
import { NewReport } from './new-report.tsx';
import { ReportPage, useCounts } from './report-page.tsx';
import styles from './writing.module.css';
import { shownReport } from './writing-actions.ts';
import { writingCommands } from './writing-commands.ts';
import { useWritingState } from './writing-state.ts';

const newReport = (): void => runCommand('report.new');

const Shown = ({
  reports,
  report,
  wanted,
}: {
  readonly reports: readonly Report[];
  readonly report: Report | undefined;
  readonly wanted: string | undefined;
}) => {
  if (report !== undefined) return <ReportPage key={report.id} report={report} />;
  if (wanted !== undefined)
    return (
      <EmptyState title="This report is no longer in the project">
        It was deleted, or its making was undone. Undo may bring it back.
      </EmptyState>
    );
  const action = (
    <Button kind="primary" onPress={newReport}>
      New report
    </Button>
  );
  if (reports.length > 0)
    return (
      <EmptyState title="No report chosen" action={action}>
        Choose a report from the list to write on it.
      </EmptyState>
    );
  return (
    <EmptyState title="Findings are written up here" action={action}>
      A report is put together from text, themes with their narratives and quotes, and tables. It is
      exported to Word, PDF or a web page. For example ‘Supplement: themes and quotes’.
    </EmptyState>
  );
};

const Dialogs = ({ report }: { readonly report: Report | undefined }) => {
  const dialog = useWritingState((state) => state.dialog);
  const counts = useCounts(report?.id ?? '');
  if (dialog === null) return null;
  return dialog.kind === 'new' ? (
    <NewReport />
  ) : (
    <ExportReport reportId={dialog.reportId} counts={counts} />
  );
};

/** Where findings are written up: reports put together from parts. */
export const Writing = () => {
  const reports = useCall('reports.list', {});
  const id = useNavigation(({ address }) => (address.area === 'writing' ? address.id : undefined));
  const partId = useWritingState((state) => state.partId);
  const report = shownReport(reports.data ?? [], id);
  useCommands(useMemo(() => writingCommands(report ?? null, partId), [report, partId]));
  return (
    <div className={styles.writing}>
      <h1 className={report === undefined ? styles.title : 'visually-hidden'}>Writing</h1>
      {reports.isError ? (
        <ErrorState error={reports.error} onRetry={() => void reports.refetch()} />
      ) : reports.data === undefined ? (
        <Skeleton lines={10} />
      ) : (
        <Shown reports={reports.data} report={report} wanted={id} />
      )}
      <Dialogs report={report} />
    </div>
  );
};
