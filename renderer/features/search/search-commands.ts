import type { Command } from '#renderer/commands/registry.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { openAutoCode } from './auto-code-state.ts';
import { lookFor, useSearchState } from './search-state.ts';

/** Words longer than this are not taken from the selection to look for, in UTF-16 code units. */
const longestTaken = 60;

const selectedWords = (): string => {
  const field = document.activeElement;
  const words =
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
      ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
      : (getSelection()?.toString() ?? '');
  return words.length > longestTaken || /[\r\n]/u.test(words.trim()) ? '' : words.trim();
};

/** Goes to the search with the words that are selected, if any, and the focus in its field. */
const searchProject = (): void => {
  const words = selectedWords();
  const quoted = /\s/u.test(words) ? `"${words.replaceAll('"', ' ')}"` : words;
  if (words !== '') lookFor({ typed: quoted, how: 'words' });
  useSearchState.setState(({ asked }) => ({ asked: asked + 1 }));
  useNavigation.getState().go({ area: 'search' });
};

/** What can be done with search from anywhere. */
export const searchCommands: readonly Command[] = [
  {
    id: 'search.open',
    label: 'Search the project',
    menu: 'Edit',
    keys: '$mod+Shift+f',
    run: searchProject,
  },
  {
    id: 'search.auto-code',
    label: 'Auto-code',
    menu: 'Code',
    run: () => {
      useNavigation.getState().go({ area: 'search' });
      openAutoCode('speaker');
    },
  },
];
