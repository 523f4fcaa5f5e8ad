import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createEngine } from '#electron/engine/engine.ts';
import { tempFolder } from '#tests/helpers/engine.ts';
import type { HostAdapter } from './host.ts';

/** No host at all: the engine in the process of the test, which every host must equal. */
export const direct: HostAdapter = {
  name: 'direct',
  waitsForJobs: false,
  start: async (folder) => {
    const own = await tempFolder();
    const engine = createEngine({ dataFolder: own.path });
    const offerProject = (name: string): Promise<string> =>
      engine.offer(join(folder, `${name}.understory`));
    return {
      post: (method, input) => engine.post(method, input),
      listen: (listener) => engine.listen(listener),
      newProject: offerProject,
      knownProject: offerProject,
      pickFile: (path) => engine.offer(path),
      pickTarget: async (name) => {
        const path = join(own.path, name);
        return { token: await engine.offer(path), read: () => readFile(path) };
      },
      close: async () => {
        await engine.close();
        await own.remove();
      },
    };
  },
};
