import { keyOf, queryClient } from '#renderer/client/queries.ts';
import type { Answer } from '#shared/contract/index.ts';
import type { ProjectState } from '#shared/contract/project.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import type { Coder } from '#shared/model/coder.ts';
import type { Coding } from '#shared/model/coding.ts';
import { useCodingState } from './coding-state.ts';
import { readingIn } from './columns/columns.ts';
import { isReading } from './reading-view.ts';
import { filterCodings } from './stripes/filter-codings.ts';
import { useStripesState } from './stripes/stripes-state.ts';

/*
 * What commands need of the open source, read from the cache when they run. Components use
 * useCall instead, which keeps them current.
 */

/** The open source as read, when it is there. */
export const currentReading = (): Reading | undefined => {
  const { sourceId, column } = useCodingState.getState();
  if (sourceId === null) return undefined;
  const reading = queryClient.getQueryData<Reading>(keyOf('sources.get', { id: sourceId }));
  return reading === undefined ? undefined : readingIn(column, reading);
};

const codingsOf = (sourceId: string): readonly Coding[] =>
  queryClient.getQueryData<readonly Coding[]>(keyOf('codings.list', { sourceId })) ?? [];

/** The codings of the open source that its column shows, by place; none while one reads. */
export const currentCodings = (): readonly Coding[] => {
  const { sourceId, coderId } = useCodingState.getState();
  if (sourceId === null || isReading()) return [];
  const all = codingsOf(sourceId);
  return coderId === null ? all : all.filter((coding) => coding.coderId === coderId);
};

type Listed = 'themes.list' | 'themes.codes' | 'coders.list' | 'codes.list';

const cached = <M extends Listed>(method: M): Answer<M> | readonly never[] =>
  queryClient.getQueryData<Answer<M>>(keyOf<Listed>(method, {})) ?? [];

const filtered = (codings: readonly Coding[]): readonly Coding[] =>
  filterCodings(codings, useStripesState.getState().filter, {
    codes: cached('codes.list'),
    themes: cached('themes.list'),
    placed: cached('themes.codes'),
    coders: cached('coders.list'),
  });

/** Those of them that the filter lets through. */
export const shownCodings = (): readonly Coding[] => filtered(currentCodings());

/** What a coder coded in the open source and the filter lets through, by place. */
export const shownCodingsBy = (coderId: string): readonly Coding[] => {
  const { sourceId } = useCodingState.getState();
  if (sourceId === null) return [];
  return filtered(codingsOf(sourceId).filter((coding) => coding.coderId === coderId));
};

/** What a coder is called. */
export const coderName = (id: string): string =>
  queryClient
    .getQueryData<readonly Coder[]>(keyOf('coders.list', {}))
    ?.find((coder) => coder.id === id)?.name ?? '';

/** The coding that is looked at, if it still exists. */
export const activeCoding = (): Coding | undefined => {
  const { active } = useCodingState.getState();
  return currentCodings().find((coding) => coding.id === active);
};

/** Several codings that were chosen for what is done next; else the one that is looked at. */
export const chosenCodings = (): readonly Coding[] => {
  const { chosen } = useCodingState.getState();
  if (chosen !== null && chosen.length > 0)
    return currentCodings().filter((coding) => chosen.includes(coding.id));
  const active = activeCoding();
  return active === undefined ? [] : [active];
};

/** The code with this id. */
export const codeById = (id: string): Code | undefined =>
  queryClient
    .getQueryData<readonly Code[]>(keyOf('codes.list', {}))
    ?.find((code) => code.id === id);

/** Who codes now. */
export const currentCoderId = (): string | undefined =>
  queryClient.getQueryData<ProjectState>(keyOf('project.state', {}))?.coder?.id;
