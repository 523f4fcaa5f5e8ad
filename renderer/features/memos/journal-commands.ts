import type { Command } from '#renderer/commands/registry.ts';
import { newEntry } from './memo-actions.ts';

/** What can be done with memos from anywhere. */
export const journalCommands: readonly Command[] = [
  {
    id: 'memos.new-entry',
    label: 'New journal entry',
    menu: 'Memo',
    keys: '$mod+Shift+j',
    run: newEntry,
  },
];
