import { openProjectCommand } from '#shared/contract/bridge.ts';
import {
  allWindows,
  bringForward,
  canonicalPath,
  offerProject,
  sendCommand,
} from './project-window.ts';
import { openWindow } from './windows.ts';

/**
 * Shows a project: in the window that has it, else in one on the start screen, else in a new one.
 * The page makes the call, so that it can say why a project does not open.
 */
export const showProject = async (given: string): Promise<void> => {
  const path = canonicalPath(given);
  const windows = allWindows();
  const holder = windows.find(({ shown }) => shown === path);
  if (holder !== undefined) return bringForward(holder);
  const owner =
    windows.find(({ asked }) => asked === path) ??
    windows.find(({ shown, asked }) => shown === null && asked === null) ??
    openWindow();
  owner.asked = path;
  bringForward(owner);
  const token = await offerProject(owner, path);
  await owner.loaded;
  sendCommand(owner, `${openProjectCommand}${token}`);
};
