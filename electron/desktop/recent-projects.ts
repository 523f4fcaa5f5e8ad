import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, relative, sep } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import type { RecentProject } from '#shared/contract/platform.ts';
import { offerProject, type ProjectWindow } from './project-window.ts';
import { settingsFile } from './settings-file.ts';

const kept = 12;

const entrySchema = z.object({ path: z.string(), name: z.string(), openedAt: z.iso.datetime() });
const file = settingsFile('recent-projects.json', z.array(entrySchema).readonly(), []);

/** A folder in few words, never the whole path: from the home folder on, or its last two names. */
const describeFolder = (folder: string): string => {
  const fromHome = relative(homedir(), folder);
  if (fromHome === '') return '~';
  if (!fromHome.startsWith('..') && fromHome !== folder) return `~${sep}${fromHome}`;
  return `…${sep}${folder.split(sep).filter(Boolean).slice(1).slice(-2).join(sep)}`;
};

/** Puts a project on top of the list, and on the system's own where it has one. */
export const rememberProject = (path: string, name: string): void => {
  const others = file.read().filter((entry) => entry.path !== path);
  file.write([{ path, name, openedAt: new Date().toISOString() }, ...others].slice(0, kept));
  if (process.platform !== 'linux') app.addRecentDocument(path);
};

/** The projects opened before that are still there, the latest first, each with a token to open it. */
export const recentProjects = (owner: ProjectWindow): Promise<readonly RecentProject[]> =>
  Promise.all(
    file
      .read()
      .filter(({ path }) => existsSync(path))
      .map(async ({ path, name, openedAt }) => ({
        token: await offerProject(owner, path),
        name: name === '' ? basename(path) : name,
        location: describeFolder(dirname(path)),
        openedAt,
      })),
  );
