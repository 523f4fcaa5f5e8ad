import { create } from 'zustand';
import type { SearchKind, SearchScope } from '#shared/contract/search.ts';

/** What is looked at; an empty list lets all pass. */
export interface Filters extends SearchScope {
  readonly kinds: readonly SearchKind[];
}

/** Nothing filtered. */
export const noFilters: Filters = {
  kinds: [],
  groupIds: [],
  timePointIds: [],
  caseIds: [],
  sourceIds: [],
  speakerLabels: [],
  speakerRoles: [],
};

interface SearchState {
  readonly typed: string;
  readonly how: 'words' | 'regex';
  readonly stems: boolean;
  readonly whole: boolean;
  readonly filters: Filters;
  /** The row that was opened last, to come back to. */
  readonly row: number;
  /** Counts up when the field is to take the focus. */
  readonly asked: number;
}

/** What is looked for. Never saved. */
export const useSearchState = create<SearchState>(() => ({
  typed: '',
  how: 'words',
  stems: true,
  whole: false,
  filters: noFilters,
  row: -1,
  asked: 0,
}));

/** Looks for something else: the results begin at their beginning. */
export const lookFor = (change: Partial<Omit<SearchState, 'row' | 'asked'>>): void =>
  useSearchState.setState({ ...change, row: -1 });
