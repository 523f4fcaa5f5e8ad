import { useMemo, useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import type { SourceRow } from '#shared/contract/sources.ts';
import { CodeList } from './codes/code-list.tsx';
import styles from './coding-panel.module.css';
import { useCodingState } from './coding-state.ts';
import { NotesList } from './notes/notes-list.tsx';
import { progressInWords, useReadProgress } from './read-progress.ts';
import { useReadingView } from './reading-view.ts';

const includes = (name: string, typed: string): boolean =>
  name.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase());

interface SourceGroup {
  readonly id: string;
  readonly name: string;
  readonly sources: readonly SourceRow[];
}

const useSourceGroups = (typed: string): readonly SourceGroup[] | undefined => {
  const sources = useCall('sources.list', {}).data;
  const groups = useCall('groups.list', {}).data;
  return useMemo(() => {
    if (sources === undefined || groups === undefined) return undefined;
    const matching = sources.filter((source) => includes(source.name, typed));
    return [...groups, { id: null, name: 'No group' }]
      .map((group) => ({
        id: group.id ?? 'none',
        name: group.name,
        sources: matching.filter((source) => source.groupId === group.id),
      }))
      .filter((group) => group.sources.length > 0);
  }, [sources, groups, typed]);
};

const Sources = () => {
  const [typed, setTyped] = useState('');
  const groups = useSourceGroups(typed);
  const open = useCodingState((state) => state.sourceId);
  const go = useNavigation((navigation) => navigation.go);
  const isReading = useReadingView((state) => state.mode === 'read');
  const read = useReadProgress((state) => state.sources);
  if (groups === undefined) return <Skeleton />;
  return (
    <div className={styles.lists}>
      <div className={styles.filter}>
        <SearchField label="Filter sources" value={typed} onChange={setTyped} />
      </div>
      {groups.length === 0 ? (
        <EmptyState title={typed === '' ? 'No sources yet' : 'No source has that name'} />
      ) : null}
      {groups.map((group) => (
        <section key={group.id} aria-label={group.name}>
          <h3 className={styles.group}>{group.name}</h3>
          <ul>
            {group.sources.map((source) => (
              <li key={source.id}>
                <button
                  type="button"
                  className={styles.source}
                  aria-current={source.id === open}
                  onClick={() => go({ area: 'coding', id: source.id })}
                >
                  {source.name}
                  {isReading && read[source.id] !== undefined ? (
                    <span className={`${styles.read} figures`}>
                      {progressInWords(read[source.id])}
                    </span>
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};

/** The left panel of the coding workspace: sources by group, and the codebook, or, while one reads, the notes. */
export const CodingPanel = () => {
  const isReading = useReadingView((state) => state.mode === 'read');
  if (isReading)
    return (
      <Tabs
        key="reading"
        label="Sources and notes"
        tabs={[
          { id: 'sources', name: 'Sources', content: <Sources /> },
          { id: 'notes', name: 'Notes', content: <NotesList /> },
        ]}
      />
    );
  return (
    <Tabs
      key="coding"
      label="Sources and codes"
      tabs={[
        { id: 'codes', name: 'Codes', content: <CodeList /> },
        { id: 'sources', name: 'Sources', content: <Sources /> },
      ]}
    />
  );
};
