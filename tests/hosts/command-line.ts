import {
  type ChildProcess,
  type SpawnOptions as SpawnOptionsOfNode,
  spawn,
} from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { AnyReply } from '#shared/contract/reply.ts';
import { tempFolder } from '#tests/helpers/engine.ts';
import type { HostAdapter } from './host.ts';

const main = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));

/** A process whose standard streams are pipes. */
export type CommandProcess = ChildProcess & {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
};

export interface SpawnOptions {
  /** Where the engine keeps its own files, so that a test never meets the person's. */
  readonly data: string;
  readonly cwd?: string;
}

/** Starts Node with pipes for its streams, and a channel to ask it to stop by. */
export const startNode = (
  args: readonly string[],
  options: Pick<SpawnOptionsOfNode, 'cwd' | 'env'>,
): CommandProcess =>
  spawn(process.execPath, args, {
    ...options,
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  }) as CommandProcess;

/** Starts `understory ARGS` as a process of its own. */
export const startCommand = (
  args: readonly string[],
  { data, cwd = data }: SpawnOptions,
): CommandProcess =>
  startNode([main, ...args], { cwd, env: { ...process.env, UNDERSTORY_DATA: data } });

/** Asks a process to stop, as Ctrl+C does; Windows has no signals to do it with. */
export const interrupt = (child: CommandProcess): void => {
  if (process.platform === 'win32') child.disconnect();
  else child.kill('SIGINT');
};

/** Resolves with the exit code; null where a signal ended the process. */
export const exitOf = (child: CommandProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('exit', (code) => resolve(code));
  });

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `understory ARGS` to its end, with `input` on its standard input. */
export const runCommand = async (
  args: readonly string[],
  options: SpawnOptions & { readonly input?: string },
): Promise<Ended> => {
  const child = startCommand(args, options);
  child.stdin.end(options.input ?? '');
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    exitOf(child),
  ]);
  return { code, stdout, stderr };
};

/** The lines of a stream, one at a time as they come; rejects where the stream ends before one. */
export const lineReader = (stream: Readable): (() => Promise<string>) => {
  const lines: string[] = [];
  const waiting: { resolve: (line: string) => void; reject: (error: Error) => void }[] = [];
  let begun = '';
  let ended = false;
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const parts = (begun + chunk).split('\n');
    begun = parts.pop() ?? '';
    for (const line of parts) {
      const next = waiting.shift();
      if (next === undefined) lines.push(line);
      else next.resolve(line);
    }
  });
  stream.on('end', () => {
    ended = true;
    for (const { reject } of waiting) reject(new Error('The process ended before it answered'));
  });
  return () =>
    new Promise((resolve, reject) => {
      const line = lines.shift();
      if (line !== undefined) resolve(line);
      else if (ended) reject(new Error('The process has ended'));
      else waiting.push({ resolve, reject });
    });
};

/** Host 3 as a script has it: one process that is given calls on its standard input. */
export const commandLine: HostAdapter = {
  name: 'command line',
  waitsForJobs: true,
  start: async (folder) => {
    const own = await tempFolder();
    const child = startCommand(['batch', '-', '-'], { data: own.path });
    child.stderr.resume();
    const nextLine = lineReader(child.stdout);
    const pathOf = (name: string): string => join(folder, `${name}.understory`);
    return {
      post: async (method, input) => {
        child.stdin.write(`${JSON.stringify({ method, input })}\n`);
        return JSON.parse(await nextLine()) as AnyReply;
      },
      listen: null,
      newProject: (name) => Promise.resolve(pathOf(name)),
      knownProject: (name) => Promise.resolve(pathOf(name)),
      pickFile: (path) => Promise.resolve(path),
      pickTarget: (name) => {
        const path = join(own.path, name);
        return Promise.resolve({ token: path, read: () => readFile(path) });
      },
      close: async () => {
        child.stdin.end();
        await exitOf(child);
        await own.remove();
      },
    };
  },
};
