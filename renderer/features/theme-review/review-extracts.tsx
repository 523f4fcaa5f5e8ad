import { useEffect, useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { type Arranged, arrange, type Lists } from '#renderer/features/analysis/retrieval-rows.ts';
import { useLists, useSegment } from '#renderer/features/analysis/use-retrieval.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { MeasuredList } from '#renderer/ui/measured-list.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { Code } from '#shared/model/code.ts';
import type { Hits } from '#shared/model/retrieval.ts';
import styles from './review.module.css';
import { leaveReview, openExtract } from './review-actions.ts';
import { fitWords, ReviewExtract } from './review-extract.tsx';
import { countFits, type Marks, marksOf, shownHits } from './review-rows.ts';
import { type Shown, useReviewState } from './review-state.ts';
import { useReviewKeys } from './use-review-keys.ts';

const none: readonly never[] = [];
const headingHeight = 44;
const extractHeight = 128;

const groupings = [
  { id: 'case', name: 'By case' },
  { id: 'group', name: 'By group' },
  { id: 'time point', name: 'By time point' },
  { id: 'source', name: 'By source' },
  { id: 'code', name: 'By code' },
] as const;

interface RowProps {
  readonly ids: readonly string[];
  readonly index: number;
  readonly lists: Lists;
  readonly codes: ReadonlyMap<string, Code>;
  readonly marks: Marks;
}

const Row = ({ ids, index, lists, codes, marks }: RowProps) => {
  const extract = useSegment(ids, index);
  const isCurrent = useReviewState((state) => state.current === ids[index]);
  if (extract === undefined) return <div className={styles.coming} aria-hidden />;
  return (
    <ReviewExtract
      extract={extract}
      code={codes.get(extract.codeId)}
      mark={marks.get(extract.id)}
      lists={lists}
      isCurrent={isCurrent}
    />
  );
};

interface ListProps {
  readonly hits: Hits;
  readonly marks: Marks;
}

/**
 * Where the keys are among these extracts, -1 for nowhere. An extract that went out of the list, for
 * example since it was marked otherwise, hands over to the one that took its place.
 */
const usePlace = (ids: readonly string[]): number => {
  const current = useReviewState((state) => state.current);
  const before = useReviewState((state) => state.currentAt);
  const places = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids]);
  const at = current === null ? -1 : (places.get(current) ?? Math.min(before, ids.length - 1));
  const id = ids[at] ?? null;
  useEffect(() => {
    if (current === null) return;
    if (id === current && at === before) return;
    // Another one may have been gone to meanwhile, which stays.
    useReviewState.setState((state) =>
      state.current === current ? { current: id, currentAt: at } : state,
    );
  }, [id, at, current, before]);
  return at;
};

/** Goes to the first extract of the case or group that was asked for. */
const useReveal = ({ rows }: Arranged): void => {
  const reveal = useReviewState((state) => state.reveal);
  useEffect(() => {
    if (reveal === null) return;
    const first = rows[rows.findIndex(({ key }) => key === `heading ${reveal}`) + 1];
    if (first?.type === 'segment')
      useReviewState.setState({ current: first.key, currentAt: first.index, reveal: null });
  }, [reveal, rows]);
};

const List = ({ hits, marks }: ListProps) => {
  const groupBy = useReviewState((state) => state.groupBy);
  const lists = useLists();
  const codes = useCall('codes.list', {}).data ?? none;
  const byId = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const arranged = useMemo(
    () => arrange(hits, { groupBy, sortBy: 'place' }, lists),
    [hits, groupBy, lists],
  );
  const { rows, ids } = arranged;
  useReveal(arranged);
  const rowOf = useMemo(() => new Map(rows.map(({ key }, row) => [key, row])), [rows]);
  const at = usePlace(ids);
  const currentExtract = useSegment(ids, Math.max(at, 0));
  const reviewKeys = useReviewKeys();
  return (
    <MeasuredList
      label="Extracts"
      count={rows.length}
      keyOf={(index) => rows[index]?.key ?? String(index)}
      estimate={(index) => (rows[index]?.type === 'heading' ? headingHeight : extractHeight)}
      isHeading={(index) => rows[index]?.type === 'heading'}
      current={rowOf.get(ids[at] ?? '') ?? -1}
      onMove={(index) => {
        const row = rows[index];
        if (row?.type === 'segment')
          useReviewState.setState({ current: row.key, currentAt: row.index });
      }}
      onOpen={() => {
        if (currentExtract !== undefined && currentExtract.id === ids[at])
          openExtract(currentExtract);
      }}
      onOtherKey={reviewKeys}
    >
      {(index) => {
        const row = rows[index];
        if (row === undefined) return null;
        if (row.type === 'segment')
          return <Row ids={ids} index={row.index} lists={lists} codes={byId} marks={marks} />;
        return (
          <h2 className={styles.heading}>
            {row.name} <span className="figures">{counted(row.segments, 'extract')}</span>
          </h2>
        );
      }}
    </MeasuredList>
  );
};

const Nothing = ({ shown }: { readonly shown: Shown }) =>
  shown === 'all' ? (
    <EmptyState
      title="No extracts yet"
      action={
        <Button kind="primary" onPress={leaveReview}>
          Back to the themes
        </Button>
      }
    >
      Extracts come with the codes of a theme. Add a code that is used in an interview.
    </EmptyState>
  ) : (
    <EmptyState
      title={shown === 'not marked' ? 'Every extract is marked' : 'No extract is marked so'}
      action={
        <Button onPress={() => useReviewState.setState({ shown: 'all' })}>Show all extracts</Button>
      }
    >
      {shown === 'contrary'
        ? 'A contrary case speaks against the theme. Looking for one tests it: press C on an extract.'
        : null}
    </EmptyState>
  );

/** The extracts of a theme by case or group, to be held against it one by one. */
export const ReviewExtracts = ({ themeId }: { readonly themeId: string }) => {
  const found = useCall('extracts.find', { themeId });
  const marked = useCall('extracts.marked', { themeId });
  const { groupBy, shown } = useReviewState();
  const marks = useMemo(() => marksOf(marked.data ?? none), [marked.data]);
  const hits = useMemo(
    () => (found.data === undefined ? undefined : shownHits(found.data, marks, shown)),
    [found.data, marks, shown],
  );
  const failed = [found, marked].find((reading) => reading.isError);
  if (failed?.error)
    return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (found.data === undefined || hits === undefined || marked.data === undefined)
    return <Skeleton lines={10} />;
  const counts = countFits(found.data, marks);
  const total = found.data.ids.length;
  const rest = total - counts.telling - counts['fits badly'] - counts.contrary;
  const choice = (id: Shown, name: string, count: number) => ({
    id,
    name: `${name}, ${count.toLocaleString()}`,
  });
  return (
    <div className={styles.sheet}>
      <div className={styles.tools}>
        <Select
          label="Group extracts"
          hideLabel
          choices={groupings}
          value={groupBy}
          onChange={(id) => useReviewState.setState({ groupBy: id })}
        />
        <Select
          label="Show extracts"
          hideLabel
          choices={[
            choice('all', 'All extracts', total),
            choice('not marked', 'Not marked', rest),
            ...(['telling', 'fits badly', 'contrary'] as const).map((fit) =>
              choice(fit, fitWords[fit].name, counts[fit]),
            ),
          ]}
          value={shown}
          onChange={(id) => useReviewState.setState({ shown: id })}
        />
        <p className={styles.keys}>
          <kbd>T</kbd> telling, <kbd>B</kbd> fits badly, <kbd>C</kbd> contrary, <kbd>N</kbd> note
        </p>
      </div>
      {hits.ids.length === 0 ? <Nothing shown={shown} /> : <List hits={hits} marks={marks} />}
    </div>
  );
};
