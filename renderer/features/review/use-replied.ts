import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { ask } from '#renderer/client/call.ts';
import type { Answer, Input } from '#shared/contract/index.ts';

/** How many answers are read at a time: more than a screen shows, few enough to be there at once. */
const pageSize = 200;

/** Answers that pass a filter, page by page; what was there stays until the next is. */
export const useReplied = (filter: Omit<Input<'replies.list'>, 'offset' | 'limit'>) =>
  useInfiniteQuery({
    queryKey: ['replies.list', filter, 'pages'],
    queryFn: ({ pageParam }) =>
      ask('replies.list', { ...filter, offset: pageParam, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, { items }) => sum + items.length, 0);
      return last.items.length > 0 && read < last.total ? read : null;
    },
    placeholderData: (before: InfiniteData<Answer<'replies.list'>, number> | undefined) => before,
  });
