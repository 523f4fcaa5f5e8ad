import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '#renderer/client/call.ts';
import { useCall } from '#renderer/client/queries.ts';
import type { Hits, Retrieved } from '#shared/model/retrieval.ts';
import { useAnalysisState } from './analysis-state.ts';
import { type Arranged, arrange, type Lists } from './retrieval-rows.ts';

const none: readonly never[] = [];

/** How many segments are fetched at once: a few screens full. */
const pageSize = 60;

/** The lists that results are named and filtered by. */
export const useLists = (): Lists => {
  const codes = useCall('codes.list', {}).data ?? none;
  const attributes = useCall('attributes.list', {}).data ?? none;
  const themes = useCall('themes.list', {}).data ?? none;
  const coders = useCall('coders.list', {}).data ?? none;
  const sources = useCall('sources.list', {}).data ?? none;
  const records = useCall('cases.list', {}).data ?? none;
  const groups = useCall('groups.list', {}).data ?? none;
  const timePoints = useCall('timePoints.list', {}).data ?? none;
  const cases = useMemo(
    () => records.map(({ id, pseudonym }) => ({ id, name: pseudonym })),
    [records],
  );
  return useMemo(
    () => ({ codes, themes, coders, sources, cases, groups, timePoints, attributes }),
    [codes, themes, coders, sources, cases, groups, timePoints, attributes],
  );
};

interface Retrieval {
  readonly hits: Hits | undefined;
  readonly arranged: Arranged | undefined;
  /** Whether what is shown is still the answer to the question before. */
  readonly isBehind: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Runs the query as it stands now and arranges what it finds; stays current. */
export const useRetrieval = (): Retrieval => {
  const { definition, groupBy, sortBy } = useAnalysisState();
  const lists = useLists();
  const found = useCall('queries.run', { definition }, { keepPrevious: true });
  const hits = found.data;
  const arranged = useMemo(
    () => (hits === undefined ? undefined : arrange(hits, { groupBy, sortBy }, lists)),
    [hits, groupBy, sortBy, lists],
  );
  return {
    hits,
    arranged,
    isBehind: found.isPlaceholderData,
    error: found.error,
    retry: () => void found.refetch(),
  };
};

/** The words of the segment at a place of the list; it is fetched with its neighbours. */
export const useSegment = (ids: readonly string[], index: number): Retrieved | undefined => {
  const page = Math.floor(index / pageSize) * pageSize;
  const wanted = useMemo(() => ids.slice(page, page + pageSize), [ids, page]);
  const { data } = useQuery<ReadonlyMap<string, Retrieved>>({
    queryKey: ['queries.segments', { ids: wanted }],
    queryFn: async () => {
      const segments = await ask('queries.segments', { ids: [...wanted] });
      return new Map(segments.map((segment) => [segment.id, segment]));
    },
    // While codings change the list is another one for a moment; what was there stays on the screen.
    placeholderData: (before) => before,
  });
  return data?.get(ids[index] ?? '');
};
