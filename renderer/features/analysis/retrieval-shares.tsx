import { useMemo, useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { countsForOrientation } from '#renderer/features/approach/approach-words.ts';
import { useOffers } from '#renderer/features/approach/use-offers.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { assertNever } from '#shared/model/assert-never.ts';
import { askFor, useAnalysisState } from './analysis-state.ts';
import { divide, type Facet, type FacetId, type Share } from './retrieval-counts.ts';
import styles from './retrieval-shares.module.css';
import { useLists } from './use-retrieval.ts';

/** How many shares stand there before more are asked for. */
const firstShares = 6;

const askOnlyFor = (facet: FacetId, { id, name }: Share): void => {
  if (id === null) return;
  announce(`Only ${name}`);
  switch (facet) {
    case 'code':
      return askFor({ codes: { codeIds: [id], themeIds: [], nested: false } });
    case 'group':
      return askFor({ groupIds: [id] });
    case 'time point':
      return askFor({ timePointIds: [id] });
    case 'case':
      return askFor({ caseIds: [id] });
    case 'source':
      return askFor({ sourceIds: [id] });
    case 'coder':
      return askFor({ coderIds: [id] });
    default:
      return assertNever(facet);
  }
};

interface SharesProps {
  readonly facet: Facet;
  /** All that was found. */
  readonly total: number;
  /** Whether shares are drawn as bars, which say how much; else they are numbers only. */
  readonly isMeasure: boolean;
}

const Shares = ({ facet, total, isMeasure }: SharesProps) => {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? facet.shares : facet.shares.slice(0, firstShares);
  const heading = `shares-${facet.id.replace(' ', '-')}`;
  return (
    <section aria-labelledby={heading}>
      <h3 className={styles.heading} id={heading}>
        {facet.name} <span className={`${styles.quiet} figures`}>{facet.shares.length}</span>
      </h3>
      <ul className={styles.shares}>
        {shown.map((share) => {
          const words = (
            <>
              <span className={styles.name}>{share.name}</span>{' '}
              <span className={`${styles.quiet} figures`}>{share.segments.toLocaleString()}</span>
              {isMeasure ? (
                <span
                  className={styles.bar}
                  style={{
                    inlineSize: `calc((100% - 2 * var(--space-2)) * ${share.segments / total})`,
                  }}
                />
              ) : null}
            </>
          );
          return (
            <li key={share.id}>
              {share.id === null || facet.shares.length === 1 ? (
                <div className={styles.share}>{words}</div>
              ) : (
                <button
                  type="button"
                  className={styles.share}
                  onClick={() => askOnlyFor(facet.id, share)}
                >
                  {words}
                  <span className="visually-hidden"> segments: ask only for these</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {facet.shares.length > firstShares ? (
        <Button kind="quiet" small onPress={() => setAll(!isAll)}>
          {isAll ? 'Show fewer' : `Show all ${facet.shares.length.toLocaleString()}`}
        </Button>
      ) : null}
    </section>
  );
};

/** How what was found divides; a share that is pressed is what is asked for from now on. */
export const RetrievalShares = () => {
  const definition = useAnalysisState((state) => state.definition);
  const hits = useCall('queries.run', { definition }, { keepPrevious: true }).data;
  const lists = useLists();
  const { countsAs } = useOffers();
  const facets = useMemo(() => (hits === undefined ? [] : divide(hits, lists)), [hits, lists]);
  if (hits === undefined || hits.ids.length === 0)
    return (
      <EmptyState title="Nothing to count">
        How many segments each code, group, case and coder has stands here.
      </EmptyState>
    );
  return (
    <div className={styles.facets}>
      {countsAs === 'orientation' ? <p className={styles.quiet}>{countsForOrientation}</p> : null}
      {facets.map((facet) => (
        <Shares
          key={facet.id}
          facet={facet}
          total={hits.ids.length}
          isMeasure={countsAs === 'measure'}
        />
      ))}
    </div>
  );
};
