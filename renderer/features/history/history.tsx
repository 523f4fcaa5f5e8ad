import { useInfiniteQuery } from '@tanstack/react-query';
import { Redo2, Undo2 } from 'lucide-react';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { ask } from '#renderer/client/call.ts';
import { redo, undo } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { ChangeSet } from '#shared/model/change.ts';
import { ChangeDetails } from './change-details.tsx';
import styles from './history.module.css';

const pageSize = 200;

const kinds: Readonly<Record<ChangeSet['kind'], string>> = {
  edit: '',
  undo: 'Undone: ',
  redo: 'Redone: ',
};

const states: Readonly<Record<ChangeSet['state'], string>> = {
  done: '',
  undone: 'undone',
  abandoned: 'undone, and other work done since',
  'taken-back': 'taken back since',
};

const timeFormat = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });

// Thousands of steps are listed; without this each further page would draw all of them again.
const Row = memo(({ set }: { readonly set: ChangeSet }) => {
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
          {timeFormat.format(new Date(set.at))}
        </time>
        <span className={styles.label}>
          {kinds[set.kind]}
          {set.label}
        </span>
        <span className={styles.note}>{states[set.state]}</span>
        <span className={styles.coder}>{set.coderName}</span>
      </button>
      {open ? <ChangeDetails set={set} /> : null}
    </li>
  );
});

const useSteps = () =>
  useInfiniteQuery({
    queryKey: ['history.list'],
    queryFn: ({ pageParam }) =>
      ask('history.list', {
        limit: pageSize,
        ...(pageParam === null ? {} : { before: pageParam }),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < pageSize ? null : (page.at(-1)?.seq ?? null)),
  });

interface EarlierProps {
  readonly isBusy: boolean;
  readonly onWanted: () => void;
}

/** Fetches earlier steps as their place comes into sight; the button is for who does not scroll. */
const Earlier = ({ isBusy, onWanted }: EarlierProps) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null || isBusy) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) onWanted();
      },
      { rootMargin: '600px' },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [isBusy, onWanted]);
  return (
    <div ref={place} className={styles.earlier}>
      <Button isDisabled={isBusy} onPress={onWanted}>
        Show earlier steps
      </Button>
    </div>
  );
};

const Head = () => {
  const state = useCall('project.state', {}).data;
  const next = state?.undo ?? null;
  const undone = state?.redo ?? null;
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>History</h1>
      <Button isDisabled={next === null} onPress={() => void undo()}>
        <Undo2 size={14} aria-hidden />
        <span className={styles.action}>{next === null ? 'Undo' : `Undo: ${next}`}</span>
      </Button>
      <Button isDisabled={undone === null} onPress={() => void redo()}>
        <Redo2 size={14} aria-hidden />
        <span className={styles.action}>{undone === null ? 'Redo' : `Redo: ${undone}`}</span>
      </Button>
    </header>
  );
};

const Steps = () => {
  const list = useSteps();
  const days = useMemo(
    () => Map.groupBy(list.data?.pages.flat() ?? [], ({ at }) => dayFormat.format(new Date(at))),
    [list.data],
  );
  if (list.isError && list.data === undefined)
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Skeleton lines={12} />;
  if (days.size === 0)
    return (
      <EmptyState title="Nothing was done yet">
        Every edit is listed here with who made it, and can be undone.
      </EmptyState>
    );
  return (
    <>
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
        <Earlier isBusy={list.isFetching} onWanted={() => void list.fetchNextPage()} />
      ) : (
        <p className={styles.beginning}>This is where the project began.</p>
      )}
    </>
  );
};

/** What was done, by whom and when, newest first; each step opens to what it changed. */
export const History = () => (
  <div className={styles.history}>
    <div className={styles.page}>
      <Head />
      <Steps />
    </div>
  </div>
);
