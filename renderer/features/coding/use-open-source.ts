import { useEffect } from 'react';
import { useNavigation } from '#renderer/state/navigation.ts';
import type { SourceRow } from '#shared/contract/sources.ts';
import { stateOf, useCodingState } from './coding-state.ts';

/**
 * The source to show: the one in the address, or else the one that was open, or else the first.
 * The address is settled to it, so that back and forward return to it.
 */
export const useOpenSource = (sources: readonly SourceRow[] | undefined): string | undefined => {
  const { address, settle } = useNavigation();
  const before = useCodingState((state) => stateOf(state, 'main').sourceId);
  const has = (id: string | null | undefined): boolean =>
    sources?.some((source) => source.id === id) ?? false;
  const id = has(address.id)
    ? address.id
    : has(before) && before !== null
      ? before
      : sources?.[0]?.id;
  useEffect(() => {
    if (address.area === 'coding' && id !== undefined && address.id !== id)
      settle({ area: 'coding', id });
  }, [address, id, settle]);
  return id;
};
