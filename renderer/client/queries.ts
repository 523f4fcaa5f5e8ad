import {
  keepPreviousData,
  QueryClient,
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
