import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { type Command, runCommand, useCommands } from '#renderer/commands/registry.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted, quoted } from '#renderer/ui/words.ts';
import type { Code, CodeUse } from '#shared/model/code.ts';
import { noneLikeThat, shows, useKept } from './code-filters.ts';
import {
  type CodeSort,
  isFlat,
  nearestCodes,
  sameItems,
  treeBuilder,
  visibleRows,
} from './code-rows.ts';
import { CodeTree } from './code-tree.tsx';
import styles from './codebook.module.css';
import { askForNew } from './codebook-actions.ts';
import { amount, codebookCommands } from './codebook-commands.ts';
import { CodebookDialogs } from './codebook-dialogs.tsx';
import { clearFilters, filterCodes, showCodes, useCodebookState } from './codebook-state.ts';
import { CodebookToolbar } from './codebook-toolbar.tsx';
import { SimilarNames } from './similar-names.tsx';
import { useChoice } from './use-choice.ts';

const sorts: readonly { readonly id: CodeSort; readonly name: string }[] = [
  { id: 'order', name: 'Codebook order' },
  { id: 'name', name: 'Name' },
  { id: 'use', name: 'Most used' },
  { id: 'sources', name: 'In most sources' },
  { id: 'newest', name: 'Newest' },
];

/** The list as it was, as long as it has the same items: a new one is drawn anew. */
const useSame = (items: readonly string[]): readonly string[] => {
  const [same, setSame] = useState(items);
  if (sameItems(same, items)) return same;
  setSame(items);
  return items;
};

/**
 * The tree as it is drawn. Of thousands of codes it takes a moment, so it follows a little behind
 * what is typed and never holds it up; null until it was drawn first.
 */
const useTree = (codes: readonly Code[], use: readonly CodeUse[]) => {
  const { filter, sort, show, collapsed } = useCodebookState();
  const kept = useKept(codes, use, show);
  const wanted = useMemo(
    () => ({ codes, use, filter, sort, kept, collapsed }),
    [codes, use, filter, sort, kept, collapsed],
  );
  const view = useDeferredValue<typeof wanted | null>(wanted, null);
  const [build] = useState(treeBuilder);
  const parents = useSame(
    useMemo(() => {
      const ids = new Set(codes.map((code) => code.parentId));
      return codes.filter((code) => ids.has(code.id)).map((code) => code.id);
    }, [codes]),
  );
  const tree = useMemo(
    () => (view === null ? null : build(view.codes, view.use, view)),
    [build, view],
  );
  const roots = tree?.roots;
  const folded = view?.collapsed;
  const rows = useMemo(
    () => (roots === undefined ? [] : visibleRows(roots, folded ?? new Set())),
    [roots, folded],
  );
  return { tree, rows, parents, collapsed: folded ?? collapsed, sort: view?.sort ?? sort };
};

const useCodebookCommands = (
  codes: readonly Code[],
  use: readonly CodeUse[],
): readonly Command[] => {
  const { chosen, sort } = useCodebookState();
  const count = amount(chosen.size);
  const used = use.some((entry) => entry.codings > 0 && chosen.has(entry.codeId));
  const all = amount(codes.length);
  const nested = !isFlat(sort) && codes.some((code) => code.parentId !== null);
  const commands = useMemo(
    () => codebookCommands({ chosen: count, used, all, nested }),
    [count, used, all, nested],
  );
  useCommands(commands);
  return commands;
};

const NoneFound = ({ codes }: { readonly codes: readonly Code[] }) => {
  const { filter, show } = useCodebookState();
  const near = nearestCodes(codes, filter);
  if (filter.trim() === '')
    return (
      <EmptyState
        title={noneLikeThat[show]}
        action={<Button onPress={clearFilters}>Show all codes</Button>}
      />
    );
  return (
    <EmptyState
      title={`No code is called ${quoted(filter.trim())}`}
      action={<Button onPress={clearFilters}>Clear the filter</Button>}
    >
      {near.length === 0 ? 'Try fewer letters.' : 'Nearest: '}
      {near.map((code) => (
        <Button key={code.id} kind="quiet" small onPress={() => filterCodes(code.name)}>
          {code.name}
        </Button>
      ))}
    </EmptyState>
  );
};

interface FiltersProps {
  readonly commands: readonly Command[];
  readonly matches: number;
  readonly all: number;
}

const Filters = ({ commands, matches, all }: FiltersProps) => {
  const { filter, sort, show } = useCodebookState();
  const isSimilar = show === 'similar';
  const can = (id: string): boolean =>
    commands.find((command) => command.id === id)?.enabled?.() ?? false;
  return (
    <div className={styles.filters}>
      <div className={styles.filter} data-code-filter>
        <SearchField
          label="Filter codes"
          value={filter}
          onChange={filterCodes}
          isDisabled={isSimilar}
        />
      </div>
      <span className={`${styles.found} figures`} role="status">
        {isSimilar || (filter.trim() === '' && show === 'all')
          ? ''
          : `${matches.toLocaleString()} of ${counted(all, 'code')}`}
      </span>
      <div className={styles.sort}>
        <Select label="Show codes" hideLabel choices={shows} value={show} onChange={showCodes} />
      </div>
      <div className={styles.sort}>
        <Select
          label="Sort codes"
          hideLabel
          choices={sorts}
          value={sort}
          isDisabled={isSimilar}
          onChange={(chosen) => useCodebookState.setState({ sort: chosen })}
        />
      </div>
      <span className={styles.folding}>
        <IconButton
          icon={ChevronsUpDown}
          label="Expand all codes"
          isDisabled={isSimilar || !can('codebook.expand')}
          onPress={() => runCommand('codebook.expand')}
        />
        <IconButton
          icon={ChevronsDownUp}
          label="Collapse all codes"
          isDisabled={isSimilar || !can('codebook.collapse')}
          onPress={() => runCommand('codebook.collapse')}
        />
      </span>
    </div>
  );
};

const Codes = ({
  codes,
  use,
}: {
  readonly codes: readonly Code[];
  readonly use: readonly CodeUse[];
}) => {
  const { tree, rows, parents, collapsed, sort } = useTree(codes, use);
  const commands = useCodebookCommands(codes, use);
  const isSimilar = useCodebookState(({ show }) => show === 'similar');
  useChoice(codes, rows);
  if (codes.length === 0)
    return (
      <EmptyState
        title="No codes yet"
        action={
          <Button kind="primary" onPress={askForNew}>
            New code
          </Button>
        }
      >
        A code is a label for something people talk about, for example ‘Fear of movement’. Codes
        also come about while you code an interview.
      </EmptyState>
    );
  return (
    <>
      <CodebookToolbar commands={commands} />
      <Filters commands={commands} matches={tree?.matches ?? 0} all={codes.length} />
      {isSimilar ? (
        <SimilarNames codes={codes} use={use} />
      ) : tree === null ? (
        <Skeleton lines={14} />
      ) : tree.matches === 0 ? (
        <NoneFound codes={codes} />
      ) : (
        <div className={styles.list}>
          <div className={styles.columns} aria-hidden>
            <span>Code</span>
            <span>Codings</span>
            <span>Sources</span>
          </div>
          <CodeTree
            roots={tree.roots}
            rows={rows}
            parents={parents}
            commands={commands}
            collapsed={collapsed}
            sort={sort}
          />
        </div>
      )}
    </>
  );
};

const Content = () => {
  const codes = useCall('codes.list', {});
  const use = useCall('codes.use', {});
  if (codes.isError) return <ErrorState error={codes.error} onRetry={() => void codes.refetch()} />;
  if (use.isError) return <ErrorState error={use.error} onRetry={() => void use.refetch()} />;
  if (codes.data === undefined || use.data === undefined) return <Skeleton lines={14} />;
  return <Codes codes={codes.data} use={use.data} />;
};

const Summary = () => {
  const codes = useCall('codes.list', {}).data;
  const use = useCall('codes.use', {}).data;
  if (codes === undefined || use === undefined) return null;
  const codings = use.reduce((sum, entry) => sum + entry.codings, 0);
  return (
    <p className={`${styles.summary} figures`}>
      {counted(codes.length, 'code')}, {counted(codings, 'coding')}
    </p>
  );
};

/** The codebook: all codes as a tree, and what can be done with them. */
export const Codebook = () => {
  return (
    <div className={styles.codebook} data-codebook>
      <header className={styles.header}>
        <h1 className={styles.title}>Codebook</h1>
        <Summary />
      </header>
      <Content />
      <CodebookDialogs />
    </div>
  );
};
