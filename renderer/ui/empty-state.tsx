import type { ReactNode } from 'react';
import styles from './state.module.css';

interface Props {
  /** What this place is for. */
  readonly title: string;
  /** One line of example or of help. */
  readonly children?: ReactNode;
  /** The one thing to do next. */
  readonly action?: ReactNode;
}

/** What a place shows while there is nothing in it. */
export const EmptyState = ({ title, children, action }: Props) => (
  <div className={styles.state}>
    <p className={styles.title}>{title}</p>
    {children === undefined ? null : <p className={styles.words}>{children}</p>}
    {action}
  </div>
);
