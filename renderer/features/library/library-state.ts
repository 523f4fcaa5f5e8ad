import { create } from 'zustand';
import { useNavigation } from '#renderer/state/navigation.ts';

/** What sources can be gathered under. */
export const groupings = [
  { id: 'none', name: 'Not grouped' },
  { id: 'group', name: 'By group' },
  { id: 'case', name: 'By case' },
  { id: 'timePoint', name: 'By time point' },
  { id: 'kind', name: 'By kind' },
] as const;
export type Grouping = (typeof groupings)[number]['id'];

/** The columns of the table of sources. */
export type SourceColumn =
  | 'name'
  | 'kind'
  | 'group'
  | 'case'
  | 'timePoint'
  | 'words'
  | 'turns'
  | 'codings'
  | 'importedAt';

export type LibraryTab = 'sources' | 'cases' | 'groups';

interface LibraryState {
  readonly tab: LibraryTab;
  /** Ids of the sources that are chosen in the table. */
  readonly chosen: ReadonlySet<string>;
  readonly filter: string;
  readonly grouping: Grouping;
  readonly sort: { readonly column: SourceColumn; readonly direction: 'ascending' | 'descending' };
}

/** What is chosen and shown in the library. Never saved. */
export const useLibraryState = create<LibraryState>(() => ({
  tab: 'sources',
  chosen: new Set(),
  filter: '',
  grouping: 'none',
  sort: { column: 'name', direction: 'ascending' },
}));

/** Chooses sources; a single one becomes the window's address. */
export const chooseSources = (ids: ReadonlySet<string>): void => {
  useLibraryState.setState({ chosen: ids });
  const [only] = ids;
  const { address, settle } = useNavigation.getState();
  if (address.area !== 'library') return;
  settle({ area: 'library', ...(ids.size === 1 && only !== undefined ? { id: only } : {}) });
};
