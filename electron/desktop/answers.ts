import { ipcMain } from 'electron';
import { z } from 'zod';
import { type Ask, asks } from './channels.ts';
import { pickFiles, pickNewProject, pickProject, pickTarget, takePaths } from './dialogs.ts';
import { showMenu } from './menu.ts';
import { post } from './project-calls.ts';
import { ownerOf, type ProjectWindow } from './project-window.ts';
import { recentProjects } from './recent-projects.ts';
import { isTrusted } from './security.ts';
import { openWindow } from './windows.ts';

type Answer = (owner: ProjectWindow, input: unknown) => unknown;

const nameSchema = z.tuple([z.string().max(1000)]);
const menuSchema = z.object({
  label: z.string(),
  items: z.array(
    z.union([
      z.literal('separator'),
      z.object({
        id: z.string(),
        label: z.string(),
        shortcut: z.string().nullable(),
        enabled: z.boolean(),
      }),
    ]),
  ),
});

/** Pairs what a window may send with what is done about it. */
const answer =
  <T>(schema: z.ZodType<T>, work: (owner: ProjectWindow, input: T) => unknown): Answer =>
  (owner, input) =>
    work(owner, schema.parse(input));

const answers: Readonly<Record<Ask, Answer>> = {
  postText: answer(z.tuple([z.string(), z.string()]), (owner, [method, body]) =>
    post(owner, method, body),
  ),
  pickFiles: answer(
    z.tuple([z.object({ name: z.string(), extensions: z.array(z.string()) })]),
    (owner, [filter]) => pickFiles(owner, filter),
  ),
  takeFiles: answer(z.tuple([z.array(z.string())]), (owner, [paths]) => takePaths(owner, paths)),
  pickTarget: answer(nameSchema, (owner, [name]) => pickTarget(owner, name)),
  pickProject: answer(z.tuple([]), pickProject),
  pickNewProject: answer(nameSchema, (owner, [name]) => pickNewProject(owner, name)),
  recentProjects: answer(z.tuple([]), recentProjects),
  setMenu: answer(z.tuple([z.array(menuSchema)]), (owner, [menus]) =>
    showMenu(owner, menus, openWindow),
  ),
  setTitle: answer(nameSchema, (owner, [title]) => owner.frame.setTitle(title)),
};

/** Answers what windows ask. Anyone but the app's own page in one of its windows is refused. */
export const answerWindows = (): void => {
  for (const what of asks)
    ipcMain.handle(what, (event, ...input: readonly unknown[]) => {
      const owner = isTrusted(event) ? ownerOf(event.sender) : undefined;
      if (owner === undefined) throw new Error('Refused: not a window of Understory');
      return answers[what](owner, input);
    });
};
