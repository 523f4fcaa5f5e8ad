import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { offerProject } from './project-window.ts';
import { showProject } from './show-project.ts';
import { openWindow } from './windows.ts';

/** Shows the sample study from the person's documents, and puts it there first where it is not. */
export const showSample = async (): Promise<void> => {
  const path = join(app.getPath('documents'), 'Understory', 'Sample study.understory');
  if (existsSync(path)) return showProject(path);
  mkdirSync(dirname(path), { recursive: true });
  const owner = openWindow();
  owner.asked = path;
  await owner.engine.call('project.sample', { file: await offerProject(owner, path) });
};
