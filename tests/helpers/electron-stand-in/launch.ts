import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { profileFolder } from './browser.ts';
import type { Done } from './control.ts';
import type { StandIn } from './electron.ts';
import { type StandInSettings, settingsVariable } from './settings.ts';

/** How the app is started. */
export interface LaunchOptions extends Partial<StandInSettings> {
  /** The built main process. */
  readonly main: string;
  /** A folder for user data and documents. */
  readonly folder: string;
  readonly args?: readonly string[];
}

/** The app as it runs on the stand-in. */
export interface StandInApp {
  /** Runs a function in the app's process; it can use nothing but what it is given. */
  evaluate<R, I = undefined>(
    work: (electron: StandIn, input: I) => R | Promise<R>,
    ...input: I extends undefined ? [] : [I]
  ): Promise<R>;
  /** The pages of the open windows, the oldest first, once there are as many as said. */
  pages(count: number): Promise<readonly Page[]>;
  /** Ends with the app: its exit code. */
  readonly exited: Promise<number | null>;
  /** What the app wrote on its standard error. */
  errors(): string;
  /** Quits as a person does, and waits for the end. */
  quit(): Promise<void>;
  /** Ends the app whatever it is doing, for when a test is over. */
  end(): Promise<void>;
}

const register = fileURLToPath(new URL('./register.ts', import.meta.url));

const targetOf = async (page: Page): Promise<string> => {
  const client = await page.context().newCDPSession(page);
  const { targetInfo } = await client.send('Target.getTargetInfo');
  await client.detach();
  return targetInfo.targetId;
};

/** Waits until a condition holds; the test's own limit of time ends a wait in vain. */
export const until = async <T>(condition: () => Promise<T | null | false>): Promise<T> => {
  for (;;) {
    const value = await condition();
    if (value !== null && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

class Wire {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (done: Done) => void>();
  #next = 0;

  constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', (done: Done) => {
      this.#waiting.get(done.id)?.(done);
      this.#waiting.delete(done.id);
    });
    child.on('exit', () => {
      for (const [id, end] of this.#waiting) end({ id, error: 'The app has ended' });
      this.#waiting.clear();
    });
  }

  async evaluate(source: string, input: unknown): Promise<unknown> {
    const id = this.#next++;
    const done = await new Promise<Done>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#child.send({ id, source, input }, (error) => {
        if (error !== null) resolve({ id, error: error.message });
      });
    });
    if (done.error !== undefined) throw new Error(done.error);
    return done.value;
  }
}

/** Starts the app's unmodified main process on the stand-in. */
export const launchStandIn = (options: LaunchOptions): StandInApp => {
  const { main, folder, args = [] } = options;
  const settings: StandInSettings = {
    userData: options.userData ?? join(folder, 'user-data'),
    documents: options.documents ?? join(folder, 'documents'),
    platform: options.platform ?? 'linux',
    displays: options.displays ?? [{ x: 0, y: 0, width: 1440, height: 900 }],
  };
  const child = fork(main, args, {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', register],
    env: { ...process.env, [settingsVariable]: JSON.stringify(settings) },
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const wire = new Wire(child);
  let browser: Promise<Browser> | null = null;

  const connect = (): Promise<Browser> => {
    const file = join(profileFolder(settings.userData), 'DevToolsActivePort');
    const [port] = readFileSync(file, 'utf8').split('\n');
    return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  };

  const evaluate: StandInApp['evaluate'] = async (work, ...input) =>
    (await wire.evaluate(work.toString(), input[0])) as Awaited<ReturnType<typeof work>>;

  const shownTargets = (): Promise<readonly string[]> =>
    evaluate(async ({ app, BrowserWindow }) => {
      await app.whenReady();
      return Promise.all(
        BrowserWindow.getAllWindows()
          .filter((window) => window.isVisible())
          .map(async ({ webContents }) => {
            const page = await webContents.page;
            const client = await page.context().newCDPSession(page);
            const { targetInfo } = await client.send('Target.getTargetInfo');
            await client.detach();
            return targetInfo.targetId;
          }),
      );
    });

  return {
    evaluate,
    exited,
    errors: () => errors,
    pages: async (count) => {
      const targets = await until(async () => {
        // A window can close while it is asked.
        const shown = await shownTargets().catch(() => []);
        return shown.length === count && shown;
      });
      browser ??= connect();
      const [context] = (await browser).contexts();
      return until(async () => {
        const known = new Map<string, Page>();
        for (const page of context?.pages() ?? []) {
          const target = await targetOf(page).catch(() => null);
          if (target !== null) known.set(target, page);
        }
        const pages = targets.flatMap((target) => known.get(target) ?? []);
        return pages.length === count && pages;
      });
    },
    quit: async () => {
      await (await browser)?.close();
      if (child.exitCode === null) void evaluate(({ app }) => app.quit()).catch(() => undefined);
      await exited;
    },
    end: async () => {
      await (await browser)?.close();
      // The app's process ends with the wire, and takes its Chromium along.
      if (child.connected) child.disconnect();
      await exited;
    },
  };
};
