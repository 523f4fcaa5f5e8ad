import {
  keepPreviousData,
  type Query,
  QueryClient,
  type QueryKey,
  type UseQueryResult,
  useQuery,
} from '@tanstack/react-query';
import type { Answer, Input, MethodOf } from '#shared/contract/index.ts';
import { ask } from './call.ts';

/** The one cache of saved data. Nothing goes stale by itself: `changed` events say what did. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      // Comparing thousands of rows deeply costs more than painting what changed.
      structuralSharing: false,
    },
  },
});

/** The cache key of a read call. */
export const keyOf = <M extends MethodOf<'read'>>(
  method: M,
  input: Input<M>,
): readonly [M, Input<M>] => [method, input];

/** Reads through the cache and stays current. `enabled: false` waits, for example for a choice. */
export const useCall = <M extends MethodOf<'read'>>(
  method: M,
  input: Input<M>,
  options: { readonly enabled?: boolean; readonly keepPrevious?: boolean } = {},
): UseQueryResult<Answer<M>> =>
  useQuery({
    queryKey: keyOf(method, input),
    queryFn: () => ask(method, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });

/** Begins a read at once that something not drawn yet will need; what is known is not read again. */
export const readAhead = <M extends MethodOf<'read'>>(method: M, input: Input<M>): void =>
  void queryClient.prefetchQuery({
    queryKey: keyOf(method, input),
    queryFn: () => ask(method, input),
  });

const toBeReadAgain = new WeakSet<Query>();

const readQueryAgain = (query: Query): void => {
  const isFirst = query.state.data === undefined && query.state.fetchStatus !== 'idle';
  if (!isFirst) {
    void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
    return;
  }
  // A first read that is on its way may be from before the change, and the cache would not begin it
  // anew, so it is read once more afterwards.
  if (toBeReadAgain.has(query)) return;
  toBeReadAgain.add(query);
  const again = (): void => {
    toBeReadAgain.delete(query);
    readQueryAgain(query);
  };
  void query.promise?.then(again, again);
};

/** Has everything under a key read again: at once what is on the screen, the rest when it is. */
export const readAgain = (queryKey: QueryKey = []): void => {
  for (const query of queryClient.getQueryCache().findAll({ queryKey })) readQueryAgain(query);
};
