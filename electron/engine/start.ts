import { Worker } from 'node:worker_threads';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { Answer, Input, Method } from '#shared/contract/index.ts';
import type { AnyReply, Reply } from '#shared/contract/reply.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { type Print, printed } from './host-printing.ts';
import type { FromEngine, ToEngine } from './protocol.ts';
import type { WorkerOptions } from './worker.ts';
import { workerUrl } from './worker-url.ts';

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

/** An engine in a worker thread of its own. */
export interface RemoteEngine extends Engine {
  /** Makes a call with JSON text and answers the reply as JSON text, untouched on the way. */
  postText(method: string, body: string): Promise<string>;
}

const lost = JSON.stringify({
  ok: false,
  error: {
    code: 'internal',
    message:
      'The part that keeps the project stopped. Everything acknowledged is on disk. Open the project again.',
  },
});

/**
 * Starts the engine in a worker thread, where SQLite never blocks a window or a host. Pages are
 * printed by `print`, where the host has something to print with.
 */
export const startEngine = (options: EngineOptions, print?: Print): RemoteEngine => {
  const workerData: WorkerOptions = { ...options, isHostPrinting: print !== undefined };
  const worker = new Worker(workerUrl('worker'), { workerData });
  const waiting = new Map<number, (body: string) => void>();
  const listeners = new Set<(event: EngineEvent) => void>();
  let next = 0;
  let gone = false;

  const ask = (message: Unnumbered<ToEngine>): Promise<string> => {
    if (gone) return Promise.resolve(lost);
    const id = next++;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ ...message, id });
    });
  };

  worker.on('message', (message: FromEngine) => {
    if (message.type === 'event') {
      for (const listener of listeners) listener(message.event);
      return;
    }
    if (message.type === 'print') {
      if (print !== undefined)
        void printed(print, message).then((result) => worker.postMessage(result));
      return;
    }
    waiting.get(message.id)?.(message.body);
    waiting.delete(message.id);
  });
  // An error ends the worker; 'exit' then answers whoever waits, so nothing hangs.
  worker.on('error', (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  });
  worker.on('exit', () => {
    gone = true;
    for (const resolve of waiting.values()) resolve(lost);
    waiting.clear();
  });

  const postText = (method: string, body: string): Promise<string> =>
    ask({ type: 'call', method, body });
  const post = async (method: string, input: unknown): Promise<AnyReply> =>
    JSON.parse(await postText(method, JSON.stringify(input ?? {}))) as AnyReply;
  return {
    postText,
    post,
    call: async <M extends Method>(method: M, input: Input<M>) =>
      (await post(method, input)) as Reply<Answer<M>>,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    offer: async (path, name) =>
      JSON.parse(
        await ask({ type: 'offer', path, ...(name === undefined ? {} : { name }) }),
      ) as string,
    close: async () => {
      await ask({ type: 'close' });
      await worker.terminate();
    },
  };
};
