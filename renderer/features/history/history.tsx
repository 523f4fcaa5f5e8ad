import { useInfiniteQuery } from '@tanstack/react-query';
import { Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Change, ChangeSet } from '#shared/model/change.ts';
import { ask } from '#renderer/client/call.ts';
import { redo, undo } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import styles from './history.module.css';

const pageSize = 100;

const kinds: Readonly<Record<ChangeSet['kind'], string>> = {
  edit: '',
  undo: 'Undone: ',
  redo: 'Redone: ',
};

const states: Readonly<Record<ChangeSet['state'], string>> = {
  done: '',
  undone: 'undone',
  abandoned: 'undone, and other work done since',
};

const show = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const Fields = ({ change }: { readonly change: Change }) => {
  const before = (change.before ?? {}) as Readonly<Record<string, unknown>>;
  const after = (change.after ?? {}) as Readonly<Record<string, unknown>>;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !/id$/iu.test(name) && name !== 'createdAt',
  );
  return (
    <dl className={styles.fields}>
      {names.map((name) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {change.operation === 'update' ? <del>{show(before[name])}</del> : null}{' '}
            {change.operation === 'delete' ? (
              <del>{show(before[name])}</del>
            ) : (
              <ins>{show(after[name])}</ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
};

const Details = ({ set }: { readonly set: ChangeSet }) => {
  const changes = useCall('history.changes', { id: set.id, limit: 50 });
  if (changes.isError) return <ErrorState error={changes.error} />;
  if (changes.data === undefined) return <Skeleton lines={3} />;
  return (
    <ol className={styles.changes}>
      {changes.data.map((change) => (
        <li key={change.seq}>
          <p className={styles.what}>
            {change.operation} {change.kind.replace('_', ' ')}
          </p>
          <Fields change={change} />
        </li>
      ))}
      {set.changes > changes.data.length ? (
        <li className={styles.what}>and {set.changes - changes.data.length} more</li>
      ) : null}
    </ol>
  );
};

const Row = ({ set }: { readonly set: ChangeSet }) => {
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.row} data-state={set.state}>
      <button
        type="button"
        className={styles.summary}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <time dateTime={set.at} className="figures">
          {new Date(set.at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })}
        </time>
        <span className={styles.label}>
          {kinds[set.kind]}
          {set.label}
        </span>
        <span className={styles.note}>{states[set.state]}</span>
        <span className={styles.coder}>{set.coderName}</span>
      </button>
      {open ? <Details set={set} /> : null}
    </li>
  );
};

const dayOf = (set: ChangeSet): string =>
  new Date(set.at).toLocaleDateString(undefined, { dateStyle: 'full' });

/** What was done, by whom and when, newest first; each step opens to what it changed. */
export const History = () => {
  const state = useCall('project.state', {}).data;
  const list = useInfiniteQuery({
    queryKey: ['history.list'],
    queryFn: ({ pageParam }) =>
      ask('history.list', {
        limit: pageSize,
        ...(pageParam === null ? {} : { before: pageParam }),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < pageSize ? null : (page.at(-1)?.seq ?? null)),
  });
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Skeleton lines={12} />;
  const days = Map.groupBy(list.data.pages.flat(), dayOf);
  return (
    <div className={styles.history}>
      <header className={styles.header}>
        <h1 className={styles.title}>History</h1>
        <Button isDisabled={state?.undo === null} onPress={() => void undo()}>
          <Undo2 size={14} aria-hidden /> Undo
        </Button>
        <Button isDisabled={state?.redo === null} onPress={() => void redo()}>
          <Redo2 size={14} aria-hidden /> Redo
        </Button>
      </header>
      {days.size === 0 ? (
        <EmptyState title="Nothing was done yet">Every edit will be listed here.</EmptyState>
      ) : null}
      {[...days].map(([day, sets]) => (
        <section key={day} aria-label={day}>
          <h2 className={styles.day}>{day}</h2>
          <ol>
            {sets.map((set) => (
              <Row key={set.id} set={set} />
            ))}
          </ol>
        </section>
      ))}
      {list.hasNextPage ? (
        <Button isDisabled={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          Show earlier steps
        </Button>
      ) : null}
    </div>
  );
};
