import type { ChangedEvent } from '#shared/contract/events.ts';
import type { MethodOf } from '#shared/contract/index.ts';
import type { RecordKind } from '#shared/model/change.ts';
import type { CodeUse } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import { ask } from './call.ts';
import { platform } from './platform.ts';
import { keyOf, queryClient } from './queries.ts';

/** Which reads a kind of record shows up in. What is listed here is read again when it changes. */
const readsOf: Readonly<Record<RecordKind, readonly MethodOf<'read'>[]>> = {
  project: ['project.state'],
  coder: ['coders.list', 'project.state'],
  group: ['groups.list', 'sources.list', 'cases.list'],
  time_point: ['timePoints.list', 'sources.list'],
  case: ['cases.list', 'sources.list'],
  source: ['sources.list', 'sources.get', 'cases.list', 'codings.segments', 'themes.segments'],
  source_text: ['sources.get'],
  speaker: ['sources.get', 'sources.list'],
  turn: ['sources.get', 'sources.list'],
  code: ['codes.list', 'codes.use', 'codes.impact'],
  coding: ['codings.segments', 'themes.segments', 'codes.impact'],
  memo: ['memos.list', 'memos.inSource', 'codes.impact'],
  theme: ['themes.list', 'themes.segments'],
  theme_code: ['themes.codes', 'themes.segments', 'codes.impact'],
};

const invalidate = (method: string): void =>
  void queryClient.invalidateQueries({ queryKey: [method] });

const byPlace = (a: Coding, b: Coding): number => a.start - b.start || a.end - b.end;

/**
 * Brings the open lists of codings up to date with only the codings that changed. Answers the codes
 * whose counts that touches; null when that cannot be told.
 */
const patchCodings = async (ids: readonly string[]): Promise<readonly string[] | null> => {
  const current = await ask('codings.get', { ids: [...ids] });
  const gone = new Set(ids);
  const known = new Set(current.map((coding) => coding.id));
  const codes = new Set(current.map((coding) => coding.codeId));
  const lists = queryClient
    .getQueryCache()
    .findAll({ queryKey: ['codings.list'] })
    .filter((query) => query.state.data !== undefined);
  for (const query of lists) {
    const [, { sourceId }] = query.queryKey as ReturnType<typeof keyOf<'codings.list'>>;
    for (const before of (query.state.data as readonly Coding[]).filter((c) => gone.has(c.id))) {
      known.add(before.id);
      codes.add(before.codeId);
    }
    const mine = current.filter((coding) => coding.sourceId === sourceId);
    queryClient.setQueryData<readonly Coding[]>(query.queryKey, (list) => {
      const kept = list?.filter((coding) => !gone.has(coding.id)) ?? [];
      if (mine.length === 0 && kept.length === list?.length) return list;
      return mine.length === 0 ? kept : [...kept, ...mine].sort(byPlace);
    });
  }
  return ids.every((id) => known.has(id)) ? [...codes] : null;
};

const patchCodeUse = async (codes: readonly string[] | null): Promise<void> => {
  const key = keyOf('codes.use', {});
  if (queryClient.getQueryData(key) === undefined) return;
  if (codes === null) return queryClient.invalidateQueries({ queryKey: key });
  const counted = await ask('codes.use', { ids: [...codes] });
  const byCode = new Map(counted.map((use) => [use.codeId, use]));
  queryClient.setQueryData<readonly CodeUse[]>(key, (list) =>
    list?.map((use) => byCode.get(use.codeId) ?? use),
  );
};

const refresh = async (event: ChangedEvent): Promise<void> => {
  for (const [kind, ids] of Object.entries(event.records) as [
    RecordKind,
    readonly string[] | 'all',
  ][]) {
    for (const method of readsOf[kind]) invalidate(method);
    if (kind !== 'coding') continue;
    // Only the library shows these counts; it reads them again when it is next opened.
    void queryClient.invalidateQueries({ queryKey: ['sources.list'], refetchType: 'none' });
    if (ids === 'all') invalidate('codings.list');
    await patchCodeUse(ids === 'all' ? null : await patchCodings(ids));
  }
  invalidate('project.state');
  invalidate('history.list');
};

/** Starts keeping the cache current from the engine's events; call once. */
export const followChanges = (): void => {
  platform.listen((event) => {
    if (event.type === 'changed') void refresh(event);
    if (event.type === 'session') void queryClient.invalidateQueries();
  });
};
