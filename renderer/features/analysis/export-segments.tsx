import { useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { exportName, tellExported, useExport } from '#renderer/client/use-export.ts';
import { ExportDialog, type ExportFormat, plainFormats } from '#renderer/ui/export-dialog.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { SegmentsFormat } from '#shared/contract/exports.ts';
import { showDialog, useAnalysisState } from './analysis-state.ts';

const formats: readonly ExportFormat<SegmentsFormat>[] = [
  { id: 'docx', name: 'Word (.docx)', description: 'To read, print or quote from.' },
  {
    id: 'xlsx',
    name: 'Excel (.xlsx)',
    description: 'One row for each segment, to sort and filter.',
  },
  plainFormats.csv,
  plainFormats.html,
  plainFormats.md,
];

const close = (): void => showDialog(null);

/** Chooses how the segments are written, under the headings they have on the screen. */
export const ExportSegments = ({ ids }: { readonly ids: readonly string[] }) => {
  const project = useCall('project.state', {}).data?.project?.name ?? 'Project';
  const { chosen, groupBy, definition } = useAnalysisState();
  const [format, setFormat] = useState<SegmentsFormat>('docx');
  const [scope, setScope] = useState<'all' | 'chosen'>(chosen.size > 0 ? 'chosen' : 'all');
  const { job, write, stop } = useExport('exports.segments');
  const run = async (): Promise<void> => {
    const wanted = scope === 'chosen' ? ids.filter((id) => chosen.has(id)) : ids;
    const written = await write(exportName(project, 'segments', format), {
      format,
      definition,
      ids: [...wanted],
      headings: groupBy,
    });
    if (written === null) return;
    close();
    tellExported(counted(written.segments, 'segment'), written);
  };
  return (
    <ExportDialog
      title="Export segments"
      formats={formats}
      format={format}
      onFormat={setFormat}
      job={job}
      onExport={run}
      stop={stop}
      onClose={close}
    >
      {chosen.size === 0 ? null : (
        <RadioGroup
          label="Which segments"
          choices={[
            { id: 'chosen', name: `Only the ${counted(chosen.size, 'segment')} chosen` },
            { id: 'all', name: `All ${counted(ids.length, 'segment')}` },
          ]}
          value={scope}
          onChange={setScope}
          isDisabled={job !== null}
        />
      )}
    </ExportDialog>
  );
};
