import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { ask } from '#renderer/client/call.ts';
import { useCall } from '#renderer/client/queries.ts';
import type { Input } from '#shared/contract/index.ts';
import type { Found, SearchCount, SearchKind } from '#shared/contract/search.ts';
import { scopeOf } from './search-question.ts';
import { useSearchState } from './search-state.ts';

/** A first page fills the screen; the following ones are larger. */
const firstPage = 50;
const furtherPage = 400;
/** While the index is behind, the results are asked for again after so long, in milliseconds. */
const againAfter = 500;
/** Counting waits until the typing rests, in milliseconds. */
const restMs = 200;

/** What is looked for now, as a call puts it; null while nothing is typed. */
const useQuestion = (): Input<'search.find'> | null => {
  const { typed, how, stems, whole, filters } = useSearchState();
  const query = useDeferredValue(typed);
  return useMemo(
    () =>
      query.trim() === ''
        ? null
        : {
            query,
            how,
            stems,
            whole,
            ...(filters.kinds.length === 0 ? {} : { kinds: filters.kinds }),
            scope: scopeOf(filters),
          },
    [query, how, stems, whole, filters],
  );
};

/** A value once it has stayed the same for a while. */
const useRested = <T>(value: T): T => {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
};

const useCount = (question: Input<'search.find'> | null): SearchCount | undefined => {
  const rested = useRested(question);
  const isCounted = rested !== null && rested === question && rested.how === 'words';
  const words = useMemo(() => {
    const { how: _, ...rest } = rested ?? { query: '' };
    return rest;
  }, [rested]);
  const count = useCall('search.count', words, { enabled: isCounted }).data;
  // A count of something else says nothing about what is shown.
  return isCounted ? count : undefined;
};

/** A row of the results: what a group is, or one hit. */
export type ResultRow =
  | {
      readonly type: 'heading';
      readonly key: string;
      readonly name: string;
      readonly count: string;
    }
  | {
      readonly type: 'hit';
      readonly key: string;
      readonly found: Found;
      readonly hit: Found['hits'][number];
      /** Whether it is the first under its heading. */
      readonly isFirst: boolean;
    };

const kindNames: Readonly<Record<SearchKind, string>> = {
  transcript: 'Transcripts',
  memo: 'Memos',
  code: 'Codebook',
  theme: 'Themes',
};

const groupOf = (found: Found): { readonly id: string; readonly name: string } =>
  found.kind === 'transcript'
    ? { id: found.sourceId, name: found.sourceName }
    : { id: found.kind, name: kindNames[found.kind] };

const countIn = (found: Found, count: SearchCount | undefined): string => {
  if (count === undefined) return '';
  if (found.kind !== 'transcript') return String(count.kinds[found.kind]);
  const turns = count.sources.find(({ sourceId }) => sourceId === found.sourceId)?.turns;
  return turns === undefined ? '' : `${turns} ${turns === 1 ? 'turn' : 'turns'}`;
};

const rowsOf = (all: readonly Found[], count: SearchCount | undefined): readonly ResultRow[] => {
  const rows: ResultRow[] = [];
  let last = '';
  for (const found of all) {
    const { id, name } = groupOf(found);
    const isNew = id !== last;
    if (isNew)
      rows.push({ type: 'heading', key: `heading ${id}`, name, count: countIn(found, count) });
    last = id;
    for (const [at, hit] of found.hits.entries())
      rows.push({
        type: 'hit',
        key: `${found.entry} ${hit.start}`,
        found,
        hit,
        isFirst: isNew && at === 0,
      });
  }
  return rows;
};

/** What is found, as it is typed: pages come as they are scrolled to. */
export const useSearch = () => {
  const question = useQuestion();
  const list = useInfiniteQuery({
    queryKey: ['search.find', question],
    queryFn: ({ pageParam }) =>
      ask('search.find', {
        ...(question ?? { query: '' }),
        after: pageParam,
        limit: pageParam === 0 ? firstPage : furtherPage,
      }),
    enabled: question !== null,
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    refetchInterval: ({ state }) =>
      (state.data?.pages.at(-1)?.pending ?? 0) > 0 ? againAfter : false,
  });
  const count = useCount(question);
  const found = useMemo(() => list.data?.pages.flatMap((page) => page.found) ?? [], [list.data]);
  const rows = useMemo(() => rowsOf(found, count), [found, count]);
  const { fetchNextPage, hasNextPage, isFetching, isPlaceholderData } = list;
  const more = useCallback((): void => {
    if (!isFetching) void fetchNextPage();
  }, [isFetching, fetchNextPage]);
  const hasMore = hasNextPage && !isPlaceholderData;
  // A page can be empty and yet not the last: an expression is looked for a while at a time.
  const isEmptySoFar = found.length === 0 && hasMore;
  useEffect(() => {
    if (isEmptySoFar) more();
  }, [isEmptySoFar, more]);
  return {
    question,
    list,
    rows,
    found,
    count,
    more: hasMore ? more : undefined,
    pending: list.data?.pages.at(-1)?.pending ?? 0,
    isNone:
      question !== null &&
      list.data !== undefined &&
      found.length === 0 &&
      !hasMore &&
      !isPlaceholderData,
  };
};
