import { useCall } from '#renderer/client/queries.ts';
import { exportName, tellExported, useExport } from '#renderer/client/use-export.ts';
import { ExportDialog, type ExportFormat, plainFormats } from '#renderer/ui/export-dialog.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { ReportFormat } from '#shared/contract/exports.ts';
import { closeDialog, useReportFormat } from './writing-state.ts';

const formats: readonly ExportFormat<ReportFormat>[] = [
  {
    id: 'docx',
    name: 'Word (.docx)',
    description: 'To write on in, with headings and quotations in Word’s own styles.',
  },
  { id: 'pdf', name: 'PDF (.pdf)', description: 'To read, print or hand in as it is.' },
  plainFormats.html,
  plainFormats.md,
];

interface Props {
  readonly reportId: string;
  readonly counts: boolean;
}

/** Chooses the format of a report, writes it and hands it over. */
export const ExportReport = ({ reportId, counts }: Props) => {
  const report = useCall('reports.list', {}).data?.find(({ id }) => id === reportId);
  const format = useReportFormat((state) => state.format);
  const { job, write, stop } = useExport('exports.report');
  const start = async (): Promise<void> => {
    const name = exportName(report?.name ?? 'Report', '', format).replace(' .', '.');
    const written = await write(name, { format, reportId, counts });
    if (written === null) return;
    closeDialog();
    tellExported(counted(written.parts, 'part'), written);
  };
  return (
    <ExportDialog
      title="Export report"
      formats={formats}
      format={format}
      onFormat={(chosen) => useReportFormat.setState({ format: chosen })}
      job={job}
      onExport={start}
      stop={stop}
      onClose={closeDialog}
    />
  );
};
