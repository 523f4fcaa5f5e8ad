import { create } from 'zustand';
import { type Extent, usualLikeness } from '#shared/contract/autocoding.ts';
import { type Filters, noFilters, useSearchState } from './search-state.ts';

export type WayToCode = 'search' | 'speaker' | 'question' | 'column';

interface AutoCodeState {
  readonly isOpen: boolean;
  /** Setting up, or looking through what would be coded. */
  readonly step: 'ways' | 'review';
  /** Counts up with every review, so that each reads anew. */
  readonly review: number;
  readonly by: WayToCode;
  readonly query: string;
  readonly how: 'words' | 'regex';
  readonly stems: boolean;
  readonly whole: boolean;
  readonly extent: Extent;
  readonly labels: ReadonlySet<string>;
  /** Interview-guide questions, one on each line. */
  readonly prompts: string;
  readonly likeness: number;
  readonly filters: Filters;
  /** The names of codes that were chosen, by label or prompt (its place in the list). */
  readonly names: Readonly<Record<number, string>>;
  /** Proposals that were put aside, by their place in the list. */
  readonly off: ReadonlySet<number>;
}

const fresh = {
  isOpen: false,
  step: 'ways',
  by: 'speaker',
  query: '',
  how: 'words',
  stems: true,
  whole: true,
  extent: 'hit',
  labels: new Set<string>(),
  prompts: '',
  likeness: usualLikeness,
  filters: noFilters,
  names: {},
  off: new Set<number>(),
} as const;

/** What the auto-coding dialog is set to. Never saved. */
export const useAutoCodeState = create<AutoCodeState>(() => ({ ...fresh, review: 0 }));

/** Opens the dialog to choose what is coded and how. */
export const openAutoCode = (by: WayToCode): void => {
  const { typed, how, stems } = useSearchState.getState();
  useAutoCodeState.setState({ ...fresh, isOpen: true, by, query: typed, how, stems });
};

/** Looks through what would be coded as it is set now. */
export const startReview = (): void =>
  useAutoCodeState.setState(({ review }) => ({
    step: 'review',
    review: review + 1,
    names: {},
    off: new Set(),
  }));

/** Looks through the hits of the search that is on the screen. */
export const reviewHits = (): void => {
  const { typed, how, stems, whole, filters } = useSearchState.getState();
  useAutoCodeState.setState({
    ...fresh,
    isOpen: true,
    by: 'search',
    query: typed,
    how,
    stems,
    whole,
    filters,
  });
  startReview();
};

/** Closes the dialog. */
export const closeAutoCode = (): void => useAutoCodeState.setState({ isOpen: false });
