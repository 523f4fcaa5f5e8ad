import { ask } from '#renderer/client/call.ts';
import { keyOf, queryClient } from '#renderer/client/queries.ts';
import { counted } from '#renderer/ui/words.ts';

/**
 * What is added to the words about a deletion where claims rest directly on what goes, for example
 * `. 2 claims rested on it`; '' where none does, or where that could not be found out.
 */
export const restedOn = async (ids: readonly string[]): Promise<string> => {
  try {
    const supports = await queryClient.fetchQuery({
      queryKey: keyOf('claims.supports', {}),
      queryFn: () => ask('claims.supports', {}),
    });
    const gone = new Set(ids);
    const claims = new Set(supports.filter(({ onId }) => gone.has(onId)).map((one) => one.claimId));
    if (claims.size === 0) return '';
    return `. ${counted(claims.size, 'claim')} rested on ${ids.length === 1 ? 'it' : 'them'}`;
  } catch {
    // The deletion is what was asked for; it does not wait for what is only said about it.
    return '';
  }
};
