import type { JSHandle, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, onTestFinished, vi } from 'vitest';
import { openProjectCommand } from '#shared/contract/bridge.ts';
import { type BuiltDesktop, buildDesktop } from '#tests/helpers/electron-stand-in/build.ts';
import {
  type LaunchOptions,
  launchStandIn,
  type StandInApp,
  until,
} from '#tests/helpers/electron-stand-in/launch.ts';
import { type TempFolder, tempFolder } from '#tests/helpers/engine.ts';
import type { DesktopWindow } from './desktop.ts';

type Starting = Partial<Omit<LaunchOptions, 'main'>>;

/** Expects what comes about sooner or later, however busy the machine. */
export const eventually = <T>(value: () => T | Promise<T>) =>
  expect.poll(value, { timeout: 20_000, interval: 25 });

/** What tests of the desktop app begin with. */
export interface DesktopFixture {
  /** The app as it was built for these tests. */
  built(): BuiltDesktop;
  /** Starts the app; it ends with the test at the latest. */
  start(options?: Starting): Promise<StandInApp>;
  /** A folder of its own for the test. */
  folder(): Promise<string>;
}

/** Builds the desktop app once for the tests of a file. */
export const desktopFixture = (page: 'empty' | 'real' = 'empty'): DesktopFixture => {
  // Every test starts a Chromium, some of them several times.
  vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
  let built: BuiltDesktop | undefined;
  beforeAll(async () => {
    built = await buildDesktop(page);
  });
  afterAll(() => built?.remove());
  const present = (): BuiltDesktop => {
    if (built === undefined) throw new Error('The desktop app was not built');
    return built;
  };
  const folder = async (): Promise<string> => {
    const made: TempFolder = await tempFolder();
    onTestFinished(() => made.remove());
    return made.path;
  };
  return {
    built: present,
    folder,
    start: async (options = {}) => {
      const app = launchStandIn({
        main: present().main,
        ...options,
        folder: options.folder ?? (await folder()),
      });
      onTestFinished(() => app.end());
      return app;
    },
  };
};

const heard = new WeakMap<Page, Promise<JSHandle<string[]>>>();

/** The commands that reached a page so far, listening from the first time this is asked. */
export const commandsTo = async (page: Page): Promise<readonly string[]> => {
  const handle =
    heard.get(page) ??
    page.evaluateHandle(() => {
      const commands: string[] = [];
      (window as unknown as DesktopWindow).understory.onCommand((id) => commands.push(id));
      return commands;
    });
  heard.set(page, handle);
  return (await handle).jsonValue();
};

/** Waits for the nth command with which a page is told to open a project; answers its token. */
export const tokenFrom = async (page: Page, nth = 1): Promise<string> => {
  const command = await until(async () => {
    const commands = await commandsTo(page);
    return commands.filter((id) => id.startsWith(openProjectCommand))[nth - 1] ?? null;
  });
  return command.slice(openProjectCommand.length);
};
