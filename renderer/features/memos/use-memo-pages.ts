import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { ask } from '#renderer/client/call.ts';
import type { Answer, Input } from '#shared/contract/index.ts';
import { anyCoder, type MemoFilter, type MemoOrder } from './memos-state.ts';

/** How many are read at a time: more than a screen shows, few enough to be there at once. */
const pageSize = { all: 100, journal: 25 } as const;

const nextOffset = (
  last: { readonly total: number; readonly memos: readonly unknown[] },
  pages: readonly { readonly memos: readonly unknown[] }[],
): number | null => {
  const read = pages.reduce((sum, { memos }) => sum + memos.length, 0);
  return last.memos.length > 0 && read < last.total ? read : null;
};

const inputOf = (filter: MemoFilter, order: MemoOrder): Input<'memos.find'> => ({
  text: filter.text.trim(),
  targetKinds: filter.kind === 'any' ? [] : [filter.kind],
  coderIds: filter.coderId === anyCoder ? [] : [filter.coderId],
  from: filter.from === '' ? null : filter.from,
  to: filter.to === '' ? null : filter.to,
  order,
});

/** The memos that pass the filter, page by page; what was there stays until the next is. */
export const useFoundMemos = (filter: MemoFilter, order: MemoOrder) => {
  const wanted = useDeferredValue(filter);
  const input = useMemo(() => inputOf(wanted, order), [wanted, order]);
  return useInfiniteQuery({
    queryKey: ['memos.find', input, 'pages'],
    queryFn: ({ pageParam }) =>
      ask('memos.find', { ...input, offset: pageParam, limit: pageSize.all }),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
    placeholderData: (before: InfiniteData<Answer<'memos.find'>, number> | undefined) => before,
  });
};

/** The journal, page by page. */
export const useJournal = () =>
  useInfiniteQuery({
    queryKey: ['memos.journal', 'pages'],
    queryFn: ({ pageParam }) =>
      ask('memos.journal', { offset: pageParam, limit: pageSize.journal }),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
  });
