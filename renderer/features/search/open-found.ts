import { type Address, useNavigation } from '#renderer/state/navigation.ts';
import type { Found, SearchHit } from '#shared/contract/search.ts';

const placeOf = (found: Found, hit: SearchHit): Address => {
  if (found.kind === 'transcript')
    return { area: 'coding', id: found.sourceId, at: `${hit.start}-${hit.end}` };
  if (found.kind === 'code') return { area: 'codebook', id: found.id };
  if (found.kind === 'theme') return { area: 'themes', id: found.id };
  return { area: 'memos', id: found.id };
};

/** Opens what was found where it lives; back returns to the search. */
export const openFound = (found: Found, hit: SearchHit): void =>
  useNavigation.getState().go(placeOf(found, hit));
