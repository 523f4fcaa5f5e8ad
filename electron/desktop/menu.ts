import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Menu as MenuData, MenuItem } from '#shared/contract/platform.ts';
import { acceleratorFor } from './accelerator.ts';
import { type ProjectWindow, sendCommand } from './project-window.ts';
import { isMac, separator, standardItems, type Template, windowMenu } from './standard-menus.ts';

const commandItem = (owner: ProjectWindow, item: MenuItem): MenuItemConstructorOptions => {
  const accelerator = acceleratorFor(item.shortcut);
  return {
    id: item.id,
    label: item.label,
    enabled: item.enabled,
    click: () => sendCommand(owner, item.id),
    // The page hears its own shortcuts first, on every host; the menu only shows them. On macOS it
    // would also act, but gets only the keys that the page leaves.
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
  };
};

const template = (
  owner: ProjectWindow,
  menus: readonly MenuData[],
  openWindow: () => unknown,
): Template => {
  const standard = standardItems();
  const own = menus.filter(({ items }) => items.length > 0).map(({ label }) => label);
  // The renderer's order; before it has said anything, the standard menus alone.
  const labels = [...new Set([...own, ...standard.keys()])];
  const built = labels.map((label): MenuItemConstructorOptions => {
    const items = menus.find((menu) => menu.label === label)?.items ?? [];
    const commands = items.map((item) =>
      item === 'separator' ? separator : commandItem(owner, item),
    );
    const added = standard.get(label) ?? [];
    const between = commands.length > 0 && added.length > 0 ? [separator] : [];
    return {
      label,
      ...(label === 'Help' ? { role: 'help' as const } : {}),
      submenu: [...commands, ...between, ...added],
    };
  });
  const help = built.findIndex(({ label }) => label === 'Help');
  built.splice(help === -1 ? built.length : help, 0, windowMenu(openWindow));
  return [...(isMac() ? [{ role: 'appMenu' as const }] : []), ...built];
};

const menuOf = new WeakMap<BrowserWindow, Menu>();

/** Gives a window its menu. On macOS there is one menu bar: it shows that of the window in front. */
export const showMenu = (
  owner: ProjectWindow,
  menus: readonly MenuData[],
  openWindow: () => unknown,
): void => {
  const { frame } = owner;
  const menu = Menu.buildFromTemplate(template(owner, menus, openWindow));
  const isNew = !menuOf.has(frame);
  menuOf.set(frame, menu);
  if (!isMac()) return frame.setMenu(menu);
  if (isNew) frame.on('focus', () => Menu.setApplicationMenu(menuOf.get(frame) ?? null));
  if (isNew || frame.isFocused()) Menu.setApplicationMenu(menu);
};
