import type { Command } from '#renderer/commands/registry.ts';
import { undoChosen } from './history-actions.ts';

const focusFilter = (): void =>
  document.querySelector<HTMLElement>('[data-history-filter] input')?.focus();

/** What can be done in the history; `canUndo`: whether a step that stands is looked at. */
export const historyCommands = (canUndo: boolean): readonly Command[] => [
  {
    id: 'history.undo-step',
    label: 'Undo this step',
    menu: 'Edit',
    enabled: () => canUndo,
    run: undoChosen,
  },
  {
    id: 'history.find',
    label: 'Find a step',
    menu: 'Edit',
    keys: '$mod+f',
    run: focusFilter,
  },
];
