import type { ReactNode } from 'react';
import styles from './tabbed-area.module.css';
import { Tabs, type TabsProps } from './tabs.tsx';

interface Props extends Omit<TabsProps, 'label'> {
  readonly title: string;
  /** Beside the title: what is done most, whichever tab is open. */
  readonly action?: ReactNode;
}

/** A work area of several tabs under one title. */
export const TabbedArea = ({ title, action, ...tabs }: Props) => (
  <div className={styles.area}>
    <header className={styles.header}>
      <h1 className={styles.title}>{title}</h1>
      {action}
    </header>
    <div className={styles.tabs}>
      <Tabs label={title} {...tabs} />
    </div>
  </div>
);
