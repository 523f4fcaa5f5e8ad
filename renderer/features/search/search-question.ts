import type { SearchScope } from '#shared/contract/search.ts';
import type { Filters } from './search-state.ts';

const isOpen = (lists: Filters | SearchScope): boolean =>
  Object.values(lists).every((list: readonly string[]) => list.length === 0);

/** The filters as the scope of a call. */
export const scopeOf = ({ kinds: _, ...scope }: Filters): SearchScope => scope;

/** Whether only transcripts can be found, because something is asked that only they have. */
export const isScoped = (filters: Filters): boolean => !isOpen(scopeOf(filters));

/** Whether anything is filtered at all. */
export const isFiltered = (filters: Filters): boolean => !isOpen(filters);
