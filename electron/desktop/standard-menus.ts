import type { MenuItemConstructorOptions } from 'electron';

export type Template = MenuItemConstructorOptions[];

export const separator = { type: 'separator' } as const;

/** Whether the menus are those of macOS. */
export const isMac = (): boolean => process.platform === 'darwin';

/** What the system expects at the end of a menu, beyond the app's own commands. */
export const standardItems = (): ReadonlyMap<string, Template> =>
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
        // The usual keys change the size of the text alone.
        { role: 'resetZoom', accelerator: 'CmdOrCtrl+Alt+0' },
        { role: 'zoomIn', accelerator: 'CmdOrCtrl+Alt+=' },
        { role: 'zoomOut', accelerator: 'CmdOrCtrl+Alt+-' },
        { role: 'togglefullscreen' },
      ],
    ],
  ]);

/** The menu of windows, with a way to a second one. */
export const windowMenu = (openWindow: () => unknown): MenuItemConstructorOptions => ({
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
