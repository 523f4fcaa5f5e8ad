import type { Command } from '#renderer/commands/registry.ts';
import { pickInterviews } from '#renderer/features/import/import-actions.ts';
import { counted } from '#renderer/ui/words.ts';
import type { SourceRow } from '#shared/contract/sources.ts';
import { useCaseState } from './case-state.ts';
import { deleteSources, openSource } from './library-actions.ts';
import { groupings, type LibraryTab, useLibraryState } from './library-state.ts';

/** Shows a tab and puts the focus into a field of it. */
const focusIn = (tab: LibraryTab, selector: string): void => {
  useLibraryState.setState({ tab });
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`${selector} input`)?.focus());
};

const additions = [
  ['case', 'Add case', 'cases', '[data-add-case]'],
  ['group', 'Add group', 'groups', '[data-add=groups]'],
  ['time-point', 'Add time point', 'groups', '[data-add=timePoints]'],
] as const;

const tabs = [
  ['sources', 'Show sources'],
  ['cases', 'Show cases'],
  ['groups', 'Show groups and time points'],
] as const;

/** What can be done in the library, as it stands with what is chosen. */
export const libraryCommands = (chosen: readonly SourceRow[]): readonly Command[] => {
  const [first] = chosen;
  return [
    {
      id: 'library.import',
      label: 'Import interviews',
      menu: 'File',
      keys: '$mod+Shift+i',
      run: pickInterviews,
    },
    {
      id: 'library.open',
      label: 'Open in Coding',
      menu: 'File',
      enabled: () => chosen.length === 1,
      run: () => {
        if (first !== undefined) openSource(first.id);
      },
    },
    {
      id: 'library.delete',
      label: chosen.length > 1 ? `Delete ${counted(chosen.length, 'source')}` : 'Delete source',
      menu: 'Edit',
      keys: 'Delete',
      scope: 'reading',
      enabled: () => chosen.length > 0,
      run: () => deleteSources(chosen),
    },
    {
      id: 'library.filter',
      label: 'Filter sources',
      menu: 'Edit',
      keys: '$mod+f',
      run: () => focusIn('sources', '[data-source-filter]'),
    },
    ...additions.map(
      ([id, label, tab, selector]): Command => ({
        id: `library.add-${id}`,
        label,
        menu: 'Edit',
        run: () => focusIn(tab, selector),
      }),
    ),
    {
      id: 'library.add-attribute',
      label: 'Add attribute',
      menu: 'Edit',
      run: () => {
        useLibraryState.setState({ tab: 'cases' });
        useCaseState.setState({ dialog: 'new' });
      },
    },
    {
      id: 'library.filter-cases',
      label: 'Filter cases',
      menu: 'Edit',
      run: () => focusIn('cases', '[data-case-filter]'),
    },
    ...tabs.map(
      ([tab, label]): Command => ({
        id: `library.show-${tab}`,
        label,
        menu: 'View',
        run: () => useLibraryState.setState({ tab }),
      }),
    ),
    ...groupings.map(
      ({ id, name }): Command => ({
        id: `library.group-${id}`,
        label: `Sources: ${name.toLocaleLowerCase()}`,
        menu: 'View',
        run: () => useLibraryState.setState({ tab: 'sources', grouping: id }),
      }),
    ),
  ];
};
