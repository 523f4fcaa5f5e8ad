import { create } from 'zustand';
import type { CodeImpact } from '#shared/contract/codes.ts';
import type { CodeSort } from './code-rows.ts';

/** What stands above the codebook, and what it is about. */
export type CodebookDialog =
  | {
      readonly kind: 'new';
      readonly parentId: string | null;
      /** A position as codes hold it; absent: behind the last. */
      readonly position?: number;
    }
  | { readonly kind: 'merge'; readonly ids: readonly string[] }
  | { readonly kind: 'split'; readonly id: string }
  | { readonly kind: 'review'; readonly id: string }
  | { readonly kind: 'move'; readonly ids: readonly string[] }
  | { readonly kind: 'delete'; readonly ids: readonly string[]; readonly impact: CodeImpact }
  | { readonly kind: 'export' };

/** Which codes are shown: `similar` lists names that may mean the same instead of the tree. */
export type CodeShow =
  | 'all'
  | 'unused'
  | 'undefined'
  | 'one-coder'
  | 'one-source'
  | 'no-theme'
  | 'similar';

interface CodebookState {
  /** The ids of the codes chosen. */
  readonly chosen: ReadonlySet<string>;
  /** The ids of codes whose nested codes are folded away. */
  readonly collapsed: ReadonlySet<string>;
  readonly filter: string;
  /** What was folded before the filter unfolded everything; null while nothing is filtered. */
  readonly unfiltered: ReadonlySet<string> | null;
  readonly sort: CodeSort;
  readonly show: CodeShow;
  readonly dialog: CodebookDialog | null;
  /** The code to be brought into sight, with or without the focus, as soon as it has a row. */
  readonly reveal: { readonly id: string; readonly focus: boolean } | null;
  /** Codes that went away while they were chosen: chosen again when an undo brings them back. */
  readonly missed: ReadonlySet<string>;
  /** Whether the name of the chosen code shall take the focus. */
  readonly naming: boolean;
}

const none: ReadonlySet<string> = new Set();

/** What is chosen and folded in the codebook. Never saved. */
export const useCodebookState = create<CodebookState>(() => ({
  chosen: none,
  collapsed: none,
  filter: '',
  unfiltered: null,
  sort: 'order',
  show: 'all',
  dialog: null,
  reveal: null,
  missed: none,
  naming: false,
}));

/** Chooses codes and brings the first of them into sight. */
export const choose = (ids: readonly string[], focus: boolean): void => {
  const [first] = ids;
  useCodebookState.setState({
    chosen: new Set(ids),
    reveal: first === undefined ? null : { id: first, focus },
  });
};

/** Closes whatever stands above the codebook. */
export const closeDialog = (): void => useCodebookState.setState({ dialog: null });

/** Shows or hides what is nested in codes. */
export const collapse = (ids: Iterable<string>): void =>
  useCodebookState.setState({ collapsed: new Set(ids) });

/** Shows only the codes with these words; all are unfolded while a filter is there. */
export const filterCodes = (filter: string): void =>
  useCodebookState.setState(({ collapsed, unfiltered, show }) => {
    if (filter.trim() !== '' || (show !== 'all' && show !== 'similar'))
      return unfiltered === null ? { filter, unfiltered: collapsed, collapsed: none } : { filter };
    return { filter, unfiltered: null, collapsed: unfiltered ?? collapsed };
  });

/** Shows some of the codes, or what names are similar; all are unfolded while not all are shown. */
export const showCodes = (show: CodeShow): void =>
  useCodebookState.setState(({ collapsed, unfiltered, filter }) => {
    if (show !== 'all' && show !== 'similar')
      return unfiltered === null ? { show, unfiltered: collapsed, collapsed: none } : { show };
    if (filter.trim() !== '') return { show };
    return { show, unfiltered: null, collapsed: unfiltered ?? collapsed };
  });

/** Shows every code again. */
export const clearFilters = (): void => {
  filterCodes('');
  showCodes('all');
};
