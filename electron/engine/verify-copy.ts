import { Worker } from 'node:worker_threads';
import type { VerifyCopy } from '#electron/project/backup.ts';
import { type CallError, Failure } from '#shared/contract/errors.ts';
import { workerUrl } from './worker-url.ts';

/** Checks a copy of a project in a thread of its own, since that reads every page. Rejects with a Failure. */
export const verifyInThread: VerifyCopy = (path, expected) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl('backup-worker'), { workerData: { path, expected } });
    worker.once('message', (error: CallError | null) => {
      if (error === null) resolve();
      else reject(new Failure(error.code, error.message, error.details));
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Failure('internal', 'The backup was not checked.')));
  });
