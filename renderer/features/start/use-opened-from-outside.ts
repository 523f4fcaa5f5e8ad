import { useEffect } from 'react';
import { openProject } from '#renderer/client/open.ts';
import { platform } from '#renderer/client/platform.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { isReading } from '#renderer/features/reader/reader-state.ts';
import { openProjectCommand } from '#shared/contract/bridge.ts';

/** Carries out what comes from outside the page: native menu items, files opened from the system. */
export const useOpenedFromOutside = (): void => {
  useEffect(
    () =>
      platform.onCommand((command) => {
        if (!command.startsWith(openProjectCommand)) runCommand(command);
        // A window that is given to a reader shows no other study.
        else if (!isReading()) void openProject(command.slice(openProjectCommand.length));
      }),
    [],
  );
};
