import { Tabs } from '#renderer/ui/tabs.tsx';
import { PacksTab } from './packs-tab.tsx';
import styles from './review.module.css';
import { useReviewState } from './review-state.ts';

/** The tabs of the area, one file each. */
const tabs = [{ id: 'packs', name: 'Packs', content: <PacksTab /> }];

/** What people outside the team are asked about the themes, and what they answer. */
export const Review = () => {
  const tab = useReviewState((state) => state.tab);
  return (
    <div className={styles.review}>
      <header className={styles.header}>
        <h1 className={styles.title}>Review</h1>
      </header>
      <div className={styles.tabs}>
        <Tabs
          label="Review"
          tabs={tabs}
          selected={tab}
          onSelect={(next) => useReviewState.setState({ tab: next })}
        />
      </div>
    </div>
  );
};
