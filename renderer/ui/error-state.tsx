import { Button } from './button.tsx';
import styles from './state.module.css';

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

const detailsOf = (error: unknown): string => {
  if (error instanceof Error && 'error' in error) return JSON.stringify(error.error, null, 2);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

/** What a place shows when it could not be read: what happened, what to do, details to copy. */
export const ErrorState = ({ error, onRetry }: Props) => (
  <div className={styles.state} role="alert">
    <p className={styles.title}>This could not be shown</p>
    <p className={styles.words}>{error instanceof Error ? error.message : String(error)}</p>
    {onRetry === undefined ? null : <Button onPress={onRetry}>Try again</Button>}
    <details className={styles.details}>
      <summary>Details</summary>
      <pre>{detailsOf(error)}</pre>
    </details>
  </div>
);
