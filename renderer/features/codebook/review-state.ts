import { create } from 'zustand';
import { noReview, type Review } from './review.ts';

/**
 * Reviews by the id of the code, so that one that was closed half-way goes on where it was. Never
 * saved: nothing of it is in the project before it is applied.
 */
export const useReviews = create<{ readonly reviews: ReadonlyMap<string, Review> }>(() => ({
  reviews: new Map(),
}));

/** The review of a code as it stands. */
export const reviewOf = (codeId: string): Review =>
  useReviews.getState().reviews.get(codeId) ?? noReview;

/** Goes on with the review of a code; null: it is over. */
export const setReview = (codeId: string, review: Review | null): void =>
  useReviews.setState(({ reviews }) => {
    const next = new Map(reviews);
    if (review === null) next.delete(codeId);
    else next.set(codeId, review);
    return { reviews: next };
  });
