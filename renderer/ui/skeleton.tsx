import styles from './skeleton.module.css';

/** Grey lines in the place of what is being read; they come after 200 ms, so quick reads show none. */
export const Skeleton = ({ lines = 6 }: { readonly lines?: number }) => (
  <div className={styles.skeleton} role="status" aria-label="Loading">
    {Array.from({ length: lines }, (_, index) => (
      <div key={index} className={styles.line} style={{ width: `${92 - ((index * 17) % 40)}%` }} />
    ))}
  </div>
);
