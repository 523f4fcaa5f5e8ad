import { saveBy, useAutosaved, useSaveState } from '#renderer/client/autosave.ts';
import { useCall } from '#renderer/client/queries.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { counted } from '#renderer/ui/words.ts';
import { type PpiItem, type PpiLog, ppiItems } from '#shared/model/ppi-log.ts';
import styles from './log.module.css';
import { LogOutcomes } from './log-outcomes.tsx';
import { showDialog, showReplies } from './replies-state.ts';
import { countedReplies } from './reply-words.tsx';

interface ItemProps {
  readonly projectId: string;
  readonly item: (typeof ppiItems)[number];
  readonly draft: string;
  readonly own: string;
}

const keyOf = (projectId: string, item: PpiItem | ''): string => `ppi/${projectId}/${item}`;

const Item = ({ projectId, item, draft, own }: ItemProps) => {
  const { id, name, asks } = item;
  const words = useAutosaved({
    key: keyOf(projectId, id),
    stored: own,
    save: (value) => saveBy('ppi.update', { [id]: value }),
  });
  const isEmpty = words.value.trim() === '';
  const takeOver = (): void => {
    words.onChange(isEmpty ? draft : `${words.value.trimEnd()}\n\n${draft}`);
    words.onFocusChange(false);
    announce(isEmpty ? 'Draft taken over' : 'Draft added below your words');
  };
  return (
    <section className={styles.item} aria-label={name}>
      <header>
        <h2 className={styles.name}>{name}</h2>
        <p className={styles.quiet}>{asks}</p>
      </header>
      <div className={styles.pair}>
        <div className={styles.draft}>
          <div className={styles.draftHead}>
            <h3 className={styles.label}>Draft from the record</h3>
            <Button kind="quiet" small onPress={takeOver}>
              {isEmpty ? 'Take over the draft' : 'Add the draft below'}
            </Button>
          </div>
          <p className={styles.draftWords} dir="auto">
            {draft}
          </p>
        </div>
        <TextField
          label="In your own words"
          placeholder="Until you write here, the draft stands in what is exported"
          multiline
          value={words.value}
          onChange={words.onChange}
          onFocusChange={words.onFocusChange}
          error={words.problem ?? undefined}
        />
      </div>
    </section>
  );
};

const saveNames = { saved: 'Saved', saving: 'Saving', failed: 'Not saved' } as const;

const Head = ({ log, projectId }: { readonly log: PpiLog; readonly projectId: string }) => {
  const state = useSaveState(keyOf(projectId, ''));
  return (
    <header className={styles.head}>
      <p className={`${styles.counts} figures`}>
        {countedReplies(log.replies)} on {counted(log.packs, 'review pack')}: {log.changed} changed,{' '}
        {log.notChanged} not changed, {log.open} open.
      </p>
      <span className={styles.saved} data-state={state}>
        {saveNames[state]}
      </span>
      <Button onPress={() => showDialog({ kind: 'export-log' })}>Export the PPI log</Button>
    </header>
  );
};

/** The log of public involvement by the items of GRIPP2 short form: drafts beside own words, and every outcome. */
export const LogTab = () => {
  const log = useCall('ppi.log', {}, { keepPrevious: true });
  const projectId = useCall('project.state', {}).data?.project?.id ?? '';
  if (log.isError && log.data === undefined)
    return <ErrorState error={log.error} onRetry={() => void log.refetch()} />;
  if (log.data === undefined) return <Skeleton lines={10} />;
  const { drafts, words, packs, replies } = log.data;
  const isUntouched = Object.values(words).every((own) => own === '');
  if (packs === 0 && replies === 0 && isUntouched)
    return (
      <EmptyState title="No public involvement on record yet">
        Once a review pack is made and replies come back, this log drafts the five items of GRIPP2
        short form from them, with dates and what was changed.
      </EmptyState>
    );
  return (
    <div className={styles.log} data-pane-focus tabIndex={-1}>
      <Head log={log.data} projectId={projectId} />
      {ppiItems.map((item) => (
        <Item
          key={item.id}
          projectId={projectId}
          item={item}
          draft={drafts[item.id]}
          own={words[item.id]}
        />
      ))}
      <LogOutcomes onReplies={() => showReplies()} />
    </div>
  );
};
