import type { Command } from '#renderer/commands/registry.ts';
import { aboveCommand } from '#renderer/features/evidence/evidence-commands.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import {
  codeAgain,
  codeInVivo,
  codeNumbered,
  nudgeActive,
  removeChosen,
  resizeToSelection,
  target,
} from './coding-actions.ts';
import { useCodingState } from './coding-state.ts';
import { correctionCommands } from './correction/correction-commands.ts';
import {
  cycleUnit,
  letGo,
  moveCoding,
  moveToUncoded,
  moveTurn,
  moveUnit,
} from './moves/coding-moves.ts';
import { jumpCommands } from './moves/jump-commands.ts';
import { addPassage } from './moves/passages.ts';
import { activeCoding, currentReading } from './reading-data.ts';
import { quoteCommands } from './transcript/quote-words.ts';

const hasActive = (): boolean => activeCoding() !== undefined;

/** Opens the code picker for what is selected. */
export const openPicker = (): void => {
  if (target() !== null) useCodingState.setState({ picker: 'code' });
};

/** Writes the memo of the coding that is looked at, in its details, which may be hidden. */
const writeMemo = (): void => {
  usePreferences.getState().change({ inspectorOpen: true });
  useCodingState.setState({ writingMemo: true });
};

/** A command for the keys in the reading pane. */
export const reading = (
  command: Omit<Command, 'menu' | 'scope'> & { readonly menu?: Command['menu'] },
): Command => ({ menu: 'Code', ...command, scope: 'reading' });

/** What the keys do in the reading pane; the same commands stand in menu and palette. */
export const codingCommands: readonly Command[] = [
  reading({ id: 'coding.code', label: 'Code the selection', keys: '/', run: openPicker }),
  reading({ id: 'coding.code-enter', label: 'Code the selection', keys: 'Enter', run: openPicker }),
  reading({
    id: 'coding.add-passage',
    label: 'Add the selection to the passages',
    keys: 'a',
    run: addPassage,
  }),
  reading({ id: 'coding.in-vivo', label: 'Code in vivo', keys: 'i', run: codeInVivo }),
  reading({ id: 'coding.again', label: 'Same code again', keys: '.', run: codeAgain }),
  ...Array.from({ length: 9 }, (_, index) =>
    reading({
      id: `coding.recent-${index + 1}`,
      label: `Code with the code of key ${index + 1}`,
      keys: String(index + 1),
      run: () => codeNumbered(index),
    }),
  ),
  reading({
    id: 'coding.recode',
    label: 'Recode',
    keys: 'r',
    enabled: hasActive,
    run: () => useCodingState.setState({ picker: 'recode' }),
  }),
  reading({ id: 'coding.remove', label: 'Remove coding', keys: 'Delete', run: removeChosen }),
  aboveCommand(() => {
    const coding = activeCoding();
    return coding === undefined ? null : { kind: 'coding', id: coding.id };
  }),
  reading({
    id: 'coding.memo',
    label: 'Write a memo on the coding',
    keys: 'm',
    enabled: hasActive,
    run: writeMemo,
  }),
  reading({
    id: 'coding.resize',
    label: 'Give the coding the extent of the selection',
    keys: 'x',
    enabled: hasActive,
    run: resizeToSelection,
  }),
  reading({
    id: 'coding.end-forward',
    label: 'Coding: end one word later',
    keys: ']',
    run: () => nudgeActive('end', 1),
  }),
  reading({
    id: 'coding.end-back',
    label: 'Coding: end one word earlier',
    keys: '[',
    run: () => nudgeActive('end', -1),
  }),
  reading({
    id: 'coding.start-forward',
    label: 'Coding: start one word later',
    keys: 'Shift+BracketRight',
    run: () => nudgeActive('start', 1),
  }),
  reading({
    id: 'coding.start-back',
    label: 'Coding: start one word earlier',
    keys: 'Shift+BracketLeft',
    run: () => nudgeActive('start', -1),
  }),
  reading({
    id: 'coding.next',
    label: 'Next coding',
    menu: 'Go',
    keys: 'n',
    run: () => moveCoding(1),
  }),
  reading({
    id: 'coding.previous',
    label: 'Previous coding',
    menu: 'Go',
    keys: 'p',
    run: () => moveCoding(-1),
  }),
  reading({
    id: 'coding.uncoded',
    label: 'Next uncoded turn',
    menu: 'Go',
    keys: 'u',
    run: () => moveToUncoded(1),
  }),
  reading({
    id: 'turn.next',
    label: 'Next turn',
    menu: 'Go',
    keys: 'j',
    run: () => moveTurn(1, false),
  }),
  reading({
    id: 'turn.previous',
    label: 'Previous turn',
    menu: 'Go',
    keys: 'k',
    run: () => moveTurn(-1, false),
  }),
  reading({
    id: 'turn.extend',
    label: 'Select on to the next turn',
    keys: 'Shift+KeyJ',
    run: () => moveTurn(1, true),
  }),
  reading({
    id: 'turn.extend-back',
    label: 'Select back to the previous turn',
    keys: 'Shift+KeyK',
    run: () => moveTurn(-1, true),
  }),
  reading({
    id: 'unit.next',
    label: 'Next sentence or word',
    menu: 'Go',
    keys: 'l',
    run: () => moveUnit(1, false),
  }),
  reading({
    id: 'unit.previous',
    label: 'Previous sentence or word',
    menu: 'Go',
    keys: 'h',
    run: () => moveUnit(-1, false),
  }),
  reading({
    id: 'unit.extend',
    label: 'Select on by a sentence or word',
    keys: 'Shift+KeyL',
    run: () => moveUnit(1, true),
  }),
  reading({
    id: 'unit.extend-back',
    label: 'Select back by a sentence or word',
    keys: 'Shift+KeyH',
    run: () => moveUnit(-1, true),
  }),
  reading({
    id: 'unit.cycle',
    label: 'Select turn, paragraph, sentence or word',
    keys: 's',
    run: cycleUnit,
  }),
  ...correctionCommands,
  {
    id: 'coding.find',
    label: 'Find in the source',
    menu: 'Go',
    keys: '$mod+f',
    enabled: () => currentReading() !== undefined,
    run: () => useCodingState.setState({ finding: true }),
  },
  ...quoteCommands,
  ...jumpCommands,
  reading({
    id: 'coding.let-go',
    label: 'Let go of selection and coding',
    keys: 'Escape',
    run: letGo,
  }),
];
