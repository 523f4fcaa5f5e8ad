import { type KeyboardEvent, useEffect } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import { useReadingKeys } from '#renderer/features/coding/transcript/use-reading-keys.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { claimKinds } from '#shared/model/claim.ts';
import { Checks } from './checks.tsx';
import { ClaimList } from './claim-list.tsx';
import styles from './planning.module.css';
import { planningCommands } from './planning-commands.ts';
import { type Plan, usePlan } from './planning-data.ts';
import { usePlanningState } from './planning-state.ts';
import { SupportPicker } from './support-picker.tsx';
import { useReveal } from './use-reveal.ts';

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea');

/** The keys of the lists, which leave fields, menus and dialogs theirs. */
const useListKeys = (): ((event: KeyboardEvent) => void) => {
  const handle = useReadingKeys();
  return (event) => {
    const isInside = event.currentTarget.contains(event.target as Node);
    if (!isInside || isTyping(event.target)) return;
    // A button that takes support away is not the claim.
    if (event.key === 'Delete' && !(event.target as Element).matches('[data-claim-words]')) return;
    handle(event);
    if (event.isDefaultPrevented()) event.stopPropagation();
  };
};

const Lists = ({ plan }: { readonly plan: Plan }) => (
  <div className={styles.lists}>
    {claimKinds.map((kind) => (
      <ClaimList key={kind} kind={kind} plan={plan} />
    ))}
  </div>
);

const Choosing = ({ plan }: { readonly plan: Plan }) => {
  const choosing = usePlanningState((state) => state.choosing);
  const claim = plan.claims.find(({ id }) => id === choosing);
  useEffect(() => () => usePlanningState.setState({ choosing: null, editing: null }), []);
  return claim === undefined ? null : <SupportPicker claim={claim} plan={plan} />;
};

/** What the study says and what is to be done about it, and where that hangs in the air. */
export const Planning = () => {
  const { plan, error, retry } = usePlan();
  const orphans = useCall('evidence.orphans', {});
  const tab = usePlanningState((state) => state.tab);
  const onKeyDownCapture = useListKeys();
  useCommands(planningCommands);
  useReveal(plan);
  const count = orphans.data?.length;
  return (
    <div
      className={styles.planning}
      role="presentation"
      data-planning
      onKeyDownCapture={onKeyDownCapture}
    >
      <header className={styles.header}>
        <h1 className={styles.title}>Planning</h1>
      </header>
      <div className={styles.body}>
        <Tabs
          label="Planning"
          selected={tab}
          onSelect={(id) => usePlanningState.setState({ tab: id === 'checks' ? 'checks' : 'plan' })}
          tabs={[
            {
              id: 'plan',
              name: 'Plan',
              content:
                error !== null ? (
                  <ErrorState error={error} onRetry={retry} />
                ) : plan === undefined ? (
                  <Skeleton lines={12} />
                ) : (
                  <Lists plan={plan} />
                ),
            },
            {
              id: 'checks',
              name: count === undefined ? 'Checks' : `Checks ${count.toLocaleString()}`,
              content: <Checks reading={orphans} />,
            },
          ]}
        />
      </div>
      {plan === undefined ? null : <Choosing plan={plan} />}
    </div>
  );
};
