import type { Command } from '#renderer/commands/registry.ts';
import type { Memo } from '#shared/model/memo.ts';
import { deleteMemo, goToTarget } from './memo-actions.ts';
import { useMemosState } from './memos-state.ts';

const menu = 'Memo' as const;

const focusFilter = (): void => {
  useMemosState.setState({ view: 'all' });
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-memo-filter] input')?.focus(),
  );
};

/** What can be done among the memos, with the one that is open. */
export const memoCommands = (memo: Memo | null): readonly Command[] => [
  {
    id: 'memos.show-journal',
    label: 'Show the journal',
    menu,
    run: () => useMemosState.setState({ view: 'journal' }),
  },
  {
    id: 'memos.show-all',
    label: 'Show all memos',
    menu,
    run: () => useMemosState.setState({ view: 'all' }),
  },
  { id: 'memos.filter', label: 'Filter memos', menu, keys: '$mod+f', run: focusFilter },
  {
    id: 'memos.go-to-target',
    label: 'Go to what the memo is on',
    menu,
    keys: '$mod+Shift+o',
    enabled: () => memo !== null && memo.targetKind !== 'project',
    run: () => (memo === null ? undefined : goToTarget(memo)),
  },
  {
    id: 'memos.delete',
    label: 'Delete the memo',
    menu,
    keys: 'Delete',
    scope: 'reading',
    enabled: () => memo !== null,
    run: () => (memo === null ? undefined : deleteMemo(memo)),
  },
];
