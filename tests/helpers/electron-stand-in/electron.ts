import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { answerTest } from './control.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { protocol } from './protocol.ts';
import { screen } from './screen.ts';
import { session } from './session.ts';
import { readSettings } from './settings.ts';

/*
 * A small stand-in for the module `electron`: what Understory's main process uses of it, and no
 * more, on pages of a real Chromium. What it does not have fails loudly.
 */

const nativeTheme = { shouldUseDarkColors: false };

const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
};
export type StandIn = typeof electron;

Object.defineProperty(process, 'platform', { value: readSettings().platform });
answerTest(electron);

export { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session };
