import { BookOpen, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { runCommand, useRegistry } from '#renderer/commands/registry.ts';
import { pickInterviews } from '#renderer/features/import/import-actions.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted, quoted } from '#renderer/ui/words.ts';
import styles from './library.module.css';
import { chooseSources, groupings, useLibraryState } from './library-state.ts';
import { matching, type SourceEntry, tableRows, withNames } from './source-rows.ts';
import { SourceTable } from './source-table.tsx';

const none: readonly never[] = [];

/** Shows only what matches. What is chosen is what is seen, so that nothing unseen is deleted. */
const filterSources = (entries: readonly SourceEntry[], filter: string): void => {
  useLibraryState.setState({ filter });
  const { chosen } = useLibraryState.getState();
  const seen = new Set(matching(entries, filter).map((source) => source.id));
  if ([...chosen].some((id) => !seen.has(id)))
    chooseSources(new Set([...chosen].filter((id) => seen.has(id))));
};

const CommandButton = ({
  id,
  icon: Icon,
}: {
  readonly id: string;
  readonly icon: typeof Trash2;
}) => {
  const command = useRegistry((registry) => registry.commands.get(id));
  if (command === undefined) return null;
  return (
    <Button kind="quiet" isDisabled={!(command.enabled?.() ?? true)} onPress={() => runCommand(id)}>
      <Icon size={14} aria-hidden /> {command.label}
    </Button>
  );
};

const useRows = () => {
  const sources = useCall('sources.list', {});
  const groups = useCall('groups.list', {}).data ?? none;
  const cases = useCall('cases.list', {}).data ?? none;
  const timePoints = useCall('timePoints.list', {}).data ?? none;
  const { filter, grouping, sort } = useLibraryState();
  const entries = useMemo(
    () => withNames(sources.data ?? none, { groups, cases, timePoints }),
    [sources.data, groups, cases, timePoints],
  );
  const rows = useMemo(
    () =>
      tableRows(entries, {
        filter,
        grouping,
        column: sort.column,
        descending: sort.direction === 'descending',
      }),
    [entries, filter, grouping, sort],
  );
  return { sources, entries, rows };
};

/** Chooses the source that the window's address names. */
const useAddressed = (): void => {
  const id = useNavigation(({ address }) => (address.area === 'library' ? address.id : undefined));
  const isSource = useCall('sources.list', {}).data?.some((source) => source.id === id) ?? false;
  useEffect(() => {
    if (id === undefined || !isSource) return;
    const { chosen } = useLibraryState.getState();
    if (!(chosen.size === 1 && chosen.has(id))) useLibraryState.setState({ chosen: new Set([id]) });
  }, [id, isSource]);
};

const deleteByKey = (event: KeyboardEvent): void => {
  const isDelete = event.key === 'Delete' || (event.key === 'Backspace' && event.metaKey);
  if (!isDelete || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  runCommand('library.delete');
};

/** All sources: filtered, grouped, sorted, chosen. */
export const SourcesTab = () => {
  const { sources, entries, rows } = useRows();
  const { filter, grouping } = useLibraryState();
  useAddressed();
  if (sources.isError)
    return <ErrorState error={sources.error} onRetry={() => void sources.refetch()} />;
  if (sources.data === undefined) return <Skeleton lines={14} />;
  if (entries.length === 0)
    return (
      <EmptyState
        title="No interviews yet"
        action={
          <Button kind="primary" data-import onPress={() => void pickInterviews()}>
            Import interviews
          </Button>
        }
      >
        The library holds your transcripts and notes. Word, text, Markdown and subtitle files work,
        for example ‘P03_baseline.docx’, and tables of survey answers (.csv). You can also drop
        files or a folder here.
      </EmptyState>
    );
  const shown = rows.filter((row) => row.type === 'source').length;
  return (
    <div className={styles.tab}>
      <div className={styles.toolbar}>
        <div className={styles.filter} data-source-filter>
          <SearchField
            label="Filter sources"
            value={filter}
            onChange={(typed) => filterSources(entries, typed)}
          />
        </div>
        <span className={`${styles.found} figures`} role="status">
          {filter.trim() === ''
            ? counted(entries.length, 'source')
            : `${shown.toLocaleString()} of ${counted(entries.length, 'source')}`}
        </span>
        <div className={styles.grouping}>
          <Select
            label="Group sources"
            hideLabel
            choices={groupings}
            value={grouping}
            onChange={(chosen) => useLibraryState.setState({ grouping: chosen })}
          />
        </div>
        <CommandButton id="library.open" icon={BookOpen} />
        <CommandButton id="library.delete" icon={Trash2} />
      </div>
      {shown === 0 ? (
        <EmptyState
          title={`No source matches ${quoted(filter.trim())}`}
          action={<Button onPress={() => filterSources(entries, '')}>Clear the filter</Button>}
        >
          Names, kinds, groups, cases, time points and file names are searched.
        </EmptyState>
      ) : (
        <div className={styles.rows} onKeyDown={deleteByKey} role="presentation">
          <SourceTable rows={rows} />
        </div>
      )}
    </div>
  );
};
