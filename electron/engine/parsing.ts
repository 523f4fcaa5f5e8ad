import type {
  Alternative,
  Detection,
  ImportRefusal,
  PatternId,
  ReadDocument,
} from '#shared/model/document.ts';
import { createThreadPool } from './thread-pool.ts';
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

/** A parser with its pool of threads, started when the first file comes. */
export const createParser = (options: ParserOptions = {}): Parser => {
  const { size = 1, timeLimitMs = 10_000, memoryLimitMb = 512 } = options;
  // A thread holds some 80 MB of models for telling encodings apart while it is kept.
  const pool = createThreadPool<ParseInput, ParseResult>({
    worker: options.worker ?? workerUrl('parsing-worker'),
    size,
    timeLimitMs,
    memoryLimitMb,
    ended: (how) => ({ ok: false, error: refusals[how] }),
  });
  return {
    parse: (input) => {
      // A copy of its own, handed over: the caller's may be a view of something larger.
      const bytes = new Uint8Array(input.bytes);
      return pool.run({ ...input, bytes }, [bytes.buffer]);
    },
    close: () => pool.close(),
  };
};
