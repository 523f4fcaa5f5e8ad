import { useQuery } from '@tanstack/react-query';
import { ArchiveRestore } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ask, runJob } from '#renderer/client/call.ts';
import { restoreBackup, useOpening } from '#renderer/client/open.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { Job } from '#shared/contract/events.ts';
import type { Output } from '#shared/contract/index.ts';
import styles from './backups-dialog.module.css';
import { type BackupsOf, closeBackups, useBackupsState } from './backups-state.ts';

type Backup = Output<'project.backups'>[number];

const dateOf = (instant: string): string =>
  new Date(instant).toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'short' });

const sizeOf = (bytes: number): string =>
  `${(bytes / 1_000_000).toLocaleString(undefined, { maximumFractionDigits: 1, minimumFractionDigits: 1 })} MB`;

const read = async (of: BackupsOf): Promise<readonly Backup[]> =>
  of.kind === 'open project'
    ? await ask('project.backups', {})
    : await ask('project.backupsOf', { file: of.token });

const restore = async (backup: Backup, of: BackupsOf): Promise<void> => {
  const done = await restoreBackup({
    name: backup.name,
    at: backup.at,
    ...(of.kind === 'file' ? { of: of.token } : {}),
  });
  if (done) closeBackups();
};

/** Makes a backup now, shows how far it is, and stops when asked. */
const BackUpNow = ({ onDone }: { readonly onDone: () => void }) => {
  const [job, setJob] = useState<Pick<Job, 'done' | 'total'>>();
  const abort = useRef<AbortController>(null);
  const make = async (): Promise<void> => {
    const stop = new AbortController();
    abort.current = stop;
    setJob({ done: 0, total: 0 });
    const reply = await runJob('project.backUp', {}, { onProgress: setJob, signal: stop.signal });
    setJob(undefined);
    // That it failed is said by whoever listens to all backups.
    if (reply.ok) announce('Backup made and checked.');
    onDone();
  };
  if (job === undefined) return <Button onPress={() => void make()}>Back up now</Button>;
  return (
    <div className={styles.making}>
      <ProgressBar label="Copying the project" done={job.done} total={job.total} />
      <Button small onPress={() => abort.current?.abort()}>
        Cancel
      </Button>
    </div>
  );
};

interface ListProps {
  readonly backups: readonly Backup[];
  readonly of: BackupsOf;
}

const List = ({ backups, of }: ListProps) => {
  const isBusy = useOpening((state) => state.doing !== null);
  if (backups.length === 0)
    return (
      <EmptyState title="No backup yet">
        {of.kind === 'open project'
          ? 'One is made by itself soon after you begin to work, and every half hour while the project changes.'
          : 'Understory has made none of this file on this computer.'}
      </EmptyState>
    );
  return (
    <ul className={styles.list} aria-label="Backups, newest first">
      {backups.map((backup) => (
        <li key={backup.name} className={styles.backup}>
          <span className={styles.date}>{dateOf(backup.at)}</span>
          <span className={`${styles.size} figures`}>{sizeOf(backup.bytes)}</span>
          <Button
            small
            isDisabled={isBusy}
            aria-label={`Open a copy of the backup of ${dateOf(backup.at)}`}
            onPress={() => void restore(backup, of)}
          >
            <ArchiveRestore size={14} aria-hidden /> Open a copy
          </Button>
        </li>
      ))}
    </ul>
  );
};

const Backups = ({ of }: { readonly of: BackupsOf }) => {
  const backups = useQuery({
    queryKey: ['backups', of],
    queryFn: () => read(of),
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <>
      <p>
        Each backup is a complete project, checked when it was made. A copy opens as a file of its
        own; the {of.kind === 'file' ? 'damaged file' : 'project'} stays as it is.
      </p>
      {of.kind === 'file' ? null : <BackUpNow onDone={() => void backups.refetch()} />}
      {backups.isError ? (
        <ErrorState error={backups.error} onRetry={() => void backups.refetch()} />
      ) : backups.data === undefined ? (
        <Skeleton lines={3} />
      ) : (
        <List backups={backups.data} of={of} />
      )}
    </>
  );
};

/** The backups that are kept, and how to get back to one. */
export const BackupsDialog = () => {
  const of = useBackupsState((state) => state.of);
  // A project that is closed takes along what was open about it.
  useEffect(() => closeBackups, []);
  return (
    <Dialog
      title="Backups"
      size="medium"
      isOpen={of !== null}
      onClose={closeBackups}
      actions={<Button onPress={closeBackups}>Close</Button>}
    >
      {of === null ? null : <Backups of={of} />}
    </Dialog>
  );
};
