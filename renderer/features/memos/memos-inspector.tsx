import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { Mention } from '#renderer/editor/mention.tsx';
import { useNavigation } from '#renderer/state/navigation.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { Memo } from '#shared/model/memo.ts';
import { linksIn, linkUrl } from '#shared/text/links.ts';
import { MemoOn } from './memo-on.tsx';
import { memoDay, shortDay } from './memo-words.ts';
import styles from './memos.module.css';
import { MentionedIn } from './mentioned-in.tsx';

const Links = ({ memo }: { readonly memo: Memo }) => {
  const links = useMemo(() => linksIn(memo.body), [memo.body]);
  if (links.length === 0)
    return (
      <p className={styles.quiet}>
        None yet. Type @ and a name to link to a code, theme, source, case or memo.
      </p>
    );
  return (
    <ul className={styles.links}>
      {links.map((link) => (
        <li key={linkUrl(link)}>
          <Mention url={linkUrl(link)} text="what was linked" />
        </li>
      ))}
    </ul>
  );
};

const Details = ({ memo }: { readonly memo: Memo }) => {
  const coders = useCall('coders.list', {}).data;
  const coder = coders?.find((known) => known.id === memo.coderId)?.name ?? '';
  return (
    <div className={styles.details}>
      <h2 className={styles.detailsName}>
        {memo.title || (memo.targetKind === 'project' ? 'Journal entry' : 'Memo')}
      </h2>
      <section aria-label="What it is on">
        <h3 className={styles.heading}>On</h3>
        <MemoOn memo={memo} />
      </section>
      <section aria-label="Links">
        <h3 className={styles.heading}>Links</h3>
        <Links memo={memo} />
      </section>
      <MentionedIn kind="memo" id={memo.id} />
      <p className={styles.quiet}>
        {coder}. Written {shortDay(memoDay({ ...memo, day: null }))}, changed{' '}
        {shortDay(memoDay({ createdAt: memo.updatedAt, day: null }))}.
      </p>
    </div>
  );
};

/** The open memo: what it is on, what it links to, and where it is mentioned. */
export const MemosInspector = () => {
  const id = useNavigation(({ address }) => (address.area === 'memos' ? address.id : undefined));
  const memo = useCall('memos.get', { id: id ?? '' }, { enabled: id !== undefined });
  if (id === undefined)
    return (
      <EmptyState title="No memo chosen">
        Choose a memo to see what it is on, what it links to, and where it is mentioned.
      </EmptyState>
    );
  if (memo.isError) return <ErrorState error={memo.error} onRetry={() => void memo.refetch()} />;
  if (memo.data === undefined) return <Skeleton lines={4} />;
  if (memo.data === null) return <EmptyState title="This memo is no longer in the project" />;
  return <Details key={id} memo={memo.data} />;
};
