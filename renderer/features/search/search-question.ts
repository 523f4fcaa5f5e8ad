import type { Input } from '#shared/contract/index.ts';
import type { Filters } from './search-state.ts';

/** The filters as the scope of a call. */
export const scopeOf = (filters: Filters): NonNullable<Input<'autocoding.propose'>['scope']> => ({
  ...(filters.groupId === null ? {} : { groupIds: [filters.groupId] }),
  ...(filters.timePointId === null ? {} : { timePointIds: [filters.timePointId] }),
  ...(filters.caseId === null ? {} : { caseIds: [filters.caseId] }),
  ...(filters.sourceId === null ? {} : { sourceIds: [filters.sourceId] }),
  ...(filters.label === null ? {} : { speakerLabels: [filters.label] }),
  ...(filters.role === null ? {} : { speakerRoles: [filters.role] }),
});

/** Whether only transcripts can be found, because something is asked that only they have. */
export const isScoped = (filters: Filters): boolean => Object.keys(scopeOf(filters)).length > 0;
