import { useCall } from '#renderer/client/queries.ts';
import { exportName, tellExported, useExport } from '#renderer/client/use-export.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { ReportFormat } from '#shared/contract/exports.ts';
import { closeDialog, useReportFormat } from './writing-state.ts';

const formats: readonly {
  readonly id: ReportFormat;
  readonly name: string;
  readonly description: string;
}[] = [
  {
    id: 'docx',
    name: 'Word (.docx)',
    description: 'To write on in, with headings and quotations in Word’s own styles.',
  },
  { id: 'pdf', name: 'PDF (.pdf)', description: 'To read, print or hand in as it is.' },
  { id: 'html', name: 'Web page (.html)', description: 'One file that any browser opens.' },
  { id: 'md', name: 'Markdown (.md)', description: 'Plain text for notes and wikis.' },
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
  const running = job !== null;
  const start = async (): Promise<void> => {
    const name = exportName(report?.name ?? 'Report', '', format).replace(' .', '.');
    const written = await write(name, { format, reportId, counts });
    if (written === null) return;
    closeDialog();
    tellExported(counted(written.parts, 'part'), written);
  };
  return (
    <Dialog
      title="Export report"
      isOpen
      onClose={closeDialog}
      actions={
        <>
          <Button
            kind="quiet"
            onPress={() => {
              if (!stop()) closeDialog();
            }}
          >
            Cancel
          </Button>
          <Button kind="primary" isDisabled={running} onPress={() => void start()}>
            Export report
          </Button>
        </>
      }
    >
      <RadioGroup
        label="Format"
        choices={formats}
        value={format}
        onChange={(chosen) => useReportFormat.setState({ format: chosen })}
        isDisabled={running}
      />
      {job === null ? null : <ProgressBar label={job.doing} done={job.done} total={job.total} />}
    </Dialog>
  );
};
