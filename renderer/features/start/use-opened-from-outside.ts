import { useEffect } from 'react';
import { openProject } from '#renderer/client/open.ts';
import { platform } from '#renderer/client/platform.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { openProjectCommand } from '#shared/contract/bridge.ts';

/** Carries out what comes from outside the page: native menu items, files opened from the system. */
export const useOpenedFromOutside = (): void => {
  useEffect(
    () =>
      platform.onCommand((command) => {
        if (command.startsWith(openProjectCommand))
          void openProject(command.slice(openProjectCommand.length));
        else runCommand(command);
      }),
    [],
  );
};
