import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { ask } from '#renderer/client/call.ts';
import { useCall } from '#renderer/client/queries.ts';
import type { QuoteUse } from '#shared/contract/reports.ts';
import type { Extracted } from '#shared/model/extract.ts';
import {
  type Available,
  availableQuotes,
  filterQuotes,
  type QuoteFilter,
} from './quote-balance.ts';

const noRows: readonly never[] = [];
const noUse: ReadonlyMap<string, QuoteUse> = new Map();

/** How many quotes are fetched at once: a few screens full. */
const pageSize = 40;

interface ThemeQuotes {
  /** All that can be chosen, in the order of the text; undefined until they are read. */
  readonly all: readonly Available[] | undefined;
  readonly shown: readonly Available[];
  /** Whether what is shown is still the answer to what was typed before. */
  readonly isBehind: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** The quotes of a theme and its subthemes, narrowed by a filter; stays current. */
export const useThemeQuotes = (themeId: string, filter: QuoteFilter): ThemeQuotes => {
  const text = useDeferredValue(filter.text.trim());
  const found = useCall('extracts.find', { themeId });
  const marked = useCall('extracts.marked', { themeId });
  const holding = useCall(
    'extracts.find',
    { themeId, text },
    { enabled: text !== '', keepPrevious: true },
  );
  const sources = useCall('sources.list', {}).data;
  const all = useMemo(
    () =>
      found.data === undefined || marked.data === undefined || sources === undefined
        ? undefined
        : availableQuotes({ hits: found.data, fits: marked.data }, sources),
    [found.data, marked.data, sources],
  );
  const held = text === '' ? undefined : holding.data?.ids;
  const shown = useMemo(() => {
    const passing = filterQuotes(all ?? noRows, filter);
    if (held === undefined) return passing;
    const ids = new Set(held);
    return passing.filter(({ id }) => ids.has(id));
  }, [all, filter, held]);
  return {
    all,
    shown,
    isBehind: text !== filter.text.trim() || (text !== '' && holding.isPlaceholderData),
    error: found.error ?? marked.error ?? holding.error,
    retry: () => {
      void found.refetch();
      void marked.refetch();
      if (text !== '') void holding.refetch();
    },
  };
};

/** The quote at a place of a list; it is fetched with its neighbours. */
export const useQuoteAt = (ids: readonly string[], index: number): Extracted | undefined => {
  const page = Math.floor(index / pageSize) * pageSize;
  const wanted = useMemo(() => ids.slice(page, page + pageSize), [ids, page]);
  const { data } = useQuery<ReadonlyMap<string, Extracted>>({
    queryKey: ['extracts.get', { codingIds: wanted }],
    queryFn: async () => {
      const quotes = await ask('extracts.get', { codingIds: [...wanted] });
      return new Map(quotes.map((quote) => [quote.id, quote]));
    },
    // While the list changes what was there stays on the screen.
    placeholderData: (before) => before,
  });
  return data?.get(ids[index] ?? '');
};

/** Where quotes are used, by coding. */
export const useQuoteUse = (): ReadonlyMap<string, QuoteUse> => {
  const { data } = useCall('reports.quoteUse', {});
  return useMemo(
    () => (data === undefined ? noUse : new Map(data.map((use) => [use.codingId, use]))),
    [data],
  );
};
