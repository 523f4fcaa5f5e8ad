import { Worker } from 'node:worker_threads';

/** How a piece of work ends that has no answer. */
export type Ending = 'time' | 'memory' | 'stopped' | 'crash';

/** What a pool of threads runs, and how far it lets them go. */
export interface PoolOptions<O> {
  /** The threads' code. A thread says 'ready' when it has loaded, then answers each message with one. */
  readonly worker: URL;
  /** How many threads work at the same time. */
  readonly size: number;
  /** For one job. */
  readonly timeLimitMs: number;
  /** Of a thread's heap, in megabytes. */
  readonly memoryLimitMb: number;
  /** What a job is worth that did not come to its end. */
  readonly ended: (how: Ending) => O;
}

/** Runs jobs in threads of their own, which can be stopped without any harm. */
export interface ThreadPool<I, O> {
  /** Never hangs. Rejects only when no thread can be started. `transfer` is handed over, not copied. */
  run(input: I, transfer?: readonly ArrayBuffer[]): Promise<O>;
  /** Stops the threads. Jobs still waiting are answered as stopped. */
  close(): Promise<void>;
}

interface Job<I, O> {
  readonly input: I;
  readonly transfer: readonly ArrayBuffer[];
  readonly resolve: (result: O) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread<I, O> {
  readonly worker: Worker;
  ready: boolean;
  job: Job<I, O> | null;
  timer: NodeJS.Timeout | undefined;
}

/** A thread with nothing to do holds memory; it goes after this. */
const idleMs = 30_000;

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** A pool of threads, started when the first job comes. */
export const createThreadPool = <I, O>(options: PoolOptions<O>): ThreadPool<I, O> => {
  const threads = new Set<Thread<I, O>>();
  const waiting: Job<I, O>[] = [];

  const dismiss = (thread: Thread<I, O>): Promise<number> => {
    clearTimeout(thread.timer);
    threads.delete(thread);
    return thread.worker.terminate();
  };

  const settle = (thread: Thread<I, O>, result: O): void => {
    clearTimeout(thread.timer);
    thread.job?.resolve(result);
    thread.job = null;
  };

  const begin = (thread: Thread<I, O>): void => {
    const job = waiting.shift();
    clearTimeout(thread.timer);
    if (job === undefined) {
      thread.worker.unref();
      thread.timer = setTimeout(() => void dismiss(thread), idleMs).unref();
      return;
    }
    thread.job = job;
    thread.worker.ref();
    thread.timer = setTimeout(() => {
      settle(thread, options.ended('time'));
      void dismiss(thread);
      next();
    }, options.timeLimitMs);
    thread.worker.postMessage(job.input, job.transfer);
  };

  const start = (): void => {
    const worker = new Worker(options.worker, {
      resourceLimits: { maxOldGenerationSizeMb: options.memoryLimitMb },
    });
    const thread: Thread<I, O> = { worker, ready: false, job: null, timer: undefined };
    threads.add(thread);
    worker.on('message', (message: 'ready' | O) => {
      if (message === 'ready') thread.ready = true;
      else settle(thread, message);
      begin(thread);
    });
    worker.on('error', (error: unknown) => {
      const memory = isOutOfMemory(error);
      if (!thread.ready) waiting.shift()?.reject(error);
      settle(thread, options.ended(memory ? 'memory' : 'crash'));
    });
    worker.on('exit', () => {
      if (!threads.has(thread)) return;
      settle(thread, options.ended('crash'));
      void dismiss(thread);
      next();
    });
  };

  const next = (): void => {
    const idle = [...threads].find((thread) => thread.ready && thread.job === null);
    if (waiting.length === 0) return;
    if (idle !== undefined) begin(idle);
    else if (threads.size < options.size) start();
  };

  return {
    run: (input, transfer = []) =>
      new Promise((resolve, reject) => {
        waiting.push({ input, transfer, resolve, reject });
        next();
      }),
    close: async () => {
      for (const { resolve } of waiting.splice(0)) resolve(options.ended('stopped'));
      await Promise.all(
        [...threads].map((thread) => {
          settle(thread, options.ended('stopped'));
          return dismiss(thread);
        }),
      );
    },
  };
};
