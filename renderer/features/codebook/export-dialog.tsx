import { useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { runJob } from '#renderer/client/call.ts';
import { showError } from '#renderer/client/edit.ts';
import { platform } from '#renderer/client/platform.ts';
import { useCall } from '#renderer/client/queries.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { Job } from '#shared/contract/events.ts';
import type { CodebookFormat } from '#shared/contract/exports.ts';
import type { Output } from '#shared/contract/index.ts';
import { chosenTopmost, currentCodes } from './codebook-data.ts';
import styles from './codebook-dialogs.module.css';
import { closeDialog } from './codebook-state.ts';
import { useExportChoices } from './export-state.ts';
import { withNested } from './move-codes.ts';

const formats: readonly {
  readonly id: CodebookFormat;
  readonly name: string;
  readonly description: string;
}[] = [
  { id: 'docx', name: 'Word (.docx)', description: 'To read, print or put in an appendix.' },
  { id: 'xlsx', name: 'Excel (.xlsx)', description: 'One row for each code, to sort and filter.' },
  {
    id: 'qdc',
    name: 'REFI-QDA codebook (.qdc)',
    description: 'For other software, such as NVivo, ATLAS.ti or MAXQDA.',
  },
  { id: 'csv', name: 'CSV (.csv)', description: 'A plain table for statistics and scripts.' },
  { id: 'html', name: 'Web page (.html)', description: 'One file that any browser opens.' },
  { id: 'md', name: 'Markdown (.md)', description: 'Plain text for notes and wikis.' },
];

const sizeOf = (bytes: number): string =>
  new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit: bytes < 1_000_000 ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: 1,
  }).format(bytes / (bytes < 1_000_000 ? 1000 : 1_000_000));

/** A name every file system takes. */
const fileNameOf = (project: string, format: CodebookFormat): string =>
  `${project.replace(/[\\/:*?"<>|]+/gu, ' ').trim()} codebook.${format}`;

const tell = (result: Output<'exports.codebook'>): void => {
  const said = `Exported ${counted(result.codes, 'code')} to ${result.fileName} (${sizeOf(result.bytes)})`;
  announce([said, ...result.warnings].join('. '));
  if (result.warnings.length === 0) toast.success(said);
  else
    toast.warning(said, {
      description: result.warnings.join(' '),
      duration: Number.POSITIVE_INFINITY,
    });
};

type Scope = 'all' | 'chosen';

/** Chooses what the exported codebook holds, writes it and hands it over. */
export const ExportDialog = () => {
  const project = useCall('project.state', {}).data?.project?.name ?? 'Project';
  const [chosen] = useState(chosenTopmost);
  const [scope, setScope] = useState<Scope>('all');
  const choices = useExportChoices();
  const [job, setJob] = useState<Job | 'starting' | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const all = currentCodes();
  const withTheirs = withNested(all, new Set(chosen)).size;
  const write = async (): Promise<void> => {
    const target = await platform.pickTarget(fileNameOf(project, choices.format));
    if (target === null) return;
    const controller = new AbortController();
    stop.current = controller;
    setJob('starting');
    const reply = await runJob(
      'exports.codebook',
      {
        file: target.token,
        ...choices,
        ...(scope === 'chosen' ? { codeIds: [...chosen] } : {}),
      },
      { onProgress: setJob, signal: controller.signal },
    );
    stop.current = null;
    setJob(null);
    if (!reply.ok) {
      if (reply.error.code === 'cancelled') announce(reply.error.message);
      else showError(reply.error);
      return;
    }
    await target.finish();
    closeDialog();
    tell(reply.value);
  };
  const running = job !== null;
  return (
    <Dialog
      title="Export codebook"
      isOpen
      onClose={closeDialog}
      actions={
        <>
          <Button
            kind="quiet"
            onPress={() => {
              if (stop.current === null) closeDialog();
              else stop.current.abort();
            }}
          >
            Cancel
          </Button>
          <Button kind="primary" isDisabled={running} onPress={() => void write()}>
            Export codebook
          </Button>
        </>
      }
    >
      <RadioGroup
        label="Format"
        choices={formats}
        value={choices.format}
        onChange={(format) => useExportChoices.setState({ format })}
        isDisabled={running}
      />
      <div className={styles.options} role="group" aria-label="What it holds">
        <Checkbox
          isSelected={choices.counts}
          isDisabled={running}
          onChange={(counts) => useExportChoices.setState({ counts })}
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
      {running ? (
        <ProgressBar
          label={job === 'starting' ? 'Starting' : job.doing}
          done={job === 'starting' ? 0 : job.done}
          total={job === 'starting' ? 0 : job.total}
        />
      ) : null}
    </Dialog>
  );
};
