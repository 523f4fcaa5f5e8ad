import { ArrowUpRight, ListTree, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useOffers } from '#renderer/features/approach/use-offers.ts';
import { MarkButtons } from '#renderer/features/coding/mark-buttons.tsx';
import { aboveKeys } from '#renderer/features/evidence/evidence-commands.ts';
import { showAbove } from '#renderer/features/evidence/evidence-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { Retrieved } from '#shared/model/retrieval.ts';
import { markTargets, openSegment, removeTargets } from './analysis-actions.ts';
import styles from './analysis-inspector.module.css';
import { mostTurns, showDialog, turnsStep, useAnalysisState } from './analysis-state.ts';
import { RetrievalShares } from './retrieval-shares.tsx';
import { SegmentMemo } from './segment-memo.tsx';
import { placeOf } from './segment-row.tsx';
import { Surroundings, useIsMore } from './surroundings.tsx';
import { useLists } from './use-retrieval.ts';

const Shown = ({ segment }: { readonly segment: Retrieved }) => {
  const [turns, setTurns] = useState(turnsStep);
  const isMore = useIsMore({ segment, turns }) && turns < mostTurns;
  const lists = useLists();
  const code = useCall('codes.list', {}).data?.find(({ id }) => id === segment.codeId);
  const coder = useCall('coders.list', {}).data?.find(({ id }) => id === segment.coderId)?.name;
  const chosen = useAnalysisState((state) => state.chosen);
  const count = Math.max(1, chosen.size);
  return (
    <div className={styles.inspector}>
      <header className={styles.head}>
        <h2 className={styles.name}>{code === undefined ? 'Coding' : <CodeChip code={code} />}</h2>
        <IconButton
          icon={ListTree}
          label="What rests on this?"
          keys={aboveKeys}
          onPress={() => showAbove({ kind: 'coding', id: segment.id })}
        />
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
      {count > 1 ? (
        <p className={styles.several}>
          {counted(count, 'segment')} chosen: recoding, marks and removing go to all of them.
        </p>
      ) : null}
      <p className={styles.quiet}>
        {coder} · {new Date(segment.createdAt).toLocaleDateString()}
      </p>
      <Button small onPress={() => openSegment(segment)}>
        <ArrowUpRight size={14} aria-hidden /> Open in Coding
      </Button>
      <MarkButtons coding={segment} onMark={(mark) => void markTargets(mark)} />
      <SegmentMemo key={segment.id} codingId={segment.id} />
      <section aria-label="What stands around it">
        <h3 className={styles.heading}>What stands around it</h3>
        <Surroundings segment={segment} turns={turns} />
        {isMore ? (
          <Button kind="quiet" small onPress={() => setTurns(turns + turnsStep)}>
            Show {turnsStep} more turns
          </Button>
        ) : null}
      </section>
    </div>
  );
};

const CurrentSegment = () => {
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

/** The details: the segment the keys are at, and how all that was found divides. */
export const AnalysisInspector = () => {
  const tab = useAnalysisState((state) => state.tab);
  const { countsAs } = useOffers();
  return (
    <Tabs
      label="Details"
      selected={tab}
      onSelect={(id) => useAnalysisState.setState({ tab: id === 'counts' ? 'counts' : 'segment' })}
      tabs={[
        { id: 'segment', name: 'Segment', content: <CurrentSegment /> },
        {
          id: 'counts',
          name: countsAs === 'measure' ? 'Counts' : 'Where it is',
          content: <RetrievalShares />,
        },
      ]}
    />
  );
};
