import { app, dialog } from 'electron';
import { dropWindow, type ProjectWindow } from './project-window.ts';
import { rememberWindow } from './window-state.ts';

let quitting = false;
const closing = new WeakSet<ProjectWindow>();

const mayClose = async ({ frame, engine }: ProjectWindow): Promise<boolean> => {
  const reply = await engine.call('jobs.list', {});
  const running = reply.ok ? reply.value.filter((job) => job.state === 'running') : [];
  if (running.length === 0) return true;
  const doing = running.map((job) => job.doing).find((words) => words !== '');
  const { response } = await dialog.showMessageBox(frame, {
    type: 'question',
    message: 'Stop what is under way and close?',
    detail: `${doing === undefined ? '' : `${doing}. `}What is finished is kept.`,
    buttons: ['Keep open', 'Stop and close'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
};

const close = async (owner: ProjectWindow): Promise<void> => {
  if (closing.has(owner)) return;
  closing.add(owner);
  if (!(await mayClose(owner))) {
    closing.delete(owner);
    quitting = false;
    return;
  }
  dropWindow(owner);
  rememberWindow(owner.frame);
  // The project is folded into one file first, which can take a moment that nobody need watch.
  // On macOS a full screen would stay behind, black.
  if (!owner.frame.isFullScreen()) owner.frame.hide();
  await owner.engine.close();
  owner.frame.destroy();
};

/** Lets a window go only when its project is closed, and asks first where a job still runs. */
export const closeWithCare = (owner: ProjectWindow): void => {
  owner.frame.on('close', (event) => {
    event.preventDefault();
    void close(owner);
  });
};

/** Ends the app with its last window; on macOS it stays, as apps do there, unless it was told to quit. */
export const quitWithLastWindow = (): void => {
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('window-all-closed', () => {
    if (quitting || process.platform !== 'darwin') app.quit();
  });
};
