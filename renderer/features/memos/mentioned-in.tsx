import { useId } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import type { MemoRow } from '#shared/model/memo.ts';
import type { Link } from '#shared/text/links.ts';
import { openMemo } from './memo-actions.ts';
import { memoDay, onKind, shortDay } from './memo-words.ts';
import styles from './memos.module.css';

const onWhat = ({ targetKind, on }: MemoRow): string =>
  on === '' ? onKind[targetKind] : `${onKind[targetKind]}: ${on}`;

/** The memos that link to a record, each a way to it. Nothing where there are none. */
export const MentionedIn = ({ kind, id }: Link) => {
  const memos = useCall('memos.mentioning', { kind, id }).data;
  const heading = useId();
  if (memos === undefined || memos.length === 0) return null;
  return (
    <section className={styles.mentions} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        Mentioned in
      </h3>
      <ul>
        {memos.map((memo) => (
          <li key={memo.id}>
            <button type="button" className={styles.mentioning} onClick={() => openMemo(memo.id)}>
              <span className={styles.mentioningTitle}>{memo.title || memo.excerpt}</span>
              <span className={styles.quiet}>
                {onWhat(memo)}, {shortDay(memoDay(memo))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
