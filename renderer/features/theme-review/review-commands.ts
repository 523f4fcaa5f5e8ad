import type { Command } from '#renderer/commands/registry.ts';
import { beginNote, leaveReview, markCurrent } from './review-actions.ts';
import { useReviewState } from './review-state.ts';

const some = (): boolean => {
  const { current, tab } = useReviewState.getState();
  return current !== null && tab === 'extracts';
};

const onList = { menu: 'Theme', scope: 'reading', enabled: some } as const;

/** What can be done with the extract that the keys are at while a theme is reviewed. */
export const reviewCommands: readonly Command[] = [
  {
    id: 'review.telling',
    label: 'Mark extract as telling',
    ...onList,
    keys: 't',
    run: () => markCurrent('telling'),
  },
  {
    id: 'review.badly',
    label: 'Mark extract as fitting badly',
    ...onList,
    keys: 'b',
    run: () => markCurrent('fits badly'),
  },
  {
    id: 'review.contrary',
    label: 'Mark extract as contrary',
    ...onList,
    keys: 'c',
    run: () => markCurrent('contrary'),
  },
  {
    id: 'review.unmark',
    label: 'Take the mark back',
    ...onList,
    keys: 'x',
    run: () => markCurrent(null),
  },
  {
    id: 'review.note',
    label: 'Note why the extract fits so',
    ...onList,
    keys: 'n',
    run: () => {
      const { current } = useReviewState.getState();
      if (current !== null) beginNote(current);
    },
  },
  {
    id: 'review.board',
    label: 'Back to the themes',
    menu: 'Theme',
    scope: 'reading',
    keys: 'Escape',
    run: leaveReview,
  },
];
