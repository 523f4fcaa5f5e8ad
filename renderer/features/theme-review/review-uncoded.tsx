import { useQuery } from '@tanstack/react-query';
import { ArrowUpRight } from 'lucide-react';
import { useState } from 'react';
import { ask } from '#renderer/client/call.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { MeasuredList } from '#renderer/ui/measured-list.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { Uncoded } from '#shared/model/theme-reach.ts';
import styles from './review.module.css';
import { openUncoded } from './review-actions.ts';
import { useReviewKeys } from './use-review-keys.ts';

/** How many stretches are fetched at once. */
const pageSize = 200;
const rowHeight = 96;

const usePage = (themeId: string, index: number) => {
  const offset = Math.floor(index / pageSize) * pageSize;
  return useQuery({
    queryKey: ['themes.uncoded', themeId, offset],
    queryFn: () => ask('themes.uncoded', { id: themeId, offset, limit: pageSize }),
    placeholderData: (before) => before,
  });
};

/** Who says it and where: `P03 Nasreen · P03 first interview · turn 23`. */
const placeOf = ({ pseudonym, speaker, sourceName, turn }: Uncoded): string =>
  [
    pseudonym ?? speaker,
    sourceName === pseudonym ? null : sourceName,
    turn === null ? null : `turn ${turn}`,
  ]
    .filter((part) => part !== null)
    .join(' · ');

interface RowProps {
  readonly themeId: string;
  readonly index: number;
  readonly isCurrent: boolean;
}

const Row = ({ themeId, index, isCurrent }: RowProps) => {
  const stretch = usePage(themeId, index).data?.stretches[index % pageSize];
  if (stretch === undefined) return <div className={styles.coming} aria-hidden />;
  return (
    <div className={styles.stretch}>
      <p className={`${styles.quiet} figures`}>
        {placeOf(stretch)} · {stretch.side} an extract
      </p>
      <p className={styles.words} dir="auto">
        {stretch.text}
      </p>
      <button
        type="button"
        className={styles.jump}
        tabIndex={isCurrent ? 0 : -1}
        onClick={() => openUncoded(stretch)}
      >
        <ArrowUpRight size={12} aria-hidden /> Open in Coding
      </button>
    </div>
  );
};

/** What is said beside the extracts of a theme and carries no code: perhaps more of it, or against it. */
export const ReviewUncoded = ({ themeId }: { readonly themeId: string }) => {
  const [current, setCurrent] = useState(-1);
  const first = usePage(themeId, 0);
  const here = usePage(themeId, Math.max(0, current)).data;
  const reviewKeys = useReviewKeys();
  if (first.isError) return <ErrorState error={first.error} onRetry={() => void first.refetch()} />;
  if (first.data === undefined) return <Skeleton lines={8} />;
  const { total } = first.data;
  if (total === 0)
    return (
      <EmptyState title="Nothing beside the extracts is uncoded">
        Words in the same turn as an extract, or the next one to it, that carry no code would stand
        here.
      </EmptyState>
    );
  return (
    <div className={styles.sheet}>
      <p className={`${styles.lead} figures`}>
        {counted(total, 'stretch', 'stretches')} beside the extracts{' '}
        {total === 1 ? 'carries' : 'carry'} no code. The interviewer’s turns are left out.
      </p>
      <MeasuredList
        label="Uncoded words beside the extracts"
        count={total}
        keyOf={String}
        estimate={() => rowHeight}
        current={Math.min(current, total - 1)}
        onMove={setCurrent}
        onOpen={(index) => {
          const stretch = here?.stretches[index % pageSize];
          if (stretch !== undefined) openUncoded(stretch);
        }}
        onOtherKey={reviewKeys}
      >
        {(index) => <Row themeId={themeId} index={index} isCurrent={index === current} />}
      </MeasuredList>
    </div>
  );
};
