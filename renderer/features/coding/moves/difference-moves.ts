import type { Command } from '#renderer/commands/registry.ts';
import { turnToColumn, useCodingState } from '#renderer/features/coding/coding-state.ts';
import {
  coderName,
  currentReading,
  shownCodingsBy,
} from '#renderer/features/coding/reading-data.ts';
import { useReadingView } from '#renderer/features/coding/reading-view.ts';
import { announce } from '#renderer/ui/announce.ts';
import { lookAt } from './coding-moves.ts';
import { differencesOf, nextDifference } from './differences.ts';

const areCoders = (): boolean => {
  const { mode, beside } = useReadingView.getState();
  return mode === 'code' && beside?.kind === 'coders';
};

/** Goes to the next or previous coding that only one of the two coders made, in that coder's column. */
export const moveToDifference = (step: 1 | -1): void => {
  const reading = currentReading();
  const { beside } = useReadingView.getState();
  if (reading === undefined || beside?.kind !== 'coders') return;
  const all = differencesOf(shownCodingsBy(beside.left), shownCodingsBy(beside.right));
  const { active, place, turn } = useCodingState.getState();
  const offset = place ?? reading.turns[turn]?.start ?? 0;
  const at = nextDifference(all, { active, offset, step });
  const next = all[at];
  if (next === undefined)
    return announce(
      all.length === 0
        ? 'The codings shown do not differ.'
        : `No ${step === 1 ? 'further' : 'earlier'} difference.`,
    );
  turnToColumn(next.side === 'left' ? 'main' : 'beside');
  const who = coderName(next.side === 'left' ? beside.left : beside.right);
  lookAt(next.coding.id, { lead: `Difference ${at + 1} of ${all.length}, only ${who}: ` });
};

/** The ways through what two coders did differently. */
export const differenceCommands: readonly Command[] = [
  {
    id: 'difference.next',
    label: 'Next difference between coders',
    menu: 'Go',
    keys: 'z',
    scope: 'reading',
    enabled: areCoders,
    run: () => moveToDifference(1),
  },
  {
    id: 'difference.previous',
    label: 'Previous difference between coders',
    menu: 'Go',
    keys: 'Shift+KeyZ',
    scope: 'reading',
    enabled: areCoders,
    run: () => moveToDifference(-1),
  },
];
