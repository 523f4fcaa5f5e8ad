import { call } from '#renderer/client/call.ts';
import { showError } from '#renderer/client/edit.ts';
import { chooseProject } from '#renderer/client/open.ts';
import type { Command } from '#renderer/commands/registry.ts';
import { showBackups } from '#renderer/features/backups/backups-state.ts';
import { useShellState } from './shell-state.ts';

const close = async (): Promise<void> => {
  const reply = await call('project.close', {});
  if (!reply.ok) showError(reply.error);
};

/** What can be done with project files whether or not one is open. */
export const openCommands: readonly Command[] = [
  { id: 'project.open', label: 'Open project', menu: 'File', keys: '$mod+o', run: chooseProject },
];

/** What can be done with the open project as a file. The start screen is where a new one begins. */
export const projectCommands: readonly Command[] = [
  { id: 'project.new', label: 'New project', menu: 'File', run: close },
  ...openCommands,
  {
    id: 'project.approach',
    label: 'Approach of the study',
    menu: 'File',
    run: () => useShellState.setState({ open: 'approach' }),
  },
  { id: 'project.backups', label: 'Backups', menu: 'File', run: () => showBackups() },
  { id: 'project.close', label: 'Close project', menu: 'File', run: close },
];
