import { useCall } from '#renderer/client/queries.ts';
import { countsForOrientation } from '#renderer/features/approach/approach-words.ts';
import { useOffers } from '#renderer/features/approach/use-offers.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { Reached } from '#shared/model/theme-reach.ts';
import styles from './review.module.css';
import { useReviewState } from './review-state.ts';

interface ListProps {
  readonly what: 'group' | 'case';
  readonly all: readonly Reached[];
  /** Extracts that count for none of them. */
  readonly without: number;
}

/** Shows the extracts of a group or case. */
const showExtracts = (groupBy: 'group' | 'case', id: string): void =>
  useReviewState.setState({ tab: 'extracts', groupBy, shown: 'all', reveal: id });

const List = ({ what, all, without }: ListProps) => {
  const silent = all.filter(({ extracts }) => extracts === 0);
  const speaking = all.filter(({ extracts }) => extracts > 0);
  return (
    <section aria-labelledby={`reach-${what}`} className={styles.reach}>
      <h2 id={`reach-${what}`} className={styles.reachTitle}>
        {what === 'group' ? 'Groups' : 'Cases'}
      </h2>
      {all.length === 0 ? (
        <p className={styles.quiet}>
          {what === 'group' ? 'No source belongs to a group.' : 'Nobody in the sources is a case.'}
        </p>
      ) : null}
      {silent.length === 0 ? null : (
        <>
          <h3 className={styles.reachHeading}>Silent</h3>
          <ul className={styles.silent} aria-label={`Silent ${what}s`}>
            {silent.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </>
      )}
      {speaking.length === 0 && without === 0 ? null : (
        <>
          <h3 className={styles.reachHeading}>Heard</h3>
          <ul className={styles.heard} aria-label={`Heard ${what}s`}>
            {speaking.map(({ id, name, extracts }) => (
              <li key={id}>
                <button
                  type="button"
                  className={styles.reached}
                  onClick={() => showExtracts(what, id)}
                >
                  <span>{name}</span>{' '}
                  <span className={`${styles.quiet} figures`}>{counted(extracts, 'extract')}</span>
                </button>
              </li>
            ))}
            {without === 0 ? null : (
              <li className={styles.reached}>
                <span>No {what}</span>{' '}
                <span className={`${styles.quiet} figures`}>{counted(without, 'extract')}</span>
              </li>
            )}
          </ul>
        </>
      )}
    </section>
  );
};

/** Which cases and groups a theme has extracts of, and which are silent. */
export const ReviewReach = ({ themeId }: { readonly themeId: string }) => {
  const reach = useCall('themes.reach', { id: themeId });
  const { countsAs } = useOffers();
  if (reach.isError) return <ErrorState error={reach.error} onRetry={() => void reach.refetch()} />;
  if (reach.data === undefined) return <Skeleton lines={8} />;
  const { cases, groups, withoutCase, withoutGroup } = reach.data;
  return (
    <div className={styles.reaches}>
      <p className={styles.lead}>
        Silence is a question, not a finding: somebody may not have been asked, or may say it in
        other words.
        {countsAs === 'orientation' ? ` ${countsForOrientation}` : ''}
      </p>
      <div className={styles.columns}>
        <List what="group" all={groups} without={withoutGroup} />
        <List what="case" all={cases} without={withoutCase} />
      </div>
    </div>
  );
};
