import { useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted, listed } from '#renderer/ui/words.ts';
import type { Evidence, Link } from '#shared/model/evidence.ts';
import { AboveTree } from './above-tree.tsx';
import styles from './evidence.module.css';
import { closeAbove, useEvidenceState } from './evidence-state.ts';
import { addressOf, kindOf } from './evidence-words.ts';
import { EvidenceWords } from './evidence-words-row.tsx';

/** How many of each kind there are, in the order of the chain: `2 codes, 1 theme and 3 findings`. */
const countedKinds = (above: readonly Evidence[]): string => {
  const byKind = Map.groupBy(above, (one) => kindOf(one));
  const order = ['Code', 'Theme', 'Finding', 'Guiding principle', 'Planned change'];
  return listed(
    order.flatMap((kind) => {
      const count = byKind.get(kind)?.length ?? 0;
      return count === 0 ? [] : [counted(count, kind.toLowerCase())];
    }),
  );
};

/** Goes to the place of a record. */
const open = (evidence: Evidence): void => {
  closeAbove();
  useNavigation.getState().go(addressOf(evidence));
};

const Shown = ({ asked }: { readonly asked: Link }) => {
  const reading = useCall('evidence.above', asked);
  if (reading.isError)
    return <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />;
  if (reading.data === undefined) return <Skeleton lines={6} />;
  const { of, above } = reading.data;
  return (
    <>
      <div className={styles.asked}>
        <EvidenceWords evidence={of} />
      </div>
      {above.length === 0 ? (
        <EmptyState title="Nothing rests on this yet">
          Findings, guiding principles and planned changes in Planning say what they rest on. Codes
          carry themes when they stand in one.
        </EmptyState>
      ) : (
        <>
          <p className={styles.summary}>{countedKinds(above)}</p>
          <AboveTree reading={reading.data} label="What rests on this" onOpen={open} autoFocus />
        </>
      )}
    </>
  );
};

/** What rests on a record: every code, theme, finding, principle and planned change above it. */
export const AboveDialog = () => {
  const asked = useEvidenceState((state) => state.asked);
  if (asked === null) return null;
  return (
    <Dialog
      title="What rests on this?"
      isOpen
      size="medium"
      onClose={closeAbove}
      actions={
        <Button kind="quiet" onPress={closeAbove}>
          Close
        </Button>
      }
    >
      <Shown asked={asked} />
    </Dialog>
  );
};
