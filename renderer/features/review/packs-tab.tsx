import { EmptyState } from '#renderer/ui/empty-state.tsx';

/** The review packs of the study. */
export const PacksTab = () => (
  <EmptyState title="No review packs yet">
    A review pack is one file that people outside the team open, read and answer, for example PPI
    contributors.
  </EmptyState>
);
