import { create } from 'zustand';
import type { SegmentHeading } from '#shared/contract/exports.ts';
import type { Fit } from '#shared/model/extract.ts';

/** What is shown of a theme's extracts: all, those that were marked so, or those nobody marked. */
export type Shown = 'all' | Fit | 'not marked';

/** The sheets of the review. */
export type ReviewTab = 'extracts' | 'reach' | 'uncoded';

interface ReviewState {
  /** The theme that was reviewed last; another one begins at its first extract. */
  readonly themeId: string | null;
  readonly tab: ReviewTab;
  readonly groupBy: Exclude<SegmentHeading, 'none'>;
  readonly shown: Shown;
  /** The extract the keys are at. */
  readonly current: string | null;
  /** Which of those shown it was, from 0: what stands there takes over when it goes away. */
  readonly currentAt: number;
  /** The extract whose note is being written. */
  readonly noting: string | null;
  /** The case or group whose first extract is to be gone to. */
  readonly reveal: string | null;
}

const initial = {
  themeId: null,
  tab: 'extracts',
  groupBy: 'case',
  shown: 'all',
  current: null,
  currentAt: 0,
  noting: null,
  reveal: null,
} as const satisfies ReviewState;

/** What is looked at while a theme is reviewed. Never saved. */
export const useReviewState = create<ReviewState>(() => initial);

/** Begins the review of a theme, or goes on where it was left. */
export const beginReview = (themeId: string): void => {
  if (useReviewState.getState().themeId === themeId) return;
  const { groupBy } = useReviewState.getState();
  useReviewState.setState({ ...initial, themeId, groupBy });
};
