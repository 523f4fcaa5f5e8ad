import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** What stands above the board, and what it is about. */
export type ThemeDialog =
  | { readonly kind: 'retire'; readonly themeId: string }
  | { readonly kind: 'merge'; readonly themeId: string }
  | { readonly kind: 'split'; readonly themeId: string }
  | { readonly kind: 'make-subtheme'; readonly themeId: string }
  | { readonly kind: 'add-code-to'; readonly codeId: string }
  | { readonly kind: 'move-code-to'; readonly codeId: string; readonly fromThemeId: string }
  | { readonly kind: 'add-codes'; readonly themeId: string };

/** A code that was chosen, and the theme it was chosen in; null: among the unplaced ones. */
export interface ChosenCode {
  readonly codeId: string;
  readonly themeId: string | null;
}

/** Something to bring into sight and put the focus on, as soon as it is on the screen. */
export type Reveal =
  | { readonly kind: 'new-theme' }
  | { readonly kind: 'theme'; readonly id: string }
  | { readonly kind: 'code'; readonly themeId: string; readonly codeId: string };

interface ThemesState {
  /** The theme that has the focus, where looking at it would bring the drawer over the board. */
  readonly at: string | null;
  readonly code: ChosenCode | null;
  readonly dialog: ThemeDialog | null;
  /** The theme whose name is being changed in place. */
  readonly renaming: string | null;
  /** A theme that is being named before it exists, at the top or within another. */
  readonly naming: { readonly parentId: string | null } | null;
  readonly reveal: Reveal | null;
  readonly tab: 'about' | 'quotes' | 'memos';
  /** The memo that was just begun, to write in at once. */
  readonly newMemo: string | null;
  readonly filter: string;
  /** The theme that went away while it was looked at; an undo that brings it back goes to it. */
  readonly missed: string | null;
}

/** What is chosen and being done on the themes screen. Never saved. */
export const useThemesState = create<ThemesState>(() => ({
  at: null,
  code: null,
  dialog: null,
  renaming: null,
  naming: null,
  reveal: null,
  tab: 'about',
  newMemo: null,
  filter: '',
  missed: null,
}));

/** Closes whatever stands above the board. */
export const closeDialog = (): void => useThemesState.setState({ dialog: null });

interface BoardView {
  readonly view: 'columns' | 'cards';
  readonly retiredOpen: boolean;
}

/** How this person likes to see the themes. Kept on this computer. */
export const useBoardView = create<BoardView>()(
  persist((): BoardView => ({ view: 'columns', retiredOpen: false }), {
    name: 'understory-themes',
  }),
);
