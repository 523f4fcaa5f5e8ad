import { type KeyboardEvent, useMemo } from 'react';
import { createKeybindingsHandler } from 'tinykeys';
import { useRegistry } from '#renderer/commands/registry.ts';
import { usePreferences } from '#renderer/state/preferences.ts';

/** Keys that are not single characters work even when single-letter shortcuts are off. */
const isSingleKey = (keys: string): boolean =>
  /^(?:Shift\+)?.$/u.test(keys) || keys.startsWith('Shift+Key');

/** Answers a key handler that runs the registry's commands for the reading pane. */
export const useReadingKeys = (): ((event: KeyboardEvent) => void) => {
  const commands = useRegistry((registry) => registry.commands);
  const singleKeys = usePreferences((preferences) => preferences.singleKeys);
  return useMemo(() => {
    const bindings: Record<string, (event: globalThis.KeyboardEvent) => void> = {};
    for (const command of commands.values()) {
      const { keys } = command;
      if (keys === undefined || command.scope !== 'reading') continue;
      if (!singleKeys && isSingleKey(keys)) continue;
      bindings[keys] = (event) => {
        if (!(command.enabled?.() ?? true)) return;
        event.preventDefault();
        void command.run();
      };
    }
    const handle = createKeybindingsHandler(bindings, { ignore: () => false });
    return (event) => handle(event.nativeEvent);
  }, [commands, singleKeys]);
};
