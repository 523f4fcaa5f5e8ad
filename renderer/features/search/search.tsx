import { useEffect, useRef } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { rowHeight } from '#renderer/ui/row-height.ts';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { WindowedList } from '#renderer/ui/windowed-list.tsx';
import { counted, listed } from '#renderer/ui/words.ts';
import { longestQuery, type SearchCount } from '#shared/contract/search.ts';
import { AutoCodeDialog } from './auto-code-dialog.tsx';
import { openAutoCode, reviewHits } from './auto-code-state.ts';
import { KwicRow } from './kwic-row.tsx';
import { NoneFound } from './none-found.tsx';
import { openFound } from './open-found.ts';
import styles from './search.module.css';
import { SearchFilters } from './search-filters.tsx';
import { lookFor, useSearchState } from './search-state.ts';
import { type ResultRow, useSearch } from './use-search.ts';

type Results = ReturnType<typeof useSearch>;

/** What was counted, in words. */
const inWords = ({ kinds, sources, more }: SearchCount): string => {
  const parts = [
    ...(kinds.transcript === 0
      ? []
      : [`${counted(kinds.transcript, 'turn')} of ${counted(sources.length, 'source')}`]),
    ...(kinds.memo === 0 ? [] : [counted(kinds.memo, 'memo')]),
    ...(kinds.code === 0 ? [] : [counted(kinds.code, 'code')]),
    ...(kinds.theme === 0 ? [] : [counted(kinds.theme, 'theme')]),
  ];
  return parts.length === 0 ? '' : `${more ? 'More than ' : ''}${listed(parts)}`;
};

const Summary = ({ results }: { readonly results: Results }) => {
  const { question, count, found, more, pending, list } = results;
  const isRegex = question?.how === 'regex';
  const said =
    question === null || list.isError
      ? ''
      : pending > 0
        ? `Indexing: ${counted(pending, 'record')} to go`
        : isRegex
          ? `${counted(found.length, 'text')}${more === undefined ? '' : ' so far'}`
          : count === undefined
            ? ''
            : inWords(count);
  return (
    <p className={`${styles.summary} figures`} role="status">
      {said}
    </p>
  );
};

const Bar = () => {
  const { typed, how, stems, whole, filters, asked } = useSearchState();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const input = bar.current?.querySelector('input');
    input?.focus();
    input?.select();
  }, [asked]);
  const toResults = (event: React.KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    document.querySelector<HTMLElement>('[data-search-results] [role=grid]')?.focus();
  };
  return (
    <div ref={bar} className={styles.bar} role="search" aria-label="Search the project">
      <div className={styles.field} onKeyDown={toResults} role="presentation">
        <SearchField
          label="Search the project"
          value={typed}
          maxLength={longestQuery}
          onChange={(value) => lookFor({ typed: value })}
        />
      </div>
      <Checkbox
        isSelected={stems}
        isDisabled={how === 'regex'}
        onChange={(on) => lookFor({ stems: on })}
      >
        Forms of a word
      </Checkbox>
      <Checkbox
        isSelected={whole}
        isDisabled={how === 'regex'}
        onChange={(on) => lookFor({ whole: on })}
      >
        Whole words
      </Checkbox>
      <Checkbox
        isSelected={how === 'regex'}
        onChange={(on) => lookFor({ how: on ? 'regex' : 'words' })}
      >
        Regular expression
      </Checkbox>
      <SearchFilters filters={filters} onChange={(changed) => lookFor({ filters: changed })} />
    </div>
  );
};

const Help = () => (
  <EmptyState title="Find what was said and written">
    <dl className={styles.help}>
      <dt>pain sleep</dt>
      <dd>both words in one turn</dd>
      <dt>“in my head”</dt>
      <dd>these words in this order</dd>
      <dt>physio*</dt>
      <dd>words that begin so</dd>
      <dt>work OR job</dt>
      <dd>either word</dd>
      <dt>pain -neck</dt>
      <dd>without a word</dd>
    </dl>
  </EmptyState>
);

const keyOf = (row: ResultRow): string => row.key;
const isHeading = (row: ResultRow): boolean => row.type === 'heading';

const List = ({ results }: { readonly results: Results }) => {
  const { rows, more } = results;
  const row = useSearchState((state) => state.row);
  return (
    <WindowedList
      label="Results: Enter opens one"
      rows={rows}
      rowHeight={rowHeight()}
      keyOf={keyOf}
      isHeading={isHeading}
      first={row}
      onMove={(index) => useSearchState.setState({ row: index })}
      onOpen={(opened) => {
        if (opened.type === 'hit') openFound(opened.found, opened.hit);
      }}
      onNearEnd={more}
    >
      {(shown) =>
        shown.type === 'heading' ? (
          <div className={styles.heading}>
            <span>{shown.name}</span>
            <span className="figures">{shown.count}</span>
          </div>
        ) : (
          <KwicRow found={shown.found} hit={shown.hit} isFirst={shown.isFirst} />
        )
      }
    </WindowedList>
  );
};

const Content = ({ results }: { readonly results: Results }) => {
  const { question, list, isNone, rows } = results;
  const sources = useCall('sources.list', {}).data;
  const go = useNavigation((navigation) => navigation.go);
  if (sources?.length === 0 && question === null)
    return (
      <EmptyState
        title="Nothing to search yet"
        action={
          <Button kind="primary" onPress={() => go({ area: 'library' })}>
            Go to Library
          </Button>
        }
      >
        Import interviews in the Library. Then look for any words of them here.
      </EmptyState>
    );
  if (question === null) return <Help />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (isNone) return <NoneFound />;
  if (rows.length === 0) return <Skeleton lines={14} />;
  return <List results={results} key={JSON.stringify(question)} />;
};

/** Search over everything that was said and written: hits in context, as one types. */
export const Search = () => {
  const results = useSearch();
  const { question, found } = results;
  const hasTurns = question !== null && found.some(({ kind }) => kind === 'transcript');
  return (
    <div className={styles.search}>
      <header className={styles.header}>
        <h1 className={styles.title}>Search</h1>
        <Summary results={results} />
        <Button isDisabled={!hasTurns} onPress={reviewHits}>
          Code all hits
        </Button>
        <Button onPress={() => openAutoCode('speaker')}>Auto-code</Button>
      </header>
      <Bar />
      <div className={styles.results} data-search-results>
        <Content results={results} />
      </div>
      <AutoCodeDialog />
    </div>
  );
};
