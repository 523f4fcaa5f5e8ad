import { ListTree } from 'lucide-react';
import { saveBy, useAutosaved } from '#renderer/client/autosave.ts';
import { useCall } from '#renderer/client/queries.ts';
import { AboveTree } from '#renderer/features/evidence/above-tree.tsx';
import { BelowTree } from '#renderer/features/evidence/below-tree.tsx';
import { aboveKeys } from '#renderer/features/evidence/evidence-commands.ts';
import { showAbove } from '#renderer/features/evidence/evidence-state.ts';
import { addressOf, claimNames } from '#renderer/features/evidence/evidence-words.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Claim } from '#shared/model/claim.ts';
import { chooseGrounds } from './planning-actions.ts';
import styles from './planning-inspector.module.css';

const Note = ({ claim }: { readonly claim: Claim }) => {
  const { value, problem, onChange, onFocusChange } = useAutosaved({
    key: `${claim.id}/note`,
    stored: claim.note,
    save: (note) => saveBy('claims.update', { id: claim.id, note }),
  });
  return (
    <TextField
      label="Note"
      multiline
      value={value}
      onChange={onChange}
      onFocusChange={onFocusChange}
      error={problem ?? undefined}
      placeholder="How it was reached, what speaks against it"
    />
  );
};

const RestsOn = ({ claim }: { readonly claim: Claim }) => {
  const supports = useCall('claims.supports', {}).data;
  const some = supports?.some(({ claimId }) => claimId === claim.id) === true;
  return (
    <section aria-labelledby="claim-below">
      <h3 id="claim-below" className={styles.heading}>
        Rests on
      </h3>
      {some ? (
        <BelowTree key={claim.id} of={{ kind: 'claim', id: claim.id }} label="Rests on" />
      ) : (
        <p className={styles.quiet}>
          Nothing yet.{' '}
          <Button kind="quiet" small onPress={() => chooseGrounds(claim)}>
            Add a theme, code or quote
          </Button>
        </p>
      )}
    </section>
  );
};

const RestsOnIt = ({ claim }: { readonly claim: Claim }) => {
  const reading = useCall('evidence.above', { kind: 'claim', id: claim.id });
  return (
    <section aria-labelledby="claim-above">
      <h3 id="claim-above" className={styles.heading}>
        What rests on it
      </h3>
      {reading.isError ? (
        <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
      ) : reading.data === undefined ? (
        <Skeleton lines={2} />
      ) : reading.data.above.length === 0 ? (
        <p className={styles.quiet}>Nothing yet.</p>
      ) : (
        <AboveTree
          reading={reading.data}
          label="What rests on it"
          onOpen={(evidence) => useNavigation.getState().go(addressOf(evidence))}
        />
      )}
    </section>
  );
};

const Details = ({ claim }: { readonly claim: Claim }) => (
  <div className={styles.details}>
    <header className={styles.head}>
      <div className={styles.names}>
        <p className={styles.quiet}>{claimNames[claim.kind].one}</p>
        <h2 className={styles.statement}>{claim.statement}</h2>
      </div>
      <IconButton
        icon={ListTree}
        label="What rests on this?"
        keys={aboveKeys}
        onPress={() => showAbove({ kind: 'claim', id: claim.id })}
      />
    </header>
    <RestsOn claim={claim} />
    <RestsOnIt claim={claim} />
    <Note claim={claim} />
  </div>
);

/** The claim that is looked at: its chain down to the quotes, what rests on it, a note. */
export const PlanningInspector = () => {
  const id = useNavigation((navigation) => navigation.address.id);
  const claims = useCall('claims.list', {});
  if (claims.isError)
    return <ErrorState error={claims.error} onRetry={() => void claims.refetch()} />;
  if (claims.data === undefined) return <Skeleton />;
  const claim = claims.data.find((one) => one.id === id);
  if (claim !== undefined) return <Details key={claim.id} claim={claim} />;
  if (id !== undefined)
    return (
      <EmptyState title="This is no longer in the project">
        It was deleted, or its making was undone. Undo may bring it back.
      </EmptyState>
    );
  return (
    <EmptyState title="Nothing chosen">
      Choose a finding, principle or planned change to follow it down to the quotes it rests on.
    </EmptyState>
  );
};
