import { ArrowUpRight, Pencil, Trash2 } from 'lucide-react';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { Retrieved } from '#shared/model/retrieval.ts';
import { openSegment, removeTargets, targets } from './analysis-actions.ts';
import styles from './analysis-inspector.module.css';
import { showDialog, useAnalysisState } from './analysis-state.ts';
import { SegmentMemo } from './segment-memo.tsx';
import { placeOf, Surroundings } from './segment-row.tsx';
import { useLists } from './use-retrieval.ts';

const Shown = ({ segment }: { readonly segment: Retrieved }) => {
  const lists = useLists();
  const code = useCall('codes.list', {}).data?.find(({ id }) => id === segment.codeId);
  const coder = useCall('coders.list', {}).data?.find(({ id }) => id === segment.coderId)?.name;
  const count = targets().length;
  return (
    <div className={styles.inspector}>
      <header className={styles.head}>
        <h2 className={styles.name}>{code === undefined ? 'Coding' : <CodeChip code={code} />}</h2>
        <IconButton
          icon={Pencil}
          label={count > 1 ? `Recode ${counted(count, 'segment')}` : 'Recode'}
          keys="r"
          onPress={() => showDialog('recode')}
        />
        <IconButton
          icon={Trash2}
          label={count > 1 ? `Remove ${counted(count, 'coding')}` : 'Remove coding'}
          keys="Delete"
          onPress={() => void removeTargets()}
        />
      </header>
      <p className={`${styles.quiet} figures`}>{placeOf(segment, lists)}</p>
      <p className={styles.quiet}>
        {coder} · {new Date(segment.createdAt).toLocaleDateString()}
      </p>
      <Button small onPress={() => openSegment(segment)}>
        <ArrowUpRight size={14} aria-hidden /> Open in Coding
      </Button>
      <SegmentMemo key={segment.id} codingId={segment.id} />
      <section aria-label="What stands around it">
        <h3 className={styles.heading}>What stands around it</h3>
        <Surroundings segment={segment} />
      </section>
    </div>
  );
};

/** The segment the keys are at: where it stands, its memo, what stands around it. */
export const AnalysisInspector = () => {
  const current = useAnalysisState((state) => state.current);
  const { data } = useCall(
    'queries.segments',
    { ids: current === null ? [] : [current] },
    { keepPrevious: true },
  );
  const segment = data?.[0];
  if (current === null || segment === undefined)
    return (
      <EmptyState title="No segment chosen">
        Go through the segments with the arrow keys. Space chooses several, Enter opens one in its
        source.
      </EmptyState>
    );
  return <Shown segment={segment} />;
};
