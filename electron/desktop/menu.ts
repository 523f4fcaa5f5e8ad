import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Menu as MenuData, MenuItem } from '#shared/contract/platform.ts';
import { acceleratorFor } from './accelerator.ts';
import { type ProjectWindow, sendCommand } from './project-window.ts';

type Template = MenuItemConstructorOptions[];

const separator = { type: 'separator' } as const;

const isMac = (): boolean => process.platform === 'darwin';

/** What the system expects at the end of a menu, beyond the app's own commands. */
const standardItems = (): ReadonlyMap<string, Template> =>
  new Map<string, Template>([
    [
      'File',
      isMac()
        ? [{ role: 'recentDocuments', submenu: [{ role: 'clearRecentDocuments' }] }]
        : [{ role: 'quit' }],
    ],
    ['Edit', [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]],
    [
      'View',
      [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    ],
  ]);

const windowMenu = (openWindow: () => unknown): MenuItemConstructorOptions => ({
  label: 'Window',
  role: 'window',
  submenu: [
    { label: 'New window', accelerator: 'CmdOrCtrl+Shift+N', click: () => void openWindow() },
    separator,
    { role: 'minimize' },
    ...(isMac() ? ([{ role: 'zoom' }, separator, { role: 'front' }] satisfies Template) : []),
    { role: 'close' },
  ],
});

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
  const labels = [...new Set([...standard.keys(), ...menus.map(({ label }) => label)])];
  const order = menus.map(({ label }) => label);
  labels.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const built = labels.map((label): MenuItemConstructorOptions => {
    const items = menus.find((menu) => menu.label === label)?.items ?? [];
    const own = items.map((item) => (item === 'separator' ? separator : commandItem(owner, item)));
    const added = standard.get(label) ?? [];
    const between = own.length > 0 && added.length > 0 ? [separator] : [];
    return {
      label,
      ...(label === 'Help' ? { role: 'help' as const } : {}),
      submenu: [...own, ...between, ...added],
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
