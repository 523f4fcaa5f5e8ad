import { call } from '#renderer/client/call.ts';
import { showError } from '#renderer/client/edit.ts';
import { type Address, useNavigation } from '#renderer/state/navigation.ts';
import type { Found, RecordFound, SearchHit } from '#shared/contract/search.ts';

/** Where a memo lives: with what it is on. */
const placeOfMemo = async ({ target }: RecordFound): Promise<Address> => {
  if (target === null || target.id === null) return { area: 'search' };
  const { kind, id } = target;
  if (kind === 'code') return { area: 'codebook', id };
  if (kind === 'theme') return { area: 'themes', id };
  if (kind === 'source') return { area: 'coding', id };
  if (kind !== 'coding') return { area: 'library' };
  const reply = await call('codings.get', { ids: [id] });
  if (!reply.ok) {
    showError(reply.error);
    return { area: 'search' };
  }
  const [coding] = reply.value;
  return coding === undefined
    ? { area: 'search' }
    : { area: 'coding', id: coding.sourceId, at: coding.id };
};

const placeOf = async (found: Found, hit: SearchHit): Promise<Address> => {
  if (found.kind === 'transcript')
    return { area: 'coding', id: found.sourceId, at: `${hit.start}-${hit.end}` };
  if (found.kind === 'code') return { area: 'codebook', id: found.id };
  if (found.kind === 'theme') return { area: 'themes', id: found.id };
  return placeOfMemo(found);
};

/** Opens what was found where it lives; back returns to the search. */
export const openFound = async (found: Found, hit: SearchHit): Promise<void> =>
  useNavigation.getState().go(await placeOf(found, hit));
