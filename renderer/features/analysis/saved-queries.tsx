import { Trash2 } from 'lucide-react';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { quoted } from '#renderer/ui/words.ts';
import { deleteQuery, openQuery, updateQuery } from './analysis-actions.ts';
import { showDialog, useAnalysisState } from './analysis-state.ts';
import styles from './query-panel.module.css';

/** The queries that were saved: one click asks again; a changed one can be saved under its name. */
export const SavedQueries = () => {
  const queries = useCall('queries.list', {}).data;
  const { saved, definition } = useAnalysisState();
  const open = queries?.find((query) => query.id === saved);
  const isChanged = open !== undefined && open.definition !== JSON.stringify(definition);
  return (
    <section className={styles.part} aria-labelledby="query-saved">
      <h3 className={styles.heading} id="query-saved">
        Saved queries
      </h3>
      {queries?.length === 0 ? (
        <p className={styles.quiet}>Save a query to ask it again as coding goes on.</p>
      ) : null}
      <ul className={styles.saved}>
        {queries?.map((query) => (
          <li key={query.id} className={styles.row}>
            <button
              type="button"
              className={styles.query}
              aria-current={query.id === saved}
              onClick={() => openQuery(query)}
            >
              {query.name}
              {query.id === saved && isChanged ? ' (changed)' : ''}
            </button>
            <IconButton
              icon={Trash2}
              label={`Delete query ${quoted(query.name)}`}
              onPress={() => void deleteQuery(query)}
            />
          </li>
        ))}
      </ul>
      {open !== undefined && isChanged ? (
        <Button small onPress={() => void updateQuery(open)}>
          Save the change to {quoted(open.name)}
        </Button>
      ) : null}
      <Button small onPress={() => showDialog('save')}>
        Save query
      </Button>
    </section>
  );
};
