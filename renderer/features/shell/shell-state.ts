import { create } from 'zustand';

/** What the shell shows above the panes. */
export const useShellState = create<{ readonly open: 'palette' | 'keys' | 'approach' | null }>(
  () => ({
    open: null,
  }),
);

/** Closes whatever the shell shows above the panes. */
export const closeOverlay = (): void => useShellState.setState({ open: null });
