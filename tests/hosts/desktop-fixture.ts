import type { Page } from '@playwright/test';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
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

/** What tests of the desktop app begin with. */
export interface DesktopFixture {
  /** The app as it was built for these tests. */
  built(): BuiltDesktop;
  /** Starts the app; it is quit when the test ends, if it still runs then. */
  start(options?: Starting): Promise<StandInApp>;
  /** A folder of its own for the test. */
  folder(): Promise<string>;
}

/** Builds the desktop app once for the tests of a file. */
export const desktopFixture = (page: 'empty' | 'real' = 'empty'): DesktopFixture => {
  let built: BuiltDesktop;
  beforeAll(async () => {
    built = await buildDesktop(page);
  });
  afterAll(() => built.remove());
  const folder = async (): Promise<string> => {
    const made: TempFolder = await tempFolder();
    onTestFinished(() => made.remove());
    return made.path;
  };
  return {
    built: () => built,
    folder,
    start: async (options = {}) => {
      const app = launchStandIn({
        main: built.main,
        ...options,
        folder: options.folder ?? (await folder()),
      });
      onTestFinished(() => app.quit());
      return app;
    },
  };
};

/** Hears the commands that reach a page, from the first on. */
export const commandsTo = async (page: Page): Promise<() => Promise<readonly string[]>> => {
  const heard = await page.evaluateHandle(() => {
    const commands: string[] = [];
    (window as unknown as DesktopWindow).understory.onCommand((id) => commands.push(id));
    return commands;
  });
  return () => heard.jsonValue();
};

/** Waits for the command with which a page is told to open a project; answers the token in it. */
export const tokenFrom = async (page: Page): Promise<string> => {
  const commands = await commandsTo(page);
  const prefix = 'project.open:';
  const command = await until(
    async () => (await commands()).find((id) => id.startsWith(prefix)) ?? null,
  );
  return command.slice(prefix.length);
};
