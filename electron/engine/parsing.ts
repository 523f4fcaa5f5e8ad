import type {
  Alternative,
  Detection,
  ImportRefusal,
  ImportWarning,
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

/** A file to read as a table of values. */
export interface TableInput {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly isTable: true;
}

/** The rows of a table from top to bottom, the cells trimmed; or why it is not taken. */
export type TableResult =
  | {
      readonly ok: true;
      readonly rows: readonly (readonly string[])[];
      readonly warnings: readonly ImportWarning[];
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
  /** Reads a table under the same limits. */
  parseTable(input: Omit<TableInput, 'isTable'>): Promise<TableResult>;
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
  const limits = {
    worker: options.worker ?? workerUrl('parsing-worker'),
    timeLimitMs,
    memoryLimitMb,
    ended: (how: keyof typeof refusals) => ({ ok: false, error: refusals[how] }) as const,
  };
  // A thread holds some 80 MB of models for telling encodings apart while it is kept.
  const pool = createThreadPool<ParseInput, ParseResult>({ ...limits, size });
  const tables = createThreadPool<TableInput, TableResult>({ ...limits, size: 1 });
  return {
    parse: (input) => {
      // A copy of its own, handed over: the caller's may be a view of something larger.
      const bytes = new Uint8Array(input.bytes);
      return pool.run({ ...input, bytes }, [bytes.buffer]);
    },
    parseTable: ({ bytes: own, fileName }) => {
      const bytes = new Uint8Array(own);
      return tables.run({ bytes, fileName, isTable: true }, [bytes.buffer]);
    },
    close: async () => {
      await Promise.all([pool.close(), tables.close()]);
    },
  };
};
