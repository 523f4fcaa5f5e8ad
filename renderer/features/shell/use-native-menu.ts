import { useEffect } from 'react';
import { platform } from '#renderer/client/platform.ts';
import { menusOf } from '#renderer/commands/menus.ts';
import { useRegistry } from '#renderer/commands/registry.ts';

/** How long after a key or a click the menu is looked at again, in milliseconds. */
const afterInput = 150;

/**
 * Keeps the native menu as the registry says. What can be done now may change with every selection,
 * so it is looked at again after input, and sent only when it differs.
 */
export const useNativeMenu = (): void => {
  const commands = useRegistry((registry) => registry.commands);
  useEffect(() => {
    let sent = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const send = (): void => {
      const menus = menusOf(commands.values());
      const text = JSON.stringify(menus);
      if (text !== sent) platform.setMenu(menus);
      sent = text;
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(send, afterInput);
    };
    send();
    addEventListener('keyup', soon);
    addEventListener('pointerup', soon);
    return () => {
      clearTimeout(timer);
      removeEventListener('keyup', soon);
      removeEventListener('pointerup', soon);
    };
  }, [commands]);
};
