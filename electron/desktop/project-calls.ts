import { basename } from 'node:path';
import { z } from 'zod';
import { canonicalPath, type ProjectWindow } from './project-window.ts';
import { rememberProject } from './recent-projects.ts';

/** The calls after which the window may show another project, or none. */
const projectCalls: ReadonlySet<string> = new Set([
  'project.open',
  'project.create',
  'project.sample',
  'project.close',
]);
const inputSchema = z.object({ file: z.string() });
const replySchema = z.object({ ok: z.boolean() });

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Brings up to date which project a window shows, and remembers it for the next time. */
export const followProject = async (owner: ProjectWindow): Promise<void> => {
  const reply = await owner.engine.call('project.state', {});
  if (!reply.ok || owner.frame.isDestroyed()) return;
  const { fileName, project } = reply.value;
  if (fileName === null || project === null) owner.shown = null;
  else if (owner.asked !== null && basename(owner.asked) === fileName) {
    // A file that was just created has only now a path to compare by.
    owner.shown = canonicalPath(owner.asked);
    owner.asked = owner.shown;
    rememberProject(owner.shown, project.name);
  }
  if (process.platform === 'darwin') owner.frame.setRepresentedFilename(owner.shown ?? '');
};

/** Hands a call to the window's engine, and follows which project file it opens or closes. */
export const post = async (owner: ProjectWindow, method: string, body: string): Promise<string> => {
  if (!projectCalls.has(method)) return owner.engine.postText(method, body);
  const input = inputSchema.safeParse(json(body));
  const path = input.success ? owner.offered.get(input.data.file) : undefined;
  if (path !== undefined) owner.asked = path;
  const reply = await owner.engine.postText(method, body);
  const { ok } = replySchema.parse(json(reply));
  if (ok) await followProject(owner);
  if (!ok || method === 'project.close') owner.asked = owner.shown;
  return reply;
};
