import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { PickedFile, RecentProject } from '#shared/contract/platform.ts';
import type { AnyReply } from '#shared/contract/reply.ts';
import { tempFolder } from '#tests/helpers/engine.ts';
import { exitOf, interrupt, lineReader, startCommand } from './command-line.ts';
import type { HostAdapter } from './host.ts';

/** The browser host as a process of its own. */
export interface BrowserServer {
  /** The first address, with its token. */
  readonly address: string;
  readonly origin: string;
  /** What a browser sends back after it opened the first address. */
  readonly cookie: string;
  /** A folder that stands in for the built renderer: `index.html`, `assets/app.js`. */
  readonly renderer: string;
  readonly processId: number;
  fetch(path: string, init?: Omit<RequestInit, 'headers'>): Promise<Response>;
  /** Ends the server as Ctrl+C does; answers its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the browser host on a free port, as `understory serve` does, and opens its first address. */
export const startServer = async (folder: string): Promise<BrowserServer> => {
  const own = await tempFolder();
  const renderer = join(own.path, 'renderer');
  await mkdir(join(renderer, 'assets'), { recursive: true });
  await writeFile(join(renderer, 'index.html'), '<!doctype html><title>Understory</title>');
  await writeFile(join(renderer, 'assets', 'app.js'), 'export {};');
  await writeFile(join(own.path, 'secret.txt'), 'outside the folder of the screens');
  const child = startCommand(
    ['serve', '-', '--no-open', '--json', '--projects', folder, '--renderer', renderer],
    { data: own.path },
  );
  child.stderr.resume();
  const { address } = JSON.parse(await lineReader(child.stdout)()) as { readonly address: string };
  const { origin } = new URL(address);
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  return {
    address,
    origin,
    cookie,
    renderer,
    processId: child.pid ?? 0,
    fetch: (path, init = {}) => fetch(`${origin}${path}`, { ...init, headers: { cookie } }),
    stop: async () => {
      interrupt(child);
      const code = await exitOf(child);
      await own.remove();
      return code;
    },
  };
};

const listenTo = async (
  server: BrowserServer,
  hear: (event: EngineEvent) => void,
): Promise<() => Promise<void>> => {
  const stop = new AbortController();
  const response = await server.fetch('/events', { signal: stop.signal });
  const read = async (): Promise<void> => {
    let begun = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const frames = (begun + chunk).split('\n\n');
      begun = frames.pop() ?? '';
      for (const frame of frames) {
        const data = frame.split('\n').find((line) => line.startsWith('data: '));
        if (data !== undefined) hear(JSON.parse(data.slice(6)) as EngineEvent);
      }
    }
  };
  const ended = read().catch(() => undefined);
  return () => {
    stop.abort();
    return ended;
  };
};

/** Host 2 over real HTTP, spoken to the way the page in the browser does. */
export const browser: HostAdapter = {
  name: 'browser',
  waitsForJobs: false,
  start: async (folder) => {
    const server = await startServer(folder);
    const listeners = new Set<(event: EngineEvent) => void>();
    const stopListening = await listenTo(server, (event) => {
      for (const listener of listeners) listener(event);
    });
    const postJson = async <T>(path: string, body: BodyInit): Promise<T> =>
      (await (await server.fetch(path, { method: 'POST', body })).json()) as T;
    return {
      post: (method, input) => postJson<AnyReply>(`/call/${method}`, JSON.stringify(input)),
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      newProject: async (name) =>
        (await postJson<PickedFile>('/projects', JSON.stringify({ name }))).token,
      knownProject: async (name) => {
        const list = (await (await server.fetch('/projects')).json()) as readonly RecentProject[];
        const found = list.find((project) => project.name === name);
        // What is not there is not listed, so only a token for nothing is left to open.
        return found?.token ?? 'not-listed';
      },
      pickFile: async (path) => {
        const address = `/files?name=${encodeURIComponent(basename(path))}`;
        return (await postJson<PickedFile>(address, await readFile(path))).token;
      },
      pickTarget: async (name) => {
        const { token } = await postJson<PickedFile>('/targets', JSON.stringify({ name }));
        return {
          token,
          read: async () => (await server.fetch(`/targets/${token}`)).bytes(),
        };
      },
      close: async () => {
        await stopListening();
        await server.stop();
      },
    };
  },
};
