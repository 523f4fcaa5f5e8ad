import { create } from 'zustand';

interface ReviewState {
  /** The tab that is shown. */
  readonly tab: string;
}

/** What is looked at in Review. Never saved. */
export const useReviewState = create<ReviewState>(() => ({ tab: 'packs' }));
