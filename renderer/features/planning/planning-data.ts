import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '#renderer/client/call.ts';
import { keyOf, queryClient, useCall } from '#renderer/client/queries.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import type { Claim, ClaimKind, Support } from '#shared/model/claim.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { Extracted } from '#shared/model/extract.ts';
import { usePlanningState } from './planning-state.ts';

const none: readonly never[] = [];

/** How many quotes are read with one call, at most. */
const mostQuotes = 1000;

/** The quotes that claims rest on directly, by their ids. */
const useQuotes = (ids: readonly string[]): ReadonlyMap<string, Extracted> => {
  const chunks = Array.from({ length: Math.ceil(ids.length / mostQuotes) }, (_, index) =>
    ids.slice(index * mostQuotes, (index + 1) * mostQuotes),
  );
  return useQueries({
    queries: chunks.map((codingIds) => ({
      queryKey: keyOf('extracts.get', { codingIds }),
      queryFn: () => ask('extracts.get', { codingIds }),
      placeholderData: (before: readonly Extracted[] | undefined) => before,
    })),
    combine: (results) =>
      new Map(results.flatMap(({ data }) => (data ?? none).map((quote) => [quote.id, quote]))),
  });
};

const retiredIds = (
  themes: readonly { id: string; parentId: string | null; status: string }[],
): ReadonlySet<string> => {
  const ids = new Set<string>();
  // Parents come first, so one pass reaches every level.
  for (const { id, parentId, status } of themes)
    if (status === 'retired' || (parentId !== null && ids.has(parentId))) ids.add(id);
  return ids;
};

const bare = { claimKind: null, colour: null, retired: false, quote: null, restsOn: 0 } as const;

/** Everything that claims can rest on, by id, as far as it has a name or is rested on. */
const useKnown = (
  claims: readonly Claim[],
  supports: readonly Support[],
): ReadonlyMap<string, Evidence> => {
  const themes = useCall('themes.list', {}).data ?? none;
  const codes = useCall('codes.list', {}).data ?? none;
  const quotes = useQuotes(
    useMemo(
      () => [
        ...new Set(supports.filter(({ onKind }) => onKind === 'coding').map(({ onId }) => onId)),
      ],
      [supports],
    ),
  );
  return useMemo(() => {
    const retired = retiredIds(themes);
    const all: readonly Evidence[] = [
      ...claims.map(({ id, statement, kind }) => ({
        ...bare,
        kind: 'claim' as const,
        id,
        words: statement,
        claimKind: kind,
      })),
      ...themes.map(({ id, name }) => ({
        ...bare,
        kind: 'theme' as const,
        id,
        words: name,
        retired: retired.has(id),
      })),
      ...codes.map(({ id, name, colour }) => ({
        ...bare,
        kind: 'code' as const,
        id,
        words: name,
        colour,
      })),
      ...[...quotes.values()].map((quote) => ({
        ...bare,
        kind: 'coding' as const,
        id: quote.id,
        words: quote.text,
        quote,
      })),
    ];
    return new Map(all.map((one) => [one.id, one]));
  }, [claims, themes, codes, quotes]);
};

/** The claims with what they rest on, ready to be shown. */
export interface Plan {
  readonly claims: readonly Claim[];
  readonly byKind: ReadonlyMap<ClaimKind, readonly Claim[]>;
  readonly supportsOf: ReadonlyMap<string, readonly Support[]>;
  readonly known: ReadonlyMap<string, Evidence>;
}

interface PlanReading {
  /** Absent while it is being read. */
  readonly plan: Plan | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads the claims and what they rest on, and keeps them current. */
export const usePlan = (): PlanReading => {
  const claims = useCall('claims.list', {});
  const supports = useCall('claims.supports', {});
  const known = useKnown(claims.data ?? none, supports.data ?? none);
  const plan = useMemo(
    () =>
      claims.data === undefined || supports.data === undefined
        ? undefined
        : {
            claims: claims.data,
            byKind: Map.groupBy(claims.data, ({ kind }) => kind),
            supportsOf: Map.groupBy(supports.data, ({ claimId }) => claimId),
            known,
          },
    [claims.data, supports.data, known],
  );
  const readings = [claims, supports];
  return {
    plan,
    error: readings.find(({ isError }) => isError)?.error ?? null,
    retry: () => {
      for (const reading of readings) if (reading.isError) void reading.refetch();
    },
  };
};

/** All claims as they are known now. */
export const currentClaims = (): readonly Claim[] =>
  queryClient.getQueryData<readonly Claim[]>(keyOf('claims.list', {})) ?? none;

/** The claim that commands are about now: the one with the focus, else the one looked at. */
export const currentClaim = (): Claim | undefined => {
  const { area, id } = useNavigation.getState().address;
  if (area !== 'planning') return undefined;
  const { at } = usePlanningState.getState();
  const claims = currentClaims();
  return claims.find((claim) => claim.id === at) ?? claims.find((claim) => claim.id === id);
};

/** The claim that another one changes places with when it moves a step; none at the ends. */
export const neighbour = (claim: Claim, step: 1 | -1): Claim | undefined => {
  const list = currentClaims().filter(({ kind }) => kind === claim.kind);
  const at = list.findIndex(({ id }) => id === claim.id);
  return at === -1 ? undefined : list[at + step];
};

/** The claims that rest on a claim, directly or through others, and itself: it can rest on none. */
export const restingOnClaim = (
  supports: Iterable<readonly Support[]>,
  id: string,
): ReadonlySet<string> => {
  const claimsOn = Map.groupBy([...supports].flat(), ({ onId }) => onId);
  const met = new Set([id]);
  for (const one of met) for (const { claimId } of claimsOn.get(one) ?? []) met.add(claimId);
  return met;
};
