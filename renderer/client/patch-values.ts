import type { AttributeValue } from '#shared/model/attribute.ts';
import { ask } from './call.ts';
import { type keyOf, queryClient, readAgain } from './queries.ts';

/** The most ids that attributes.values takes at once. */
const mostIds = 5000;

/**
 * Brings what is known of attributes' values up to date with only those that changed; applying the
 * same ids again changes nothing more. A list that is being read anew is read again instead,
 * because what is on its way may be from before the change. Throws CallFailure.
 */
export const patchValues = async (ids: readonly string[]): Promise<void> => {
  const lists = queryClient.getQueryCache().findAll({ queryKey: ['attributes.values'] });
  if (lists.length === 0) return;
  const reading = new Set(lists.filter((query) => query.state.fetchStatus !== 'idle'));
  const current: AttributeValue[] = [];
  for (let from = 0; from < ids.length; from += mostIds)
    current.push(...(await ask('attributes.values', { ids: ids.slice(from, from + mostIds) })));
  const changed = new Set(ids);
  for (const query of lists) {
    if (reading.has(query) || query.state.fetchStatus !== 'idle') {
      readAgain(query.queryKey);
      continue;
    }
    const [, { caseId }] = query.queryKey as ReturnType<typeof keyOf<'attributes.values'>>;
    queryClient.setQueryData<readonly AttributeValue[]>(query.queryKey, (list) =>
      list === undefined
        ? undefined
        : [
            ...list.filter((value) => !changed.has(value.id)),
            ...current.filter((value) => caseId === undefined || value.caseId === caseId),
          ],
    );
  }
};
