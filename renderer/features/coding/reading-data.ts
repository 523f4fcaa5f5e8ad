import { keyOf, queryClient } from '#renderer/client/queries.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import { useCodingState } from './coding-state.ts';

/*
 * What commands need of the open source, read from the cache when they run. Components use
 * useCall instead, which keeps them current.
 */

/** The open source as read, when it is there. */
export const currentReading = (): Reading | undefined => {
  const { sourceId } = useCodingState.getState();
  return sourceId === null
    ? undefined
    : queryClient.getQueryData<Reading>(keyOf('sources.get', { id: sourceId }));
};

/** The codings of the open source, by place. */
export const currentCodings = (): readonly Coding[] => {
  const { sourceId } = useCodingState.getState();
  if (sourceId === null) return [];
  return queryClient.getQueryData<readonly Coding[]>(keyOf('codings.list', { sourceId })) ?? [];
};

/** The coding that is looked at, if it still exists. */
export const activeCoding = (): Coding | undefined => {
  const { active } = useCodingState.getState();
  return currentCodings().find((coding) => coding.id === active);
};

/** The code with this id. */
export const codeById = (id: string): Code | undefined =>
  queryClient
    .getQueryData<readonly Code[]>(keyOf('codes.list', {}))
    ?.find((code) => code.id === id);
