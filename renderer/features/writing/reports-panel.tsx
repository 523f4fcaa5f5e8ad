import { Plus } from 'lucide-react';
import { useCall } from '#renderer/client/queries.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import styles from './writing.module.css';
import { openReport, shownReport } from './writing-actions.ts';

/** The reports of the project. */
export const ReportsPanel = () => {
  const reports = useCall('reports.list', {});
  const id = useNavigation(({ address }) => address.id);
  if (reports.isError)
    return <ErrorState error={reports.error} onRetry={() => void reports.refetch()} />;
  if (reports.data === undefined) return <Skeleton />;
  const open = shownReport(reports.data, id);
  return (
    <div className={styles.panel}>
      <div className={styles.panelHead}>
        <h2 className={styles.panelTitle}>Reports</h2>
        <IconButton icon={Plus} label="New report" onPress={() => runCommand('report.new')} />
      </div>
      {reports.data.length === 0 ? <p className={styles.quiet}>None yet</p> : null}
      <ul>
        {reports.data.map((report) => (
          <li key={report.id}>
            <button
              type="button"
              className={styles.reportRow}
              aria-current={report.id === open?.id}
              onClick={() => openReport(report.id)}
            >
              {report.name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};
