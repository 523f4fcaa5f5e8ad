import type { Command } from '#renderer/commands/registry.ts';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { canFindOn, findOn } from '#renderer/features/coding/find/find-state.ts';
import { currentReading } from '#renderer/features/coding/reading-data.ts';
import { announce } from '#renderer/ui/announce.ts';
import { goToTurn, moveToUncoded } from './coding-moves.ts';
import { useJumps } from './jump-state.ts';
import { isBy, labelOf, turnFrom, type Whose } from './turn-jumps.ts';

const who = (whose: Whose): string =>
  whose === 'not-interviewer' ? 'anyone but the interviewer' : whose.label;

/** Goes to the next or previous turn of somebody. */
const moveBy = (step: 1 | -1, whose: Whose): void => {
  const reading = currentReading();
  if (reading === undefined) return;
  const { turn } = useCodingState.getState();
  const matches = (index: number): boolean => isBy(reading, index, whose);
  const next = turnFrom(reading, { turn, step, matches });
  if (next !== undefined) goToTurn(next);
  else announce(`No ${step === 1 ? 'further' : 'earlier'} turn by ${who(whose)}.`);
};

const moveBySame = (step: 1 | -1): void => {
  const reading = currentReading();
  if (reading === undefined) return;
  const label = labelOf(reading, useCodingState.getState().turn);
  if (label === undefined) announce('Nobody is named in this turn.');
  else moveBy(step, { label });
};

const jump = (command: Omit<Command, 'menu' | 'scope'>): Command => ({
  ...command,
  menu: 'Go',
  scope: 'reading',
});

/** Ways through a source that are longer than a turn. */
export const jumpCommands: readonly Command[] = [
  jump({
    id: 'coding.uncoded-previous',
    label: 'Previous uncoded turn',
    keys: 'Shift+KeyU',
    run: () => moveToUncoded(-1),
  }),
  jump({
    id: 'turn.same-next',
    label: 'Next turn of the same speaker',
    keys: 'v',
    run: () => moveBySame(1),
  }),
  jump({
    id: 'turn.same-previous',
    label: 'Previous turn of the same speaker',
    keys: 'Shift+KeyV',
    run: () => moveBySame(-1),
  }),
  jump({
    id: 'turn.chosen-next',
    label: 'Next turn by whoever was chosen',
    keys: 'w',
    run: () => moveBy(1, useJumps.getState().whose),
  }),
  jump({
    id: 'turn.chosen-previous',
    label: 'Previous turn by whoever was chosen',
    keys: 'Shift+KeyW',
    run: () => moveBy(-1, useJumps.getState().whose),
  }),
  jump({
    id: 'turn.choose',
    label: 'Choose whose turns to go through',
    keys: 'o',
    run: () => useJumps.setState({ asking: 'whose' }),
  }),
  jump({
    id: 'turn.number',
    label: 'Go to turn',
    keys: 'g',
    run: () => useJumps.setState({ asking: 'turn' }),
  }),
  jump({ id: 'turn.first', label: 'First turn', keys: 'Home', run: () => goToTurn(0) }),
  jump({
    id: 'turn.last',
    label: 'Last turn',
    keys: 'End',
    run: () => goToTurn((currentReading()?.turns.length ?? 0) - 1),
  }),
  ...(['F3', '$mod+g'] as const).map(
    (keys): Command => ({
      id: `find.next-${keys}`,
      label: 'Next place found',
      menu: 'Go',
      keys,
      enabled: canFindOn,
      run: () => findOn(1),
    }),
  ),
  ...(['Shift+F3', '$mod+Shift+g'] as const).map(
    (keys): Command => ({
      id: `find.previous-${keys}`,
      label: 'Previous place found',
      menu: 'Go',
      keys,
      enabled: canFindOn,
      run: () => findOn(-1),
    }),
  ),
];
