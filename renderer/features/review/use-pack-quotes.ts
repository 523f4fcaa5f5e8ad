import { useDeferredValue, useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { availableQuotes } from '#renderer/features/writing/quote-balance.ts';
import type { Extracted } from '#shared/model/extract.ts';
import { fold } from '#shared/text/fold.ts';

/** As many rows as can be shown; any other is found by its words, or by who said it. */
export const mostShown = 1000;

interface PackQuotes {
  /** How many there are in the theme, whatever is typed. */
  readonly total: number;
  /** How many hold what was typed, in their words or in who said them. */
  readonly matching: number;
  /** The first of those, with how they fit the theme; undefined until they are read. */
  readonly shown: readonly Extracted[] | undefined;
  /** Whether what is shown is still the answer to what was typed before. */
  readonly isBehind: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

const idsHolding = (wanted: string, named: readonly { id: string; name: string }[]) =>
  new Set(named.filter(({ name }) => fold(name).includes(wanted)).map(({ id }) => id));

/** The quotes of a theme for a pack, all of them searched and the first `limit` shown. */
export const usePackQuotes = (themeId: string, typed: string, limit: number): PackQuotes => {
  const text = useDeferredValue(typed.trim());
  const found = useCall('extracts.find', { themeId });
  const holding = useCall(
    'extracts.find',
    { themeId, text },
    { enabled: text !== '', keepPrevious: true },
  );
  const marked = useCall('extracts.marked', { themeId });
  const sources = useCall('sources.list', {}).data;
  const cases = useCall('cases.list', {}).data;
  const groups = useCall('groups.list', {}).data;
  const held = text === '' ? undefined : holding.data?.ids;
  const ids = useMemo(() => {
    if (found.data === undefined || held === undefined) return found.data?.ids ?? [];
    const wanted = fold(text);
    const inWords = new Set(held);
    const inCases = idsHolding(
      wanted,
      (cases ?? []).map(({ id, pseudonym }) => ({ id, name: pseudonym })),
    );
    const inGroups = idsHolding(wanted, groups ?? []);
    return availableQuotes({ hits: found.data, fits: [] }, sources ?? [])
      .filter(
        ({ id, caseId, groupId }) =>
          inWords.has(id) || inCases.has(caseId ?? '') || inGroups.has(groupId ?? ''),
      )
      .map(({ id }) => id);
  }, [found.data, held, text, cases, groups, sources]);
  const codingIds = useMemo(() => ids.slice(0, limit), [ids, limit]);
  const rows = useCall(
    'extracts.get',
    { codingIds },
    { enabled: found.data !== undefined, keepPrevious: true },
  );
  const shown = useMemo(() => {
    const fits = new Map(marked.data?.map(({ codingId, fit }) => [codingId, fit]));
    return rows.data?.map((row) => ({ ...row, fit: fits.get(row.id) ?? null }));
  }, [rows.data, marked.data]);
  return {
    total: found.data?.ids.length ?? 0,
    matching: ids.length,
    shown,
    isBehind:
      text !== typed.trim() || (text !== '' && holding.isPlaceholderData) || rows.isPlaceholderData,
    error: found.error ?? holding.error ?? rows.error,
    retry: () => {
      void found.refetch();
      void rows.refetch();
      if (text !== '') void holding.refetch();
    },
  };
};
