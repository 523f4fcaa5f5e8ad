import type { CodeUse } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import { ask } from './call.ts';
import { keyOf, queryClient, readAgain } from './queries.ts';

const byPlace = (a: Coding, b: Coding): number => a.start - b.start || a.end - b.end;

const lists = () => queryClient.getQueryCache().findAll({ queryKey: ['codings.list'] });

/** The most ids that codings.get takes at once. */
const mostIds = 5000;

/**
 * Brings the open lists of codings up to date with only the codings that changed; applying the same
 * ids again changes nothing more. Lists that are being read anew are read again instead, because
 * what is on its way may be from before the change. Answers the codes whose counts are touched;
 * null when that cannot be told. Throws CallFailure.
 */
export const patchCodings = async (ids: readonly string[]): Promise<readonly string[] | null> => {
  const reading = new Set(
    lists()
      .filter((query) => query.state.fetchStatus !== 'idle')
      .map((query) => query.queryHash),
  );
  const current: Coding[] = [];
  for (let from = 0; from < ids.length; from += mostIds)
    current.push(...(await ask('codings.get', { ids: ids.slice(from, from + mostIds) })));
  const changed = new Set(ids);
  const told = new Set<string>();
  const codes = new Set(current.map((coding) => coding.codeId));
  for (const query of lists()) {
    if (reading.has(query.queryHash) || query.state.fetchStatus !== 'idle') {
      readAgain(query.queryKey);
      continue;
    }
    const list = query.state.data as readonly Coding[] | undefined;
    if (list === undefined) continue;
    const [, { sourceId }] = query.queryKey as ReturnType<typeof keyOf<'codings.list'>>;
    const before = list.filter((coding) => changed.has(coding.id));
    const after = current.filter((coding) => coding.sourceId === sourceId);
    for (const coding of before) codes.add(coding.codeId);
    // What was not in the list of its own source before is new, so no other code lost it.
    for (const coding of [...before, ...after]) told.add(coding.id);
    if (before.length === 0 && after.length === 0) continue;
    const kept = list.filter((coding) => !changed.has(coding.id));
    queryClient.setQueryData<readonly Coding[]>(
      query.queryKey,
      after.length === 0 ? kept : [...kept, ...after].sort(byPlace),
    );
  }
  return ids.every((id) => told.has(id)) ? [...codes] : null;
};

/** Counts the uses of these codes anew, or of all where it cannot be told which. Throws CallFailure. */
export const patchCodeUse = async (codes: readonly string[] | null): Promise<void> => {
  const key = keyOf('codes.use', {});
  const query = queryClient.getQueryCache().find({ queryKey: key, exact: true });
  if (query === undefined) return;
  if (codes === null || query.state.fetchStatus !== 'idle' || query.state.data === undefined) {
    readAgain(key);
    return;
  }
  const counted = await ask('codes.use', { ids: [...codes] });
  const byCode = new Map(counted.map((use) => [use.codeId, use]));
  queryClient.setQueryData<readonly CodeUse[]>(key, (list) =>
    list?.map((use) => byCode.get(use.codeId) ?? use),
  );
};
