import { create } from 'zustand';
import type { SearchKind } from '#shared/contract/search.ts';
import type { SpeakerRole } from '#shared/model/speaker.ts';

/** Which speech is looked at; null lets all pass. */
export interface Filters {
  readonly kind: SearchKind | null;
  readonly groupId: string | null;
  readonly timePointId: string | null;
  readonly caseId: string | null;
  readonly sourceId: string | null;
  readonly role: SpeakerRole | null;
  readonly label: string | null;
}

/** Nothing filtered. */
export const noFilters: Filters = {
  kind: null,
  groupId: null,
  timePointId: null,
  caseId: null,
  sourceId: null,
  role: null,
  label: null,
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
