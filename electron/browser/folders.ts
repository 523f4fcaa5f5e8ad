import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const appData = (): string => {
  const home = homedir();
  if (process.platform === 'win32') return process.env.APPDATA ?? join(home, 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support');
  return process.env.XDG_CONFIG_HOME ?? join(home, '.config');
};

/** Where the engine keeps its own files (backups); the variable UNDERSTORY_DATA says otherwise. */
export const dataFolder = (): string =>
  process.env.UNDERSTORY_DATA ?? join(appData(), 'Understory');

/** Where projects go unless told otherwise: the folder Understory in Documents, else at home. */
export const projectsFolder = (): string => {
  const documents = join(homedir(), 'Documents');
  return join(existsSync(documents) ? documents : homedir(), 'Understory');
};
