import { Worker } from 'node:worker_threads';
import type {
  Alternative,
  Detection,
  ImportRefusal,
  PatternId,
  ReadDocument,
} from '#shared/model/document.ts';
import { workerUrl } from './worker-url.ts';

/** A file to read, and the pattern to find its speakers by: the likeliest when left out. */
export interface ParseInput {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly pattern?: PatternId | 'auto';
}

/** What a file holds: its text, who speaks in it and other ways to see that; or why it is not taken. */
export type ParseResult =
  | {
      readonly ok: true;
      readonly document: ReadDocument;
      readonly detection: Detection;
      readonly alternatives: readonly Alternative[];
    }
  | { readonly ok: false; readonly error: ImportRefusal };

export interface ParserOptions {
  /** How many files are read at the same time. */
  readonly size?: number;
  /** For one file. */
  readonly timeLimitMs?: number;
  /** Of a worker's heap, in megabytes. */
  readonly memoryLimitMb?: number;
  /** The worker's code, where it is not the app's own. */
  readonly worker?: URL;
}

/** Reads files in threads of its own, which a hostile file can stop without any harm. */
export interface Parser {
  /** Never hangs: a file that takes too long or too much memory is refused. Rejects only when no thread can be started. */
  parse(input: ParseInput): Promise<ParseResult>;
  /** Stops the threads. Files still waiting are refused. */
  close(): Promise<void>;
}

interface Job {
  readonly input: ParseInput;
  readonly resolve: (result: ParseResult) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  ready: boolean;
  job: Job | null;
  timer: NodeJS.Timeout | undefined;
}

/** An idle thread holds some 80 MB of models for telling encodings apart; it goes after this. */
const idleMs = 30_000;

const refusals = {
  time: {
    code: 'time-limit',
    message:
      'Reading the file took too long and was stopped. Save it as plain text and import that.',
  },
  memory: {
    code: 'memory-limit',
    message:
      'Reading the file took too much memory and was stopped. Save it as plain text and import that.',
  },
  stopped: { code: 'stopped', message: 'Importing was stopped before the file was read.' },
  crash: {
    code: 'damaged',
    message: 'The file is damaged and could not be read. Save it under a new name and import that.',
  },
} as const satisfies Record<string, ImportRefusal>;

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** A parser with its pool of threads, started when the first file comes. */
export const createParser = (options: ParserOptions = {}): Parser => {
  const { size = 1, timeLimitMs = 10_000, memoryLimitMb = 512 } = options;
  const threads = new Set<Thread>();
  const waiting: Job[] = [];

  const dismiss = (thread: Thread): Promise<number> => {
    clearTimeout(thread.timer);
    threads.delete(thread);
    return thread.worker.terminate();
  };

  const settle = (thread: Thread, result: ParseResult): void => {
    clearTimeout(thread.timer);
    thread.job?.resolve(result);
    thread.job = null;
  };

  const begin = (thread: Thread): void => {
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
      settle(thread, { ok: false, error: refusals.time });
      void dismiss(thread);
      next();
    }, timeLimitMs);
    // A copy of its own, handed over: the caller's may be a view of something larger.
    const bytes = new Uint8Array(job.input.bytes);
    thread.worker.postMessage({ ...job.input, bytes }, [bytes.buffer]);
  };

  const start = (): void => {
    const worker = new Worker(options.worker ?? workerUrl('parsing-worker'), {
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
    });
    const thread: Thread = { worker, ready: false, job: null, timer: undefined };
    threads.add(thread);
    worker.on('message', (message: 'ready' | ParseResult) => {
      if (message === 'ready') thread.ready = true;
      else settle(thread, message);
      begin(thread);
    });
    worker.on('error', (error: unknown) => {
      const memory = isOutOfMemory(error);
      if (!thread.ready) waiting.shift()?.reject(error);
      settle(thread, { ok: false, error: memory ? refusals.memory : refusals.crash });
    });
    worker.on('exit', () => {
      if (!threads.has(thread)) return;
      settle(thread, { ok: false, error: refusals.crash });
      void dismiss(thread);
      next();
    });
  };

  const next = (): void => {
    const idle = [...threads].find((thread) => thread.ready && thread.job === null);
    if (waiting.length === 0) return;
    if (idle !== undefined) begin(idle);
    else if (threads.size < size) start();
  };

  return {
    parse: (input) =>
      new Promise((resolve, reject) => {
        waiting.push({ input, resolve, reject });
        next();
      }),
    close: async () => {
      for (const { resolve } of waiting.splice(0)) resolve({ ok: false, error: refusals.stopped });
      await Promise.all(
        [...threads].map((thread) => {
          settle(thread, { ok: false, error: refusals.stopped });
          return dismiss(thread);
        }),
      );
    },
  };
};
