import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { counted, quoted } from '#renderer/ui/words.ts';
import { memoTargets } from '#shared/model/memo.ts';
import { MemoList } from './memo-list.tsx';
import { MemoPage } from './memo-page.tsx';
import { targetNames } from './memo-words.ts';
import styles from './memos.module.css';
import { anyCoder, changeFilter, type MemoOrder, noFilter, useMemosState } from './memos-state.ts';
import { useFoundMemos } from './use-memo-pages.ts';

const kinds = [
  { id: 'any', name: 'On anything' },
  ...memoTargets.map((id) => ({ id, name: targetNames[id] })),
] as const;

const orders: readonly { readonly id: MemoOrder; readonly name: string }[] = [
  { id: 'newest', name: 'Newest first' },
  { id: 'oldest', name: 'Oldest first' },
  { id: 'target', name: 'By what they are on' },
];

const Filters = ({ found }: { readonly found: string }) => {
  const { filter, order } = useMemosState();
  const coders = useCall('coders.list', {}).data ?? [];
  return (
    <div className={styles.filters}>
      <div className={styles.search} data-memo-filter>
        <SearchField
          label="Filter memos"
          value={filter.text}
          onChange={(text) => changeFilter({ text })}
        />
      </div>
      <div className={styles.choice}>
        <Select
          label="What they are on"
          hideLabel
          choices={kinds}
          value={filter.kind}
          onChange={(kind) => changeFilter({ kind })}
        />
      </div>
      {coders.length < 2 ? null : (
        <div className={styles.choice}>
          <Select
            label="Who wrote them"
            hideLabel
            choices={[{ id: anyCoder, name: 'By anybody' }, ...coders]}
            value={filter.coderId}
            onChange={(coderId) => changeFilter({ coderId })}
          />
        </div>
      )}
      <div className={styles.dates}>
        <TextField
          label="From"
          type="date"
          value={filter.from}
          onChange={(from) => changeFilter({ from })}
        />
        <TextField
          label="to"
          type="date"
          value={filter.to}
          onChange={(to) => changeFilter({ to })}
        />
      </div>
      <div className={styles.choice}>
        <Select
          label="Order"
          hideLabel
          choices={orders}
          value={order}
          onChange={(next) => useMemosState.setState({ order: next })}
        />
      </div>
      <span className={`${styles.quiet} figures`} role="status">
        {found}
      </span>
    </div>
  );
};

/** The memo that is chosen, open to be written in. */
const OpenMemo = () => {
  const id = useNavigation(({ address }) => (address.area === 'memos' ? address.id : undefined));
  const memo = useCall('memos.get', { id: id ?? '' }, { enabled: id !== undefined });
  if (id === undefined)
    return (
      <EmptyState title="No memo chosen">
        Choose a memo to read it here and write on. What it is on, and where it is mentioned, stand
        in the details.
      </EmptyState>
    );
  if (memo.isError) return <ErrorState error={memo.error} onRetry={() => void memo.refetch()} />;
  if (memo.data === undefined) return <Skeleton lines={6} />;
  if (memo.data === null)
    return (
      <EmptyState title="This memo is no longer in the project">
        It was deleted, or its making was undone. Undo may bring it back.
      </EmptyState>
    );
  return <MemoPage key={id} memo={memo.data} />;
};

const noneTitle = (text: string): string =>
  text === '' ? 'No memo matches these filters' : `No memo has ${quoted(text)}`;

/** Every memo of the project: found, read, changed, deleted. */
export const AllMemos = () => {
  const { filter, order } = useMemosState();
  const found = useFoundMemos(filter, order);
  const memos = useMemo(() => found.data?.pages.flatMap((page) => page.memos) ?? [], [found.data]);
  const total = found.data?.pages[0]?.total ?? 0;
  const isFiltered = Object.entries(noFilter).some(
    ([key, value]) => filter[key as keyof typeof noFilter] !== value,
  );
  const { hasNextPage, isFetching, fetchNextPage } = found;
  if (found.isError && found.data === undefined)
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Skeleton lines={10} />;
  if (total === 0 && !isFiltered && !isFetching)
    return (
      <EmptyState title="No memos yet">
        A memo keeps a thought where it came up: on a code, a coding, a theme, a source, a case, or
        in the journal. For example ‘Is this about rest, or about giving up?’
      </EmptyState>
    );
  return (
    <div className={styles.all}>
      <Filters found={counted(total, 'memo')} />
      <div className={styles.beside}>
        {total === 0 ? (
          <EmptyState
            title={noneTitle(filter.text.trim())}
            action={
              <Button onPress={() => useMemosState.setState({ filter: noFilter })}>
                Clear the filters
              </Button>
            }
          />
        ) : (
          <MemoList
            memos={memos}
            isReading={isFetching && hasNextPage}
            onMore={() => {
              if (hasNextPage && !isFetching) void fetchNextPage();
            }}
          />
        )}
        <div className={styles.open}>
          <OpenMemo />
        </div>
      </div>
    </div>
  );
};
