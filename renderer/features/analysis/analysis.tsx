import { Download } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { SegmentHeading } from '#shared/contract/exports.ts';
import type { QueryDefinition } from '#shared/model/query.ts';
import type { Hits } from '#shared/model/retrieval.ts';
import styles from './analysis.module.css';
import { analysisCommands } from './analysis-commands.ts';
import { AnalysisDialogs } from './analysis-dialogs.tsx';
import { type SortBy, showDialog, useAnalysisState } from './analysis-state.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { NothingFound } from './nothing-found.tsx';
import { Results } from './results.tsx';
import { useCurrent } from './use-current.ts';
import { useLists, useRetrieval } from './use-retrieval.ts';

const none: readonly never[] = [];

const groupings: readonly { readonly id: SegmentHeading; readonly name: string }[] = [
  { id: 'code', name: 'By code' },
  { id: 'source', name: 'By source' },
  { id: 'case', name: 'By case' },
  { id: 'group', name: 'By group' },
  { id: 'time point', name: 'By time point' },
  { id: 'none', name: 'Not grouped' },
];

const orders: readonly { readonly id: SortBy; readonly name: string }[] = [
  { id: 'place', name: 'In the order of the text' },
  { id: 'newest', name: 'Newest coding first' },
  { id: 'oldest', name: 'Oldest coding first' },
];

const summaryOf = (hits: Hits): string =>
  hits.ids.length === 0
    ? 'No segments'
    : [
        `${counted(hits.ids.length, 'segment')} in ${counted(hits.sources.length, 'source')}`,
        counted(hits.cases.length, 'case'),
        counted(hits.codes.length, 'code'),
      ].join(', ');

const Header = ({ hits }: { readonly hits: Hits | undefined }) => {
  const { groupBy, sortBy, definition } = useAnalysisState();
  const summary = hits === undefined ? '' : summaryOf(hits);
  const said = useRef<QueryDefinition>(null);
  useEffect(() => {
    if (summary === '' || said.current === definition) return undefined;
    // Once the question rests; an edit is said by itself.
    const timer = setTimeout(() => {
      said.current = definition;
      announce(summary);
    }, 600);
    return () => clearTimeout(timer);
  }, [summary, definition]);
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>Analysis</h1>
      <p className={`${styles.summary} figures`}>{summary}</p>
      <div className={styles.tools}>
        <Select
          label="Group segments"
          hideLabel
          choices={groupings}
          value={groupBy}
          onChange={(id) => useAnalysisState.setState({ groupBy: id })}
        />
        <Select
          label="Order segments"
          hideLabel
          choices={orders}
          value={sortBy}
          onChange={(id) => useAnalysisState.setState({ sortBy: id })}
        />
        <Button
          isDisabled={hits === undefined || hits.ids.length === 0}
          onPress={() => showDialog('export')}
        >
          <Download size={14} aria-hidden /> Export segments
        </Button>
      </div>
    </header>
  );
};

const NothingCoded = () => {
  const go = useNavigation((navigation) => navigation.go);
  return (
    <EmptyState
      title="Nothing is coded yet"
      action={
        <Button kind="primary" onPress={() => go({ area: 'coding' })}>
          Go to Coding
        </Button>
      }
    >
      Coded passages come together here, by code, person or group. For example: all that GPs say
      about ‘Being believed’.
    </EmptyState>
  );
};

const Content = () => {
  const lists = useLists();
  const codes = useCall('codes.list', {}).data ?? none;
  const definition = useAnalysisState((state) => state.definition);
  const use = useCall('codes.use', {}).data;
  const { hits, arranged, error, retry, isBehind } = useRetrieval();
  useCurrent(definition, isBehind ? undefined : arranged?.ids, hits);
  const isAnythingCoded = use === undefined || use.some(({ codings }) => codings > 0);
  return (
    <>
      <Header hits={hits} />
      <ChosenBar />
      {error !== null ? (
        <ErrorState error={error} onRetry={retry} />
      ) : arranged === undefined ? (
        <Skeleton lines={14} />
      ) : !isAnythingCoded ? (
        <NothingCoded />
      ) : arranged.ids.length === 0 && !isBehind ? (
        <NothingFound definition={definition} lists={lists} />
      ) : (
        <Results arranged={arranged} lists={lists} codes={codes} />
      )}
      <AnalysisDialogs ids={arranged?.ids ?? none} />
    </>
  );
};

/** Retrieval: every coded passage that a query asks for, together. */
export const Analysis = () => {
  useCommands(analysisCommands);
  return (
    <div className={styles.analysis}>
      <Content />
    </div>
  );
};
