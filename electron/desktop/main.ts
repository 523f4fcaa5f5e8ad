import { join, resolve } from 'node:path';
import { app, session } from 'electron';
import { z } from 'zod';
import { answerWindows } from './answers.ts';
import { quitWithLastWindow } from './closing.ts';
import { declarePage, servePage } from './page.ts';
import { allWindows, bringForward } from './project-window.ts';
import { showSample } from './sample.ts';
import { holdPages, holdSession } from './security.ts';
import { showProject } from './show-project.ts';
import { spellOffline } from './spelling.ts';
import { openWindow } from './windows.ts';

/*
 * Host 1: the desktop app. One instance, a window for each project, an engine for each window.
 */

const launchSchema = z.object({ projects: z.array(z.string()), sample: z.boolean() });
type Launch = z.infer<typeof launchSchema>;

const nothing: Launch = { projects: [], sample: false };

/** What the app was started for: project files, or `--sample`, the sample study. */
const launchFrom = (argv: readonly string[]): Launch => ({
  projects: argv
    .slice(1)
    .filter((argument) => /^[^-].*\.understory$/iu.test(argument))
    .map((argument) => resolve(argument)),
  sample: argv.includes('--sample'),
});

const showAll = async (paths: readonly string[]): Promise<void> => {
  for (const path of paths) await showProject(path);
};

const showSomething = ({ projects, sample }: Launch): void => {
  if (projects.length > 0) return void showAll(projects);
  if (sample) return void showSample();
  const latest = allWindows().at(-1);
  if (latest === undefined) openWindow();
  else bringForward(latest);
};

const start = async (launch: Launch): Promise<void> => {
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
  app.on('second-instance', (...[, , , second]) =>
    showSomething(launchSchema.safeParse(second).data ?? nothing),
  );
  app.on('activate', (_event, hasVisibleWindows) => {
    if (!hasVisibleWindows) showSomething(nothing);
  });
  holdSession(session.defaultSession);
  spellOffline(session.defaultSession);
  servePage(join(import.meta.dirname, '../renderer'));
  answerWindows();
  showSomething({ ...launch, projects: [...launch.projects, ...fromFinder] });
};

const launch = launchFrom(process.argv);
holdPages();
declarePage();
quitWithLastWindow();
if (app.requestSingleInstanceLock(launch)) void start(launch);
else app.quit();
