import type { KeyboardEvent } from 'react';
import { useReadingKeys } from '#renderer/features/coding/transcript/use-reading-keys.ts';
import { reviewCommands } from './review-commands.ts';

const reviewKeys: ReadonlySet<string> = new Set(reviewCommands.flatMap(({ keys }) => keys ?? []));

/** Hears the keys of the review alone: those of the board would act on what is not in sight. */
export const useReviewKeys = (): ((event: KeyboardEvent) => void) => {
  const readingKeys = useReadingKeys();
  return (event) => {
    const isBare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (isBare && reviewKeys.has(event.key)) readingKeys(event);
  };
};
