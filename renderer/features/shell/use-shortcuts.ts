import { useEffect } from 'react';
import { createKeybindingsHandler } from 'tinykeys';
import { type Command, useRegistry } from '#renderer/commands/registry.ts';
import { usePreferences } from '#renderer/state/preferences.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

/** Text fields keep their own undo; everything else with a modifier works while typing too. */
const leftToFields = new Set(['edit.undo', 'edit.redo']);

const runnable = (command: Command, event: KeyboardEvent): boolean => {
  const dialogOpen = document.querySelector('[role=dialog]') !== null;
  if (dialogOpen) return false;
  if (isTyping(event.target) && leftToFields.has(command.id)) return false;
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !/^F\d/u.test(event.key);
  if (plain && isTyping(event.target)) return false;
  if (plain && event.key.length === 1 && !usePreferences.getState().singleKeys) return false;
  return command.enabled?.() ?? true;
};

/** Runs the registry's commands that work everywhere when their keys are pressed. */
export const useShortcuts = (): void => {
  const commands = useRegistry((registry) => registry.commands);
  useEffect(() => {
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    for (const command of commands.values()) {
      if (command.keys === undefined || command.scope === 'reading') continue;
      bindings[command.keys] = (event) => {
        if (!runnable(command, event)) return;
        event.preventDefault();
        void command.run();
      };
    }
    const handle = createKeybindingsHandler(bindings, { ignore: () => false });
    addEventListener('keydown', handle);
    return () => removeEventListener('keydown', handle);
  }, [commands]);
};
