import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserWindow, WebContents } from 'electron';
import type { RemoteEngine } from '#electron/engine/start.ts';
import { commandChannel } from './channels.ts';

/** One window with an engine of its own: a project, or the start screen. */
export interface ProjectWindow {
  readonly frame: BrowserWindow;
  readonly engine: RemoteEngine;
  /** Ends when the page is there to be told something. */
  readonly loaded: Promise<void>;
  /** The project files this window was given a token for, by token. */
  readonly offered: Map<string, string>;
  /** Path of the project it shows; null on the start screen. */
  shown: string | null;
  /** Path of the project it was last asked to open, in vain or not yet; otherwise as `shown`. */
  asked: string | null;
}

const windows = new Set<ProjectWindow>();

/** Every open window, the oldest first. */
export const allWindows = (): readonly ProjectWindow[] => [...windows];

/** Keeps a window in the list until it begins to close. */
export const addWindow = (owner: ProjectWindow): void => void windows.add(owner);
/** Forgets a window, so that nothing more is shown in it. */
export const dropWindow = (owner: ProjectWindow): void => void windows.delete(owner);

/** The window a page belongs to; undefined for any other page. */
export const ownerOf = (contents: WebContents): ProjectWindow | undefined =>
  allWindows().find((owner) => owner.frame.webContents === contents);

/** A path in the one form in which paths are compared. */
export const canonicalPath = (path: string): string => {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
};

/** Gives a window a token for a project file, which need not be there yet. */
export const offerProject = async (owner: ProjectWindow, path: string): Promise<string> => {
  const token = await owner.engine.offer(path);
  owner.offered.set(token, canonicalPath(path));
  return token;
};

/** Tells a window's page that a command was chosen. */
export const sendCommand = (owner: ProjectWindow, commandId: string): void => {
  if (!owner.frame.isDestroyed()) owner.frame.webContents.send(commandChannel, commandId);
};

/** Puts a window before the others; one that is still being drawn comes by itself. */
export const bringForward = ({ frame }: ProjectWindow): void => {
  if (frame.isMinimized()) frame.restore();
  if (frame.isVisible()) frame.focus();
};
