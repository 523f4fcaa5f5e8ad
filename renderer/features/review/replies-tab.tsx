import { useMemo, useRef } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useFileDrop } from '#renderer/features/library/use-file-drop.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted } from '#renderer/ui/words.ts';
import styles from './replies.module.css';
import { anyPack, showDialog, useRepliesState } from './replies-state.ts';
import { importReplies, pickReplies } from './reply-actions.ts';
import { useAnswerCommands } from './reply-commands.ts';
import { ReplyDetails } from './reply-details.tsx';
import { ReplyList } from './reply-list.tsx';
import { useReplied } from './use-replied.ts';

const stateChoices = [
  { id: 'all', name: 'Open and decided' },
  { id: 'open', name: 'Open' },
  { id: 'decided', name: 'Decided' },
] as const;

const Ways = () => (
  <>
    <Button kind="primary" onPress={() => void pickReplies()}>
      Import replies
    </Button>
    <Button onPress={() => showDialog({ kind: 'paper' })}>Type in a paper reply</Button>
  </>
);

const Filters = ({ total, open }: { readonly total: number; readonly open: number }) => {
  const { packId, state } = useRepliesState();
  const packs = useCall('packs.list', {}).data;
  return (
    <div className={styles.filters}>
      {packs === undefined || packs.length < 2 ? null : (
        <div className={styles.choice}>
          <Select
            label="Review pack"
            hideLabel
            choices={[{ id: anyPack, name: 'All packs' }, ...packs]}
            value={packs.some(({ id }) => id === packId) ? packId : anyPack}
            onChange={(id) => useRepliesState.setState({ packId: id })}
          />
        </div>
      )}
      <div className={styles.choice}>
        <Select
          label="Open or decided"
          hideLabel
          choices={stateChoices}
          value={state}
          onChange={(next) => useRepliesState.setState({ state: next })}
        />
      </div>
      <span className={`${styles.quiet} figures`} role="status">
        {counted(total, 'answer')}
        {open > 0 && state !== 'open' ? `, ${open.toLocaleString()} open` : ''}
      </span>
      <div className={styles.ways}>
        <Ways />
      </div>
    </div>
  );
};

const None = ({ isFiltered }: { readonly isFiltered: boolean }) =>
  isFiltered ? (
    <EmptyState
      title="No answer matches these filters"
      action={
        <Button onPress={() => useRepliesState.setState({ packId: anyPack, state: 'all' })}>
          Clear the filters
        </Button>
      }
    />
  ) : (
    <EmptyState
      title="No replies yet"
      action={
        <div className={styles.waysAlone}>
          <Ways />
        </div>
      }
    >
      Reviewers save a small file and send it back. Import it here, or drop it on this page. What
      came on paper can be typed in.
    </EmptyState>
  );

const Answers = () => {
  const { packId, state, itemId } = useRepliesState();
  const packs = useCall('packs.list', {}).data;
  const pack = packs?.some(({ id }) => id === packId) === true ? packId : null;
  const filter = useMemo(() => ({ packId: pack, state }), [pack, state]);
  const found = useReplied(filter);
  const items = useMemo(() => found.data?.pages.flatMap((page) => page.items) ?? [], [found.data]);
  useAnswerCommands(
    items.find(({ id }) => id === itemId),
    items,
  );
  const { total = 0, open = 0 } = found.data?.pages[0] ?? {};
  const { hasNextPage, isFetching, fetchNextPage } = found;
  if (found.isError && found.data === undefined)
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Skeleton lines={10} />;
  const isFiltered = pack !== null || state !== 'all';
  if (total === 0 && !isFiltered && !isFetching) return <None isFiltered={false} />;
  return (
    <div className={styles.all}>
      <Filters total={total} open={open} />
      <div className={styles.beside}>
        {total === 0 ? (
          <None isFiltered />
        ) : (
          <ReplyList
            items={items}
            isReading={isFetching && hasNextPage}
            onMore={() => {
              if (hasNextPage && !isFetching) void fetchNextPage();
            }}
          />
        )}
        <div className={styles.open}>
          <ReplyDetails items={items} />
        </div>
      </div>
    </div>
  );
};

/** What reviewers sent back, by pack and theme, with what came of it. Files can be dropped on it. */
export const RepliesTab = () => {
  const frame = useRef<HTMLDivElement>(null);
  const isOver = useFileDrop(frame, importReplies);
  return (
    <div className={styles.frame} ref={frame} data-over={isOver}>
      <Answers />
      {isOver ? <p className={styles.drop}>Drop reply files to import them</p> : null}
    </div>
  );
};
