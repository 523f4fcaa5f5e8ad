import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '#electron/engine/run.ts';
import { startEngine } from '#electron/engine/start.ts';
import { Failure } from '#shared/contract/errors.ts';
import { dataFolder, projectsFolder } from './folders.ts';
import { ProjectFolder } from './project-folder.ts';
import { type Server, serve } from './server.ts';

export interface BrowserHostOptions {
  /** What to open first: a project file, the sample study, or nothing. */
  readonly open: { readonly file: string } | 'sample' | null;
  /** The folder for projects; the usual one when undefined. */
  readonly projects?: string | undefined;
  /** The folder of the built renderer; the checkout's own when undefined. */
  readonly renderer?: string | undefined;
  /** Any free port when undefined. */
  readonly port?: number | undefined;
}

const built = fileURLToPath(new URL('../../out/renderer', import.meta.url));
const sampleFile = 'Sample study.understory';

/**
 * Starts the engine, opens what is to be opened and serves it on 127.0.0.1. Throws the Failure of
 * opening, or Node's error where the port is taken; nothing is then left running.
 */
export const startBrowserHost = async (options: BrowserHostOptions): Promise<Server> => {
  const engine = startEngine({ dataFolder: dataFolder() });
  try {
    const folder = resolve(options.projects ?? projectsFolder());
    const projects = new ProjectFolder(folder, engine);
    const sample = join(folder, sampleFile);
    if (options.open === 'sample' && !existsSync(sample)) {
      const { token } = await projects.add(sampleFile);
      raise(await run(engine, ['project.sample', { file: token }]));
    } else if (options.open !== null) {
      const path = options.open === 'sample' ? sample : resolve(options.open.file);
      raise(await run(engine, ['project.open', { file: await projects.offer(path) }]));
    }
    const server = await serve({
      engine,
      projects,
      rendererFolder: resolve(options.renderer ?? built),
      port: options.port ?? 0,
    });
    const close = async (): Promise<void> => {
      await server.close();
      await engine.close();
    };
    return { invite: server.invite, close };
  } catch (thrown) {
    await engine.close();
    throw thrown;
  }
};

const raise = (reply: Awaited<ReturnType<typeof run>>): void => {
  if (!reply.ok) throw new Failure(reply.error.code, reply.error.message, reply.error.details);
};
