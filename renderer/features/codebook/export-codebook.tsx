import { useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { exportName, tellExported, useExport } from '#renderer/client/use-export.ts';
import { useOffers } from '#renderer/features/approach/use-offers.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { ExportDialog, type ExportFormat, plainFormats } from '#renderer/ui/export-dialog.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { CodebookFormat } from '#shared/contract/exports.ts';
import { chosenTopmost, currentCodes } from './codebook-data.ts';
import styles from './codebook-dialogs.module.css';
import { closeDialog } from './codebook-state.ts';
import { useExportChoices } from './export-state.ts';
import { withNested } from './move-codes.ts';

const formats: readonly ExportFormat<CodebookFormat>[] = [
  { id: 'docx', name: 'Word (.docx)', description: 'To read, print or put in an appendix.' },
  { id: 'xlsx', name: 'Excel (.xlsx)', description: 'One row for each code, to sort and filter.' },
  {
    id: 'qdc',
    name: 'REFI-QDA codebook (.qdc)',
    description: 'For other software, such as NVivo, ATLAS.ti or MAXQDA.',
  },
  plainFormats.csv,
  plainFormats.html,
  plainFormats.md,
];

type Scope = 'all' | 'chosen';

/** Chooses what the exported codebook holds, writes it and hands it over. */
export const ExportCodebook = () => {
  const project = useCall('project.state', {}).data?.project?.name ?? 'Project';
  const [chosen] = useState(chosenTopmost);
  const [scope, setScope] = useState<Scope>('all');
  const choices = useExportChoices();
  const { countsByDefault } = useOffers();
  const counts = choices.counts ?? countsByDefault;
  const { job, write: writeFile, stop } = useExport('exports.codebook');
  const all = currentCodes();
  const withTheirs = withNested(all, new Set(chosen)).size;
  const write = async (): Promise<void> => {
    const written = await writeFile(exportName(project, 'codebook', choices.format), {
      ...choices,
      counts,
      ...(scope === 'chosen' ? { codeIds: [...chosen] } : {}),
    });
    if (written === null) return;
    closeDialog();
    tellExported(counted(written.codes, 'code'), written);
  };
  const running = job !== null;
  return (
    <ExportDialog
      title="Export codebook"
      formats={formats}
      format={choices.format}
      onFormat={(format) => useExportChoices.setState({ format })}
      job={job}
      onExport={write}
      stop={stop}
      onClose={closeDialog}
    >
      <div className={styles.options} role="group" aria-label="What it holds">
        <Checkbox
          isSelected={counts}
          isDisabled={running}
          onChange={(wanted) => useExportChoices.setState({ counts: wanted })}
        >
          Counts of codings and sources
        </Checkbox>
        <Checkbox
          isSelected={choices.quotes}
          isDisabled={running}
          onChange={(quotes) => useExportChoices.setState({ quotes })}
        >
          An example quote for each code
        </Checkbox>
      </div>
      {chosen.length === 0 ? null : (
        <RadioGroup
          label="Which codes"
          choices={[
            { id: 'all', name: `All ${counted(all.length, 'code')}` },
            {
              id: 'chosen',
              name:
                withTheirs === 1
                  ? 'Only the chosen code'
                  : `Only the ${withTheirs.toLocaleString()} codes chosen or nested in them`,
            },
          ]}
          value={scope}
          onChange={setScope}
          isDisabled={running}
        />
      )}
    </ExportDialog>
  );
};
