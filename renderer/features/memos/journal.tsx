import { Pencil } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { RichTextView } from '#renderer/editor/rich-text-editor.tsx';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { Memo } from '#shared/model/memo.ts';
import { newEntry, openMemo } from './memo-actions.ts';
import { MemoPage } from './memo-page.tsx';
import { dayOf, longDay, memoDay, shortDay } from './memo-words.ts';
import styles from './memos.module.css';
import { useMemosState } from './memos-state.ts';
import { useJournal } from './use-memo-pages.ts';

/** When and by whom an entry was written, where the day above does not say it. */
const By = ({ memo, coder }: { readonly memo: Memo; readonly coder: string }) => {
  const written = dayOf(memo.createdAt);
  return (
    <p className={styles.quiet}>
      {coder}
      {written === memoDay(memo) ? null : `, written ${shortDay(written)}`}
    </p>
  );
};

interface EntryProps {
  readonly memo: Memo;
  readonly coder: string;
}

const ReadEntry = ({ memo, coder }: EntryProps) => {
  const name = memo.title === '' ? `entry of ${shortDay(memoDay(memo))}` : `‘${memo.title}’`;
  return (
    <div className={styles.entry}>
      <div className={styles.entryHead}>
        {memo.title === '' ? null : <h3 className={styles.entryTitle}>{memo.title}</h3>}
        <By memo={memo} coder={coder} />
        <IconButton
          icon={Pencil}
          label={`Change ${name}`}
          data-entry={memo.id}
          onPress={() => {
            useMemosState.setState({ begun: memo.id });
            openMemo(memo.id);
          }}
        />
      </div>
      {memo.body === '' ? (
        <p className={styles.quiet}>Nothing written yet.</p>
      ) : (
        <RichTextView value={memo.body} />
      )}
    </div>
  );
};

/** Puts an entry away that was being written, and the focus on the way back into it. */
const finish = (id: string): void => {
  useNavigation.getState().settle({ area: 'memos' });
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-entry="${id}"]`)?.focus());
};

const Entry = ({ memo, coder }: EntryProps) => {
  const isOpen = useNavigation(({ address }) => address.area === 'memos' && address.id === memo.id);
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li ref={place} className={styles.entryPlace} data-open={isOpen}>
      {isOpen ? (
        <MemoPage memo={memo} onDone={() => finish(memo.id)} />
      ) : (
        <ReadEntry memo={memo} coder={coder} />
      )}
    </li>
  );
};

/** Reads on as the end comes near; the button is for who does not scroll. */
const Earlier = ({
  isBusy,
  onWanted,
}: {
  readonly isBusy: boolean;
  readonly onWanted: () => void;
}) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null || isBusy) return undefined;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) onWanted();
      },
      { rootMargin: '600px' },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [isBusy, onWanted]);
  return (
    <div ref={place} className={styles.earlier}>
      <Button isDisabled={isBusy} onPress={onWanted}>
        Show earlier entries
      </Button>
    </div>
  );
};

/** The reflexive journal: its entries by day, the latest first, each read and written in its place. */
export const Journal = () => {
  const journal = useJournal();
  const coders = useCall('coders.list', {}).data;
  const open = useNavigation(({ address }) => (address.area === 'memos' ? address.id : undefined));
  const entries = useMemo(
    () => journal.data?.pages.flatMap(({ memos }) => memos) ?? [],
    [journal.data],
  );
  const days = useMemo(() => Map.groupBy(entries, memoDay), [entries]);
  const opened = useCall('memos.get', { id: open ?? '' }, { enabled: open !== undefined }).data;
  const isFurtherOn =
    opened?.targetKind === 'project' && !entries.some((memo) => memo.id === opened.id);
  const { hasNextPage, isFetching, fetchNextPage } = journal;
  useEffect(() => {
    if (isFurtherOn && hasNextPage && !isFetching) void fetchNextPage();
  }, [isFurtherOn, hasNextPage, isFetching, fetchNextPage]);
  if (journal.isError && journal.data === undefined)
    return <ErrorState error={journal.error} onRetry={() => void journal.refetch()} />;
  if (journal.data === undefined) return <Skeleton lines={10} />;
  if (entries.length === 0)
    return (
      <EmptyState
        title="The journal is empty"
        action={
          <Button kind="primary" onPress={() => void newEntry()}>
            New entry
          </Button>
        }
      >
        It keeps how you came to your findings: what you brought to a reading, what surprised you,
        what you decided. For example ‘I expected anger, and heard relief.’
      </EmptyState>
    );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls takes the focus
    <div className={styles.journal} data-pane-focus tabIndex={0} role="region" aria-label="Journal">
      {[...days].map(([day, memos]) => (
        <section key={day} className={styles.dayOf} aria-label={longDay(day)}>
          <h2 className={styles.dayName}>
            <time dateTime={day}>{longDay(day)}</time>
          </h2>
          <ol>
            {memos.map((memo) => (
              <Entry
                key={memo.id}
                memo={memo}
                coder={coders?.find((known) => known.id === memo.coderId)?.name ?? ''}
              />
            ))}
          </ol>
        </section>
      ))}
      {hasNextPage ? <Earlier isBusy={isFetching} onWanted={() => void fetchNextPage()} /> : null}
    </div>
  );
};
