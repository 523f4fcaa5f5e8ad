import { basename } from 'node:path';
import { z } from 'zod';
import type { ProjectWindow } from './project-window.ts';
import { rememberProject } from './recent-projects.ts';

const openingCalls: ReadonlySet<string> = new Set([
  'project.open',
  'project.create',
  'project.sample',
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

/** Hands a call to the window's engine, and keeps in mind which project file it asks for. */
export const post = async (owner: ProjectWindow, method: string, body: string): Promise<string> => {
  if (!openingCalls.has(method)) return owner.engine.postText(method, body);
  const input = inputSchema.safeParse(json(body));
  const path = input.success ? owner.offered.get(input.data.file) : undefined;
  if (path !== undefined) owner.asked = path;
  const reply = await owner.engine.postText(method, body);
  if (replySchema.safeParse(json(reply)).data?.ok !== true) owner.asked = owner.shown;
  return reply;
};

/** Brings up to date which project a window shows; called when its engine says that this changed. */
export const followProject = async (owner: ProjectWindow): Promise<void> => {
  const reply = await owner.engine.call('project.state', {});
  if (!reply.ok) return;
  const { fileName, project } = reply.value;
  const before = owner.shown;
  if (fileName === null || project === null) {
    owner.shown = null;
    owner.asked = null;
  } else if (owner.asked !== null && basename(owner.asked) === fileName) {
    owner.shown = owner.asked;
    rememberProject(owner.asked, project.name);
  }
  if (owner.shown !== before && !owner.frame.isDestroyed())
    owner.frame.setRepresentedFilename(owner.shown ?? '');
};
