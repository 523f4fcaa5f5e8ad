import { FilePlus2 } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { type Command, useCommands } from '#renderer/commands/registry.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { counted } from '#renderer/ui/words.ts';
import { isChosen, pickInterviews, runImport, stopImport, tally } from './import-actions.ts';
import { isIncluded } from './import-entry.ts';
import { ImportFileDetails } from './import-file.tsx';
import { ImportFiles } from './import-files.tsx';
import { ImportMany } from './import-many.tsx';
import styles from './import-screen.module.css';
import { closeImport, useImportState } from './import-state.ts';
import { ImportSummary } from './import-summary.tsx';

const importLabel = (count: number): string =>
  count === 0 ? 'Import interviews' : `Import ${counted(count, 'interview')}`;

const Working = () => {
  const { phase, progress } = useImportState();
  const cancel = useRef<HTMLDivElement>(null);
  useEffect(() => cancel.current?.querySelector('button')?.focus(), []);
  const isImporting = phase === 'importing';
  return (
    <div className={styles.working}>
      <h1 className={styles.title}>{isImporting ? 'Importing interviews' : 'Reading files'}</h1>
      <ProgressBar label={progress.doing} done={progress.done} total={progress.total} />
      <p className={styles.quiet}>
        {isImporting
          ? 'If you cancel, what is finished stays in the project.'
          : 'Nothing is stored yet. You will see what was found in each file first.'}
      </p>
      <div ref={cancel}>
        <Button onPress={stopImport}>Cancel</Button>
      </div>
    </div>
  );
};

const Review = () => {
  const { entries, chosen } = useImportState();
  const included = entries.filter(isIncluded).length;
  const shown = entries.filter((entry) => isChosen(chosen, entry));
  const [only] = shown;
  return (
    <div className={styles.review}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h1 className={styles.title}>Import interviews</h1>
          <p className={`${styles.quiet} figures`}>
            {counted(entries.length, 'file')} read: {tally(entries)}. Nothing is stored yet.
          </p>
        </div>
        <Button kind="quiet" onPress={() => void pickInterviews()}>
          <FilePlus2 size={14} aria-hidden /> Add files
        </Button>
        <Button onPress={closeImport}>Cancel</Button>
        <Button kind="primary" isDisabled={included === 0} onPress={() => void runImport()}>
          {importLabel(included)}
        </Button>
      </header>
      <div className={styles.panes}>
        <ImportFiles />
        <section className={styles.details} aria-label="Chosen file" tabIndex={-1}>
          {shown.length > 1 ? <ImportMany entries={shown} /> : null}
          {shown.length === 1 && only !== undefined ? (
            <ImportFileDetails key={only.preview.token} entry={only} />
          ) : null}
          {shown.length === 0 ? (
            <EmptyState title="No file chosen">
              Choose a file to see what was found in it, or several to set group, time point and
              case for all of them.
            </EmptyState>
          ) : null}
        </section>
      </div>
    </div>
  );
};

/** Files on their way into the project: read, looked through, imported, summed up. */
export const ImportScreen = () => {
  const phase = useImportState((state) => state.phase);
  const included = useImportState((state) => state.entries.filter(isIncluded).length);
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'import.run',
        label: importLabel(included),
        menu: 'File',
        keys: '$mod+Enter',
        enabled: () => phase === 'review' && included > 0,
        run: runImport,
      },
      {
        id: 'import.add',
        label: 'Add files to this import',
        menu: 'File',
        enabled: () => phase === 'review',
        run: pickInterviews,
      },
      {
        id: 'import.attention',
        label: 'Show all files, or only what needs attention',
        menu: 'View',
        enabled: () => phase === 'review',
        run: () =>
          useImportState.setState(({ onlyAttention }) => ({ onlyAttention: !onlyAttention })),
      },
      {
        id: 'import.choose-all',
        label: 'Choose all files',
        menu: 'Edit',
        enabled: () => phase === 'review',
        run: () => useImportState.setState({ chosen: 'all' }),
      },
      {
        id: 'import.cancel',
        label: phase === 'review' ? 'Leave without importing' : 'Stop importing',
        menu: 'File',
        enabled: () => phase !== 'summary',
        run: () => (phase === 'review' ? closeImport() : stopImport()),
      },
    ],
    [phase, included],
  );
  useCommands(commands);
  if (phase === 'review') return <Review />;
  if (phase === 'summary') return <ImportSummary />;
  return <Working key={phase} />;
};
