import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { ask } from '#renderer/client/call.ts';
import type { Proposal } from '#shared/contract/autocoding.ts';
import type { Input } from '#shared/contract/index.ts';
import { useAutoCodeState } from './auto-code-state.ts';
import { scopeOf } from './search-question.ts';

const pageSize = 1000;

/** More than these are not coded in one go. */
export const mostProposals = 100_000;

/** The questions of the guide, one on each line. */
export const promptsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim().slice(0, 500))
      .filter((line) => line !== ''),
  ),
];

/** What is to be coded as a call puts it; null while it is not all said. */
export const useWay = (): Input<'autocoding.propose'>['way'] | null => {
  const { by, query, how, stems, whole, extent, labels, prompts, likeness } = useAutoCodeState();
  return useMemo(() => {
    const asked = promptsOf(prompts);
    switch (by) {
      case 'search':
        return query.trim() === '' ? null : { by, query, how, stems, whole, extent };
      case 'question':
        return asked.length === 0 ? null : { by, prompts: asked, likeness };
      case 'speaker':
      case 'column':
        return labels.size === 0 ? null : { by: 'speaker', labels: [...labels] };
    }
  }, [by, query, how, stems, whole, extent, labels, prompts, likeness]);
};

/** The passages to look through, all of them: they stream in page by page. */
export const useProposals = () => {
  const way = useWay();
  const { filters, review } = useAutoCodeState();
  const list = useInfiniteQuery({
    queryKey: ['autocoding.propose', review, way, filters],
    queryFn: ({ pageParam }) => {
      if (way === null) throw new Error('There is nothing to propose yet');
      return ask('autocoding.propose', {
        way,
        scope: scopeOf(filters),
        after: pageParam,
        limit: pageSize,
      });
    },
    enabled: way !== null,
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
    gcTime: 0,
  });
  const proposals = useMemo(
    (): readonly Proposal[] =>
      (list.data?.pages.flatMap((page) => page.proposals) ?? []).slice(0, mostProposals),
    [list.data],
  );
  const { fetchNextPage, hasNextPage, isFetching, isError } = list;
  const wantsMore = hasNextPage && !isFetching && !isError && proposals.length < mostProposals;
  useEffect(() => {
    if (wantsMore) void fetchNextPage();
  }, [wantsMore, fetchNextPage]);
  const isWhole = list.data !== undefined && (!hasNextPage || proposals.length === mostProposals);
  return { list, proposals, isWhole };
};
