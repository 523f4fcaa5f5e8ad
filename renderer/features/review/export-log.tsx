import { useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { exportName, tellExported, useExport } from '#renderer/client/use-export.ts';
import { ExportDialog, type ExportFormat, plainFormats } from '#renderer/ui/export-dialog.tsx';
import type { PpiLogFormat } from '#shared/contract/exports.ts';
import { closeDialog } from './replies-state.ts';

const formats: readonly ExportFormat<PpiLogFormat>[] = [
  { id: 'docx', name: 'Word (.docx)', description: 'To edit, print or put into a report.' },
  plainFormats.html,
  plainFormats.md,
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
    <ExportDialog
      title="Export the PPI log"
      formats={formats}
      format={format}
      onFormat={setFormat}
      job={job}
      onExport={run}
      stop={stop}
      onClose={closeDialog}
    />
  );
};
