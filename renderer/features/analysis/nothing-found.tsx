import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { counted } from '#renderer/ui/words.ts';
import { openDefinition, type QueryDefinition } from '#shared/model/query.ts';
import { partsOf, withoutParts } from '#shared/model/retrieval.ts';
import styles from './analysis.module.css';
import { askFor } from './analysis-state.ts';
import { partsInWords } from './query-words.ts';
import type { Lists } from './retrieval-rows.ts';

/** More ways to find something than this are not offered. */
const mostOffers = 5;

interface Props {
  readonly definition: QueryDefinition;
  readonly lists: Lists;
}

/** What is shown where a query finds nothing: what would, with as little as can be let go of. */
export const NothingFound = ({ definition, lists }: Props) => {
  const nearest = useCall('queries.nearest', { definition }).data;
  const isOne = partsOf(definition).length === 1;
  return (
    <EmptyState
      title={
        isOne ? 'No coded passage matches this query' : 'No coded passage is all of this at once'
      }
      action={<Button onPress={() => askFor(openDefinition)}>Clear the query</Button>}
    >
      {nearest === undefined || nearest.length > 0 || isOne
        ? ''
        : 'Taking away a few parts of the query is not enough. Begin with less.'}
      {nearest === undefined || nearest.length === 0 ? null : (
        <span className={styles.offers}>
          {nearest.slice(0, mostOffers).map(({ parts, segments }) => {
            const words = partsInWords(parts, definition, lists);
            return (
              <Button key={words} small onPress={() => askFor(withoutParts(definition, parts))}>
                Without {words} there {segments === 1 ? 'is' : 'are'} {counted(segments, 'segment')}
              </Button>
            );
          })}
        </span>
      )}
    </EmptyState>
  );
};
