import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, type WebPreferences } from 'electron';
import { startEngine } from '#electron/engine/start.ts';
import { eventChannel } from './channels.ts';
import { closeWithCare } from './closing.ts';
import { showMenu } from './menu.ts';
import { pageUrl } from './page.ts';
import { printPage } from './print.ts';
import { followProject } from './project-calls.ts';
import { addWindow, allWindows, type ProjectWindow } from './project-window.ts';
import { offerCorrections } from './spelling.ts';
import { placeWindow } from './window-state.ts';

const webPreferences = (): WebPreferences => ({
  preload: join(import.meta.dirname, '../preload/preload.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: true,
  devTools: !app.isPackaged,
});

const offerReload = (frame: BrowserWindow): void => {
  frame.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || frame.isDestroyed()) return;
    void dialog
      .showMessageBox(frame, {
        type: 'error',
        message: 'This window stopped',
        detail: 'Everything acknowledged is on disk. Show the project again to go on.',
        buttons: ['Show the project again'],
      })
      .then(() => frame.loadURL(pageUrl));
  });
};

/** Opens a window on the start screen, with an engine of its own. */
export const openWindow = (): ProjectWindow => {
  const { bounds, maximized, fullScreen } = placeWindow(allWindows().map(({ frame }) => frame));
  const frame = new BrowserWindow({
    width: 1280,
    height: 840,
    ...bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Understory',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1a18' : '#fbfaf8',
    webPreferences: webPreferences(),
  });
  const engine = startEngine({ dataFolder: app.getPath('userData') }, printPage);
  frame.once('ready-to-show', () => {
    if (maximized) frame.maximize();
    frame.show();
    if (fullScreen) frame.setFullScreen(true);
  });
  const loaded = frame.loadURL(pageUrl).catch((error: unknown) => {
    process.stderr.write(`The page was not loaded: ${String(error)}\n`);
  });
  const owner: ProjectWindow = {
    frame,
    engine,
    loaded,
    offered: new Map(),
    shown: null,
    asked: null,
  };
  addWindow(owner);
  closeWithCare(owner);
  offerReload(frame);
  offerCorrections(frame.webContents);
  showMenu(owner, [], openWindow);
  engine.listen((event) => {
    if (event.type === 'session') void followProject(owner);
    if (!frame.isDestroyed()) frame.webContents.send(eventChannel, event);
  });
  return owner;
};
