import { useEffect } from 'react';
import { platform } from '#renderer/client/platform.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import { openCommands } from '#renderer/features/shell/project-commands.ts';
import { useNativeMenu } from '#renderer/features/shell/use-native-menu.ts';
import { useShortcuts } from '#renderer/features/shell/use-shortcuts.ts';

/** Offers by menu and keys what can be done while no project is open, and gives the window its title. */
export const useStartCommands = (): void => {
  useCommands(openCommands);
  useNativeMenu();
  useShortcuts();
  useEffect(() => platform.setTitle('Understory'), []);
};
