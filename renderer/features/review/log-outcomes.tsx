import { useMemo } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { Replied } from '#shared/model/reply.ts';
import styles from './log.module.css';
import { showReplies } from './replies-state.ts';
import { AnswerMark, dayOf, OutcomeMark, onTheme, whoOf } from './reply-words.tsx';
import { useReplied } from './use-replied.ts';

const Row = ({ item }: { readonly item: Replied }) => (
  <tr>
    <td className="figures">{dayOf(item.outcomeAt ?? item.receivedAt)}</td>
    <td>
      <button type="button" className={styles.link} dir="auto" onClick={() => showReplies(item.id)}>
        {onTheme(item.themeName)}
      </button>
    </td>
    <td>
      <AnswerMark answer={item.answer} />
      <p className={styles.said} dir="auto">
        {item.comment}
      </p>
      <p className={styles.quiet}>
        <bdi>{whoOf(item)}</bdi>, {dayOf(item.answeredAt)}
      </p>
    </td>
    <td>
      <OutcomeMark outcome={item.outcome} />
      <p className={styles.came} dir="auto">
        {item.outcomeNote}
      </p>
    </td>
  </tr>
);

/** Every answer with an outcome, the latest first, a page at a time. */
export const LogOutcomes = ({ onReplies }: { readonly onReplies: () => void }) => {
  const found = useReplied({ state: 'decided', order: 'decided' });
  const items = useMemo(() => found.data?.pages.flatMap((page) => page.items) ?? [], [found.data]);
  const total = found.data?.pages[0]?.total ?? 0;
  if (found.isError && found.data === undefined)
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <section className={styles.outcomes} aria-labelledby="log-outcomes">
      <h2 id="log-outcomes" className={styles.name}>
        What was said, and what came of it
      </h2>
      {found.data === undefined ? <Skeleton lines={4} /> : null}
      {found.data !== undefined && total === 0 ? (
        <div className={styles.none}>
          <p className={styles.quiet}>No answer has an outcome yet.</p>
          <Button small onPress={onReplies}>
            Go to the replies
          </Button>
        </div>
      ) : null}
      {total === 0 ? null : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Decided</th>
              <th scope="col">Theme</th>
              <th scope="col">What was said</th>
              <th scope="col">What came of it</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </tbody>
        </table>
      )}
      {found.hasNextPage ? (
        <Button isDisabled={found.isFetching} onPress={() => void found.fetchNextPage()}>
          Show more of {total.toLocaleString()} outcomes
        </Button>
      ) : null}
    </section>
  );
};
