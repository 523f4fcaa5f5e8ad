import { create } from 'zustand';
import { usePreferences } from '#renderer/state/preferences.ts';
import { announce } from '#renderer/ui/announce.ts';
import { turnToColumn, useCodingState } from './coding-state.ts';

/** What stands in the second column: another source, or the codings of another coder of this one. */
export type Beside =
  | { readonly kind: 'source'; readonly sourceId: string }
  | { readonly kind: 'coders'; readonly left: string; readonly right: string };

interface ReadingView {
  /** To read is to see the words alone, large, with notes in the margin and no codes. */
  readonly mode: 'code' | 'read';
  readonly beside: Beside | null;
  /** Whether it is being asked what shall stand beside the source. */
  readonly choosing: boolean;
}

/** How the coding workspace shows the open source. Never saved. */
export const useReadingView = create<ReadingView>(() => ({
  mode: 'code',
  beside: null,
  choosing: false,
}));

/** Whether the words are read, not coded. */
export const isReading = (): boolean => useReadingView.getState().mode === 'read';

/** Turns from coding to reading, or back. */
export const toggleReading = (): void => {
  const mode = isReading() ? 'code' : 'read';
  turnToColumn('main');
  useCodingState.setState({ passages: [], active: null, hovered: null, finding: false });
  useReadingView.setState({ mode });
  announce(
    mode === 'read'
      ? 'Reading. Nothing is coded here; M writes a note. Shift and R goes back to coding.'
      : 'Coding.',
  );
};

/** Shows something beside the open source, or nothing. */
export const showBeside = (beside: Beside | null): void => {
  turnToColumn('main');
  useReadingView.setState({ beside, choosing: false, mode: 'code' });
  usePreferences.getState().divide(beside !== null);
};
