import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Engine } from '#electron/engine/engine.ts';
import { run } from '#electron/engine/run.ts';
import type { Input, Method, Output } from '#shared/contract/index.ts';

/** A folder of its own for one test, gone when `remove` has been called. */
export interface TempFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** Makes a folder of its own for one test. */
export const tempFolder = async (): Promise<TempFolder> => {
  const path = await mkdtemp(join(tmpdir(), 'understory-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};

/** An engine in this thread with a folder of its own. */
export interface TestEngine {
  readonly engine: Engine;
  readonly folder: string;
  /** Makes a call, waits for it where it is a job, and answers its worth; throws its failure. */
  worth<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  /** Creates a project file in the folder and opens it; answers its path. */
  newProject(name?: string): Promise<string>;
  /** Closes the engine and removes the folder. */
  close(): Promise<void>;
}

/** Starts an engine in this thread with a temporary folder, for tests of handlers and of files. */
export const startTestEngine = async (): Promise<TestEngine> => {
  const folder = await tempFolder();
  const engine = createEngine({ dataFolder: join(folder.path, 'data') });
  const worth = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await run(engine, [method, input]);
    if (reply.ok) return reply.value;
    throw new Error(`${method}: ${reply.error.code}: ${reply.error.message}`);
  };
  return {
    engine,
    folder: folder.path,
    worth,
    newProject: async (name = 'Study') => {
      const path = join(folder.path, `${name}.understory`);
      await worth('project.create', { file: await engine.offer(path), name });
      return path;
    },
    close: async () => {
      await engine.close();
      await folder.remove();
    },
  };
};
