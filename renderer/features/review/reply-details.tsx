import { Trash2, UserPen } from 'lucide-react';
import { useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { Replied } from '#shared/model/reply.ts';
import { OutcomeForm } from './outcome-form.tsx';
import styles from './replies.module.css';
import { showDialog, useRepliesState } from './replies-state.ts';
import { deleteReply } from './reply-actions.ts';
import { AnswerMark, dayOf, onTheme, whoOf } from './reply-words.tsx';

const Theme = ({ item }: { readonly item: Replied }) => {
  const { themeId } = item;
  const name = onTheme(item.themeName);
  if (themeId === null)
    return (
      <>
        <h2 className={styles.theme} dir="auto">
          {name}
        </h2>
        {item.themeName === null ? null : (
          <p className={styles.quiet}>This theme is no longer in the project.</p>
        )}
      </>
    );
  return (
    <h2 className={styles.theme}>
      <button
        type="button"
        className={styles.link}
        onClick={() => useNavigation.getState().go({ area: 'themes', id: themeId })}
      >
        <bdi>{name}</bdi>
      </button>
    </h2>
  );
};

const Who = ({ item }: { readonly item: Replied }) => (
  <div className={styles.who}>
    <p>
      <strong dir="auto">{whoOf(item)}</strong>
      <span className={styles.quiet}>
        Answered {dayOf(item.answeredAt)}, received {dayOf(item.receivedAt)}, on ‘
        <bdi>{item.packName}</bdi>’
      </span>
    </p>
    <IconButton
      icon={UserPen}
      label="Change who replied"
      onPress={() =>
        showDialog({
          kind: 'who',
          id: item.replyId,
          reviewer: item.reviewer,
          role: item.role,
        })
      }
    />
    <IconButton icon={Trash2} label="Delete the reply" onPress={() => void deleteReply(item)} />
  </div>
);

/** One answer: on which theme, whose, its words, and what came of it. */
export const ReplyDetails = ({ items }: { readonly items: readonly Replied[] }) => {
  const id = useRepliesState((state) => state.itemId);
  const listed = items.find((item) => item.id === id);
  // An answer that has left the list, for example because it is decided now, is looked at still.
  const other = useCall(
    'replies.get',
    { itemId: id ?? '' },
    { enabled: id !== null && listed === undefined },
  );
  if (id === null)
    return (
      <EmptyState title="No answer chosen">
        Choose an answer to read it whole, and to say what came of it.
      </EmptyState>
    );
  if (listed === undefined && other.isError)
    return <ErrorState error={other.error} onRetry={() => void other.refetch()} />;
  const item = listed ?? other.data;
  if (item === undefined) return <Skeleton lines={6} />;
  if (item === null)
    return (
      <EmptyState title="This answer is no longer in the project">
        Its reply was deleted, or its import was undone. Undo may bring it back.
      </EmptyState>
    );
  return (
    <article className={styles.details} aria-label="The answer" key={item.id}>
      <Theme item={item} />
      <AnswerMark answer={item.answer} />
      {item.comment === '' ? (
        <p className={styles.quiet}>No comment</p>
      ) : (
        <blockquote className={styles.comment} dir="auto">
          {item.comment}
        </blockquote>
      )}
      <Who item={item} />
      <OutcomeForm key={item.id} item={item} items={items} />
    </article>
  );
};
