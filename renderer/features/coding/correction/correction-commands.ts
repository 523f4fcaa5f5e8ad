import type { Command } from '#renderer/commands/registry.ts';
import { currentReading } from '#renderer/features/coding/reading-data.ts';
import { correctTurn } from './correction-actions.ts';
import { useCorrection } from './correction-state.ts';

/** What can be done to the words of the open source and their turns. */
export const correctionCommands: readonly Command[] = [
  {
    id: 'turn.correct',
    label: 'Correct the text of the turn',
    menu: 'Edit',
    keys: 'e',
    scope: 'reading',
    enabled: () => (currentReading()?.turns.length ?? 0) > 0,
    run: () => correctTurn(),
  },
  {
    id: 'coding.replace',
    label: 'Replace in the source',
    menu: 'Edit',
    keys: '$mod+Shift+h',
    enabled: () => (currentReading()?.turns.length ?? 0) > 0,
    run: () => useCorrection.setState({ isReplacing: true }),
  },
];
