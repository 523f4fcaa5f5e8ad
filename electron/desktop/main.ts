import { join, resolve } from 'node:path';
import { app, session } from 'electron';
import { z } from 'zod';
import { answerWindows } from './answers.ts';
import { quitWithLastWindow } from './closing.ts';
import { declarePage, servePage } from './page.ts';
import { allWindows, bringForward } from './project-window.ts';
import { holdPages, holdSession } from './security.ts';
import { showProject } from './show-project.ts';
import { spellOffline } from './spelling.ts';
import { openWindow } from './windows.ts';

/*
 * Host 1: the desktop app. One instance, a window for each project, an engine for each window.
 */

const launchSchema = z.object({ projects: z.array(z.string()) });

/** The project files among the arguments the app was started with. */
const projectsIn = (argv: readonly string[]): string[] =>
  argv
    .slice(1)
    .filter((argument) => /^[^-].*\.understory$/iu.test(argument))
    .map((argument) => resolve(argument));

const showAll = async (paths: readonly string[]): Promise<void> => {
  for (const path of paths) await showProject(path);
};

const showSomething = (paths: readonly string[]): void => {
  if (paths.length > 0) return void showAll(paths);
  const latest = allWindows().at(-1);
  if (latest === undefined) openWindow();
  else bringForward(latest);
};

const start = async (paths: readonly string[]): Promise<void> => {
  const fromFinder: string[] = [];
  const early = (event: { preventDefault(): void }, path: string): void => {
    event.preventDefault();
    fromFinder.push(path);
  };
  app.on('open-file', early);
  await app.whenReady();
  app.off('open-file', early);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void showProject(path);
  });
  app.on('second-instance', (...[, , , launch]) =>
    showSomething(launchSchema.safeParse(launch).data?.projects ?? []),
  );
  app.on('activate', (_event, hasVisibleWindows) => {
    if (!hasVisibleWindows) showSomething([]);
  });
  holdSession(session.defaultSession);
  spellOffline(session.defaultSession);
  servePage(join(import.meta.dirname, '../renderer'));
  answerWindows();
  showSomething([...paths, ...fromFinder]);
};

const projects = projectsIn(process.argv);
holdPages();
declarePage();
quitWithLastWindow();
if (app.requestSingleInstanceLock({ projects })) void start(projects);
else app.quit();
