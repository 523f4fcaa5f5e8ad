/*
 * Runs in the page before its own scripts. Nothing of Node and nothing of this file is in scope
 * there: what is needed comes in as an argument.
 */

type Listener = (event: object, ...input: readonly unknown[]) => void;
type Message =
  | { readonly type: 'hello' }
  | { readonly type: 'next' }
  | { readonly type: 'invoke'; readonly channel: string; readonly input: readonly unknown[] };
type Preload = (
  require: (name: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
) => void;

/** Where on a page's own origin the stand-in answers, before the app's own files are asked for. */
export const wirePath = '/.electron-stand-in/wire';
export const filePath = '/.electron-stand-in/file';

/* Plays the part of Electron's preload realm: `preload` gets `electron`, the page gets a copy of what it exposes. */
const play = (paths: { readonly wire: string; readonly file: string }, preload: Preload): void => {
  const { fetch } = globalThis;
  const wire = async (message: Message): Promise<unknown> =>
    (await fetch(paths.wire, { method: 'POST', body: JSON.stringify(message) })).json();
  // Electron loads a preload script in a window's own page only.
  if (window !== window.top) return;

  /* As the context bridge copies: functions stay callable, everything else is a frozen copy. */
  const copy = (value: unknown): unknown => {
    if (typeof value === 'function')
      return (...input: readonly unknown[]) =>
        copy((value as (...given: unknown[]) => unknown)(...input.map(copy)));
    if (value instanceof Promise)
      return value.then(copy, (error: unknown) => {
        throw new Error(error instanceof Error ? error.message : String(error));
      });
    if (value instanceof Blob || value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(copy);
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
    return Object.freeze(
      Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copy(part)])),
    );
  };

  const listeners = new Map<string, Set<Listener>>();
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => {
        if (name in window) throw new Error(`${name} is on the window already`);
        Object.defineProperty(window, name, { value: copy(api), enumerable: true });
      },
    },
    ipcRenderer: {
      invoke: async (channel: string, ...input: readonly unknown[]) => {
        const reply = (await wire({
          type: 'invoke',
          channel,
          input: structuredClone(input),
        })) as { readonly value?: unknown; readonly error?: string };
        if (reply.error === undefined) return reply.value;
        throw new Error(`Error invoking remote method '${channel}': ${reply.error}`);
      },
      on: (channel: string, listener: Listener) => {
        const known = listeners.get(channel) ?? new Set();
        listeners.set(channel, known.add(listener));
      },
    },
    webUtils: {
      // Only the main process knows where a File lies, and the answer must be there at once.
      getPathForFile: (file: unknown) => {
        if (!(file instanceof File)) throw new TypeError('getPathForFile takes a File');
        const request = new XMLHttpRequest();
        const query = new URLSearchParams({ name: file.name, size: String(file.size) });
        request.open('GET', `${paths.file}?${query.toString()}`, false);
        request.send();
        return request.responseText;
      },
    },
  };

  const module = { exports: {} };
  preload(
    (name) => {
      if (name === 'electron') return electron;
      throw new Error(`A sandboxed preload script cannot require '${name}'`);
    },
    module,
    module.exports,
  );

  const listen = async (): Promise<void> => {
    await wire({ type: 'hello' });
    for (;;) {
      const told = (await wire({ type: 'next' })) as readonly (readonly [string, unknown[]])[];
      for (const [channel, input] of told)
        for (const listener of listeners.get(channel) ?? []) listener({}, ...input);
    }
  };
  listen().catch(() => undefined);
};

/** The script that runs a preload script in each new page. Its text becomes part of the script, so that the page's policy against `eval` can stay. */
export const pageScript = (preload: string): string =>
  `(${play.toString()})(${JSON.stringify({ wire: wirePath, file: filePath })}, function (require, module, exports) {\n${preload}\n});`;
