import type { Command } from '#renderer/commands/registry.ts';
import { aboveCommand } from '#renderer/features/evidence/evidence-commands.ts';
import {
  askForExport,
  askForMerge,
  askForNew,
  askForNewInside,
  askForReview,
  askForSplit,
  askWhereTo,
  collapseAll,
  deleteChosen,
  moveChosen,
  renameChosen,
} from './codebook-actions.ts';
import { clearFilters, collapse, showCodes, useCodebookState } from './codebook-state.ts';

/** What the commands depend on, so that menus show what can be done now. */
export interface Choice {
  readonly chosen: 'none' | 'one' | 'several';
  /** Whether the chosen codes have codings. */
  readonly used: boolean;
  readonly all: 'none' | 'one' | 'several';
  /** Whether there is nesting to fold and unfold in what is shown. */
  readonly nested: boolean;
}

/** How many there are, as far as the commands care. */
export const amount = (count: number): Choice['chosen'] =>
  count === 0 ? 'none' : count === 1 ? 'one' : 'several';

/** Puts the focus into the filter above the tree. */
const focusFilter = (): void =>
  document.querySelector<HTMLElement>('[data-code-filter] input')?.focus();

const inTree = { menu: 'Code', scope: 'reading' } as const;

/** What can be done with codes; keys without a place of their own work in the tree. */
export const codebookCommands = (choice: Choice): readonly Command[] => {
  const one = (): boolean => choice.chosen === 'one';
  const some = (): boolean => choice.chosen !== 'none';
  return [
    { id: 'codebook.new', label: 'New code', ...inTree, keys: '$mod+Enter', run: askForNew },
    {
      id: 'codebook.new-inside',
      label: 'New code inside',
      ...inTree,
      keys: '$mod+Shift+Enter',
      enabled: one,
      run: askForNewInside,
    },
    {
      id: 'codebook.rename',
      label: 'Rename code',
      ...inTree,
      keys: 'F2',
      enabled: one,
      run: renameChosen,
    },
    {
      id: 'codebook.merge',
      label: 'Merge codes',
      menu: 'Code',
      enabled: () => some() && choice.all === 'several',
      run: askForMerge,
    },
    {
      id: 'codebook.split',
      label: 'Split code',
      menu: 'Code',
      enabled: () => choice.chosen === 'one' && choice.used,
      run: askForSplit,
    },
    {
      id: 'codebook.review',
      label: 'Split code quote by quote',
      menu: 'Code',
      enabled: () => choice.chosen === 'one' && choice.used,
      run: askForReview,
    },
    {
      id: 'codebook.similar',
      label: 'Find similar names',
      menu: 'Code',
      enabled: () => choice.all === 'several',
      run: () => showCodes('similar'),
    },
    {
      id: 'codebook.unused',
      label: 'Show unused codes',
      menu: 'Code',
      enabled: () => choice.all !== 'none',
      run: () => showCodes('unused'),
    },
    {
      id: 'codebook.all',
      label: 'Show all codes',
      menu: 'Code',
      enabled: () => choice.all !== 'none',
      run: clearFilters,
    },
    aboveCommand(() => {
      const [id, ...others] = useCodebookState.getState().chosen;
      return id === undefined || others.length > 0 ? null : { kind: 'code', id };
    }),
    { id: 'codebook.move', label: 'Move codes to', menu: 'Code', enabled: some, run: askWhereTo },
    ...(['up', 'down', 'in', 'out'] as const).map(
      (direction): Command => ({
        id: `codebook.move-${direction}`,
        label: {
          up: 'Move code up',
          down: 'Move code down',
          in: 'Move code into the one above',
          out: 'Move code out of its parent',
        }[direction],
        ...inTree,
        keys: {
          up: 'Alt+ArrowUp',
          down: 'Alt+ArrowDown',
          in: 'Alt+Shift+ArrowRight',
          out: 'Alt+Shift+ArrowLeft',
        }[direction],
        enabled: some,
        run: () => moveChosen(direction),
      }),
    ),
    {
      id: 'codebook.delete',
      label: 'Delete codes',
      ...inTree,
      keys: 'Delete',
      enabled: some,
      run: deleteChosen,
    },
    {
      id: 'codebook.expand',
      label: 'Expand all codes',
      menu: 'Code',
      enabled: () => choice.nested,
      run: () => collapse([]),
    },
    {
      id: 'codebook.collapse',
      label: 'Collapse all codes',
      menu: 'Code',
      enabled: () => choice.nested,
      run: collapseAll,
    },
    {
      id: 'codebook.filter',
      label: 'Filter codes',
      menu: 'Code',
      keys: '$mod+f',
      enabled: () => choice.all !== 'none',
      run: focusFilter,
    },
    {
      id: 'codebook.export',
      label: 'Export codebook',
      menu: 'Code',
      enabled: () => choice.all !== 'none',
      run: askForExport,
    },
  ];
};
