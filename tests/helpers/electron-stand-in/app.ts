import { EventEmitter } from 'node:events';
import { browser } from './browser.ts';
import { emitPreventable } from './events.ts';
import { readSettings } from './settings.ts';
import { SingleInstance } from './single-instance.ts';

/** What `app` must know of a window to end with it. */
export interface Closable {
  close(): void;
}

/** Stands in for `app`: its life from start to quit, with Electron's rules. */
class App extends EventEmitter {
  readonly isPackaged = false;
  readonly switches = new Map<string, string>();
  readonly recentDocuments: string[] = [];
  readonly windows = new Set<Closable>();
  sandboxed = false;
  #isReady = false;
  #isQuitting = false;
  #isOver = false;
  readonly #instance = new SingleInstance(readSettings().userData);
  readonly #ready: Promise<void>;

  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => {
      if (this.#isReady) throw new Error('Switches are set before the app is ready');
      this.switches.set(name, value);
    },
  };

  constructor() {
    super();
    // Electron is ready at the earliest when the main script has run to its end.
    this.#ready = new Promise((resolve) => {
      setImmediate(() => void this.#start().then(resolve));
    });
  }

  isReady(): boolean {
    return this.#isReady;
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('The sandbox is enabled before the app is ready');
    this.sandboxed = true;
  }

  getPath(name: string): string {
    const { userData, documents } = readSettings();
    const paths: Readonly<Record<string, string>> = { userData, documents };
    const path = paths[name];
    if (path === undefined) throw new Error(`The stand-in knows no path '${name}'`);
    return path;
  }

  addRecentDocument(path: string): void {
    if (process.platform === 'linux') throw new TypeError('addRecentDocument is not a function');
    this.recentDocuments.unshift(path);
  }

  requestSingleInstanceLock(data?: unknown): boolean {
    return this.#instance.request(data, (second) =>
      this.emit('second-instance', {}, second.argv, second.folder, second.data),
    );
  }

  quit(): void {
    if (this.#isOver || emitPreventable(this, ['before-quit'])) return;
    this.#isQuitting = true;
    if (this.windows.size === 0) return void this.#end();
    for (const window of this.windows) window.close();
  }

  /** A window refused to close, so the app does not quit. */
  stay(): void {
    this.#isQuitting = false;
  }

  /** A window is gone. */
  forget(window: Closable): void {
    this.windows.delete(window);
    if (this.windows.size > 0) return;
    if (this.#isQuitting) void this.#end();
    else this.emit('window-all-closed');
  }

  async #start(): Promise<void> {
    if (this.#isOver) return new Promise(() => undefined);
    await browser();
    this.#isReady = true;
    this.emit('ready', {}, {});
  }

  async #end(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    this.emit('will-quit', { preventDefault: () => undefined });
    this.emit('quit', {}, 0);
    await this.#instance.told;
    this.#instance.release();
    if (this.#isReady) await (await browser()).close();
    process.exit(0);
  }
}

export const app = new App();
