import { useMemo } from 'react';
import { redo, undo } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { type Command, useCommands } from '#renderer/commands/registry.ts';
import { areaKeys, areas } from '#renderer/features/areas.ts';
import { journalCommands } from '#renderer/features/memos/journal-commands.ts';
import { readerCommands } from '#renderer/features/reader/reader-commands.ts';
import { searchCommands } from '#renderer/features/search/search-commands.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { transcriptSizes, usePreferences } from '#renderer/state/preferences.ts';
import { faceNames, schemeNames } from './looks.ts';
import { focusNextPane } from './panes.ts';
import { projectCommands } from './project-commands.ts';
import { useShellState } from './shell-state.ts';

const resize = (step: number): void => {
  const { size, change } = usePreferences.getState();
  const index = transcriptSizes.findIndex((known) => known === size) + step;
  const next = transcriptSizes[index];
  if (next !== undefined) change({ size: next });
};

const toggle = (part: 'panelOpen' | 'inspectorOpen'): void => {
  const { change, ...preferences } = usePreferences.getState();
  change({ [part]: !preferences[part] });
};

const fixed: readonly Command[] = [
  ...projectCommands,
  ...journalCommands,
  ...searchCommands,
  ...areas.map(
    (area): Command => ({
      id: `go.${area.id}`,
      label: `Go to ${area.name}`,
      menu: 'Go',
      ...areaKeys(area.id),
      run: () => useNavigation.getState().go({ area: area.id }),
    }),
  ),
  { id: 'go.back', label: 'Back', menu: 'Go', keys: 'Alt+ArrowLeft', run: () => history.back() },
  {
    id: 'go.forward',
    label: 'Forward',
    menu: 'Go',
    keys: 'Alt+ArrowRight',
    run: () => history.forward(),
  },
  { id: 'go.pane', label: 'Next pane', menu: 'Go', keys: 'F6', run: () => focusNextPane(1) },
  {
    id: 'go.pane-back',
    label: 'Previous pane',
    menu: 'Go',
    keys: 'Shift+F6',
    run: () => focusNextPane(-1),
  },
  {
    id: 'view.palette',
    label: 'Find a command or a place',
    menu: 'View',
    keys: '$mod+k',
    run: () => useShellState.setState({ open: 'palette' }),
  },
  {
    id: 'view.panel',
    label: 'Show or hide the left panel',
    menu: 'View',
    keys: '$mod+b',
    run: () => toggle('panelOpen'),
  },
  {
    id: 'view.inspector',
    label: 'Show or hide the details',
    menu: 'View',
    keys: '$mod+i',
    run: () => toggle('inspectorOpen'),
  },
  { id: 'view.larger', label: 'Larger text', menu: 'View', keys: '$mod+=', run: () => resize(1) },
  {
    id: 'view.smaller',
    label: 'Smaller text',
    menu: 'View',
    keys: '$mod+-',
    run: () => resize(-1),
  },
  ...(['system', 'light', 'dark'] as const).map(
    (scheme): Command => ({
      id: `view.scheme-${scheme}`,
      label: `Colours: ${schemeNames[scheme].toLowerCase()}`,
      menu: 'View',
      run: () => usePreferences.getState().change({ scheme }),
    }),
  ),
  ...(['serif', 'sans', 'legible'] as const).map(
    (face): Command => ({
      id: `view.face-${face}`,
      label: `Transcript in ${faceNames[face]}`,
      menu: 'View',
      run: () => usePreferences.getState().change({ face }),
    }),
  ),
  ...readerCommands,
  {
    id: 'view.single-keys',
    label: 'Turn single-letter shortcuts on or off',
    menu: 'View',
    run: () => {
      const { singleKeys, change } = usePreferences.getState();
      change({ singleKeys: !singleKeys });
    },
  },
  {
    id: 'help.keys',
    label: 'Keyboard map',
    menu: 'Help',
    keys: 'Shift+?',
    run: () => useShellState.setState({ open: 'keys' }),
  },
];

/** Offers the commands that work everywhere. */
export const useGlobalCommands = (): void => {
  const { data } = useCall('project.state', {});
  const undoLabel = data?.undo ?? null;
  const redoLabel = data?.redo ?? null;
  const edits = useMemo(
    (): readonly Command[] => [
      {
        id: 'edit.undo',
        label: undoLabel === null ? 'Undo' : `Undo: ${undoLabel}`,
        menu: 'Edit',
        keys: '$mod+z',
        enabled: () => undoLabel !== null,
        run: undo,
      },
      {
        id: 'edit.redo',
        label: redoLabel === null ? 'Redo' : `Redo: ${redoLabel}`,
        menu: 'Edit',
        keys: '$mod+Shift+z',
        enabled: () => redoLabel !== null,
        run: redo,
      },
    ],
    [undoLabel, redoLabel],
  );
  useCommands(fixed);
  useCommands(edits);
};
