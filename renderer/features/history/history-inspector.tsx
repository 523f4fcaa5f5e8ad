import { Undo2 } from 'lucide-react';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { ChangeSet } from '#shared/model/change.ts';
import { ChangeDetails } from './change-details.tsx';
import styles from './history.module.css';
import { goToStep, undoChosen } from './history-actions.ts';
import { useHistoryState } from './history-state.ts';
import { canBeUndone, useChosenStep } from './use-chosen-step.ts';
import { setKinds, setStates } from './words.ts';

/** How many of the steps that build on one are listed. */
const mostListed = 20;

const whenFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });

const idsIn = (details: unknown): readonly string[] => {
  const sets =
    typeof details === 'object' && details !== null && 'changeSets' in details
      ? details.changeSets
      : [];
  return Array.isArray(sets) ? sets.filter((id) => typeof id === 'string') : [];
};

/** Why a step is left, and the later steps that build on it, each a way to go there. */
const Refusal = ({ id }: { readonly id: string }) => {
  const refusal = useHistoryState((state) => state.refusal);
  const ids = refusal?.id === id ? idsIn(refusal.error.details) : [];
  const shown = ids.slice(0, mostListed);
  const sets =
    useCall('history.get', { ids: [...shown] }, { enabled: shown.length > 0 }).data ?? [];
  if (refusal === null || refusal.id !== id) return null;
  return (
    <section className={styles.refusal} aria-label="Why this step cannot be undone on its own">
      <p>{refusal.error.message}</p>
      <ul>
        {sets.map((set) => (
          <li key={set.id}>
            <Button kind="quiet" small onPress={() => goToStep(set.id)}>
              {set.label}
            </Button>
          </li>
        ))}
        {ids.length > shown.length ? (
          <li className={styles.note}>and {counted(ids.length - shown.length, 'more step')}</li>
        ) : null}
      </ul>
    </section>
  );
};

const Details = ({ set }: { readonly set: ChangeSet }) => {
  const state = setStates[set.state];
  return (
    <div className={styles.details}>
      <header>
        <h2 className={styles.name}>
          {setKinds[set.kind]}
          {set.label}
        </h2>
        <p className={styles.note}>
          {set.coderName === null ? '' : `${set.coderName}, `}
          <time dateTime={set.at}>{whenFormat.format(new Date(set.at))}</time>
          {state === '' ? '' : `, ${state}`}
        </p>
      </header>
      {canBeUndone(set) ? (
        <div>
          <Button small onPress={() => void undoChosen()}>
            <Undo2 size={14} aria-hidden />
            Undo this step
          </Button>
        </div>
      ) : null}
      <Refusal id={set.id} />
      <ChangeDetails key={set.id} set={set} />
    </div>
  );
};

/** The step that is looked at: who, what, when, what it changed, and its undo. */
export const HistoryInspector = () => {
  const { id, query: sets } = useChosenStep();
  const set = sets.data?.[0];
  if (id === undefined)
    return (
      <EmptyState title="No step chosen">
        Choose a step to see what it changed, and to undo it where nothing builds on it.
      </EmptyState>
    );
  if (sets.isError) return <ErrorState error={sets.error} onRetry={() => void sets.refetch()} />;
  if (sets.data === undefined) return <Skeleton />;
  if (set === undefined)
    return <EmptyState title="This step is not in the history of this project" />;
  return <Details set={set} />;
};
