import { useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { exportName, tellExported, useExport } from '#renderer/client/use-export.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import type { PpiLogFormat } from '#shared/contract/exports.ts';
import { closeDialog } from './replies-state.ts';

const formats: readonly {
  readonly id: PpiLogFormat;
  readonly name: string;
  readonly description: string;
}[] = [
  { id: 'docx', name: 'Word (.docx)', description: 'To edit, print or put into a report.' },
  { id: 'html', name: 'Web page (.html)', description: 'One file that any browser opens.' },
  { id: 'md', name: 'Markdown (.md)', description: 'Plain text for notes and wikis.' },
];

/** Chooses how the log is written. */
export const ExportLog = () => {
  const project = useCall('project.state', {}).data?.project?.name ?? 'Project';
  const [format, setFormat] = useState<PpiLogFormat>('docx');
  const { job, write, stop } = useExport('exports.ppiLog');
  const run = async (): Promise<void> => {
    const written = await write(exportName(project, 'PPI log', format), { format });
    if (written === null) return;
    closeDialog();
    tellExported('the PPI log', written);
  };
  return (
    <Dialog
      title="Export the PPI log"
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
          <Button kind="primary" isDisabled={job !== null} onPress={() => void run()}>
            Export the PPI log
          </Button>
        </>
      }
    >
      <RadioGroup
        label="Format"
        choices={formats}
        value={format}
        onChange={setFormat}
        isDisabled={job !== null}
      />
      {job === null ? null : <ProgressBar label={job.doing} done={job.done} total={job.total} />}
    </Dialog>
  );
};
