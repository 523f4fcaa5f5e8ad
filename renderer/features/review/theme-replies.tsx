import { useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { Replied } from '#shared/model/reply.ts';
import styles from './replies.module.css';
import { showReplies } from './replies-state.ts';
import { AnswerMark, OutcomeMark, whoOf } from './reply-words.tsx';

/** How many are shown before somebody asks for more, and the most that are shown beside a theme. */
const shown = { first: 3, most: 200 } as const;

const goTo = (id: string): void => {
  showReplies(id);
  useNavigation.getState().go({ area: 'review' });
};

const One = ({ item }: { readonly item: Replied }) => (
  <li className={styles.besideOne}>
    <p className={styles.besideHead}>
      <AnswerMark answer={item.answer} />
      <span className={styles.quiet} dir="auto">
        {whoOf(item)}
      </span>
    </p>
    {item.comment === '' ? null : (
      <p className={styles.besideWords} dir="auto">
        {item.comment}
      </p>
    )}
    <p className={styles.besideHead}>
      <OutcomeMark outcome={item.outcome} />
      <Button kind="quiet" small onPress={() => goTo(item.id)}>
        {item.outcome === 'open' ? 'Decide' : 'Show in Review'}
      </Button>
    </p>
    {item.outcomeNote === '' ? null : (
      <p className={styles.besideNote} dir="auto">
        {item.outcomeNote}
      </p>
    )}
  </li>
);

/** What reviewers said of a theme and what came of it, beside the theme; nothing where nobody has. */
export const ThemeReplies = ({ themeId }: { readonly themeId: string }) => {
  const [isWhole, setIsWhole] = useState(false);
  const found = useCall('replies.list', { themeId, limit: shown.most }).data;
  if (found === undefined || found.total === 0) return null;
  const { total, open, items } = found;
  return (
    <section className={styles.besideTheme} aria-labelledby="theme-replies">
      <h3 id="theme-replies">
        What reviewers said{' '}
        <span className="figures">
          {total.toLocaleString()}
          {open === 0 ? '' : `, ${open.toLocaleString()} open`}
        </span>
      </h3>
      <ul>
        {(isWhole ? items : items.slice(0, shown.first)).map((item) => (
          <One key={item.id} item={item} />
        ))}
      </ul>
      {isWhole || total <= shown.first ? null : (
        <Button kind="quiet" small onPress={() => setIsWhole(true)}>
          Show all {Math.min(total, shown.most).toLocaleString()}
        </Button>
      )}
    </section>
  );
};
