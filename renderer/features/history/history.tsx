import { Redo2, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { redo, undo } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import styles from './history.module.css';
import { historyCommands } from './history-commands.ts';
import { HistoryFilters } from './history-filters.tsx';
import { filterSteps, isFiltered, noFilter, useHistoryState } from './history-state.ts';
import { StepList } from './step-list.tsx';
import { canBeUndone, useChosenStep } from './use-chosen-step.ts';
import { useSteps } from './use-steps.ts';

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

const NoneFound = () => (
  <EmptyState
    title="No step is like that"
    action={<Button onPress={() => filterSteps(noFilter)}>Show all steps</Button>}
  >
    Try fewer words, more days, or any coder.
  </EmptyState>
);

const Steps = () => {
  const filter = useHistoryState((state) => state.filter);
  const { id: chosen } = useChosenStep();
  const { query, days } = useSteps(filter);
  if (query.isError && query.data === undefined)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton lines={12} />;
  if (days.length === 0)
    return isFiltered(filter) ? (
      <NoneFound />
    ) : (
      <EmptyState title="Nothing was done yet">
        Every edit is listed here with who made it, and can be undone.
      </EmptyState>
    );
  return (
    <>
      <StepList
        days={days}
        chosen={chosen}
        isLoading={query.isFetchingNextPage}
        onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
      />
      {query.hasNextPage || isFiltered(filter) ? null : (
        <p className={styles.beginning}>This is where the project began.</p>
      )}
    </>
  );
};

/** What was done, by whom and when, newest first; what a step changed stands beside the list. */
export const History = () => {
  const can = canBeUndone(useChosenStep().query.data?.[0]);
  useCommands(useMemo(() => historyCommands(can), [can]));
  return (
    <div className={styles.history}>
      <Head />
      <HistoryFilters />
      <Steps />
    </div>
  );
};
