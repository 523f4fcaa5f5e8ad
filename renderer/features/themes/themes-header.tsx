import type { ReactNode } from 'react';
import styles from './themes-header.module.css';

interface Props {
  /** How much there is; absent while that is not known and nothing is offered yet. */
  readonly summary?: string;
  readonly children?: ReactNode;
}

/** What stands above the themes, however they are looked at. */
export const ThemesHeader = ({ summary, children }: Props) => (
  <header className={styles.header}>
    <h1 className={styles.title}>Themes</h1>
    {summary === undefined ? null : <p className={`${styles.summary} figures`}>{summary}</p>}
    {children}
  </header>
);
