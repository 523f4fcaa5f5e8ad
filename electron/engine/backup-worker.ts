import { parentPort, workerData } from 'node:worker_threads';
import { toFailure } from '#electron/handlers/failure.ts';
import { type Expected, verifyCopy } from '#electron/project/backup.ts';

const { path, expected } = workerData as { readonly path: string; readonly expected: Expected };

const verdict = () => {
  try {
    verifyCopy(path, expected);
    return null;
  } catch (thrown) {
    return toFailure(thrown).toError();
  }
};

parentPort?.postMessage(verdict());
