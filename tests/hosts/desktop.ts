import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Bridge, openProjectCommand } from '#shared/contract/bridge.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { AnyReply } from '#shared/contract/reply.ts';
import { tempFolder } from '#tests/helpers/engine.ts';
import type { HostAdapter, Session } from './host.ts';

/** The window of a page that runs on the desktop. */
export type DesktopWindow = Window & { readonly understory: Bridge };

type Dialogs = Readonly<Record<'showOpenDialog' | 'showSaveDialog' | 'showMessageBox', unknown>>;

interface Answers {
  /** The files that are picked; none are when absent. */
  readonly open?: readonly string[];
  /** The file that is named; none is when absent. */
  readonly save?: string;
  /** The button that is pressed; the first when absent. */
  readonly button?: number;
}

/** The desktop app as it runs, on the stand-in or on Electron. */
export interface DesktopApp {
  /** Runs a function in the app's process; it can use nothing but what it is given. */
  evaluate(
    work: (electron: { dialog: Dialogs }, input: Answers) => void,
    input: Answers,
  ): Promise<unknown>;
  /** The pages of the open windows, the oldest first, once there are as many as said. */
  pages(count: number): Promise<readonly Page[]>;
  quit(): Promise<void>;
}

/** Says what the next dialogs answer, as a person would. */
export const answerDialogs = (app: DesktopApp, answers: Answers): Promise<unknown> =>
  app.evaluate(({ dialog }, { open, save, button }) => {
    Object.assign(dialog, {
      showOpenDialog: () =>
        Promise.resolve({ canceled: open === undefined, filePaths: open ?? [] }),
      showSaveDialog: () => Promise.resolve({ canceled: save === undefined, filePath: save ?? '' }),
      showMessageBox: () => Promise.resolve({ response: button ?? 0, checkboxChecked: false }),
    });
  }, answers);

/** Makes a call as the page does. */
export const postFrom = async (page: Page, method: string, input: unknown): Promise<AnyReply> => {
  const text = await page.evaluate(
    ([name, body]) => (window as unknown as DesktopWindow).understory.postText(name, body),
    [method, input === undefined ? '{}' : JSON.stringify(input)] as const,
  );
  return JSON.parse(text) as AnyReply;
};

const listenIn = async (page: Page, hear: (event: EngineEvent) => void): Promise<void> => {
  await page.exposeFunction('hearInTest', hear);
  await page.evaluate(() => {
    const here = window as unknown as DesktopWindow & {
      readonly hearInTest: (event: EngineEvent) => void;
    };
    here.understory.listen((event) => here.hearInTest(event));
  });
};

/** The token in the command that tells a new window to open a project. */
const tokenToldTo = (page: Page): Promise<string> =>
  page.evaluate(
    (prefix) =>
      new Promise<string>((resolve) => {
        (window as unknown as DesktopWindow).understory.onCommand((command) => {
          if (command.startsWith(prefix)) resolve(command.slice(prefix.length));
        });
      }),
    openProjectCommand,
  );

/** Host 1, driven from inside its windows; always the newest, as a person works in the one in front. */
export const desktop = (start: (folder: string) => Promise<DesktopApp>): HostAdapter => ({
  name: 'desktop',
  waitsForJobs: false,
  start: async (folder): Promise<Session> => {
    const own = await tempFolder();
    const app = await start(own.path);
    const listeners = new Set<(event: EngineEvent) => void>();
    const pages: Page[] = [];
    const newest = async (): Promise<Page> => {
      const page = (await app.pages(pages.length + 1)).at(-1)!;
      pages.push(page);
      await listenIn(page, (event) => {
        for (const listener of listeners) listener(event);
      });
      return page;
    };
    let page = await newest();
    const ask = <T>(work: (bridge: Bridge) => Promise<T>): Promise<T> =>
      page.evaluate<T>(`(${work.toString()})(window.understory)`);

    return {
      post: (method, input) => postFrom(page, method, input),
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      newProject: async (name) => {
        await answerDialogs(app, { save: join(folder, `${name}.understory`) });
        return (await ask((bridge) => bridge.pickNewProject('New project')))!.token;
      },
      knownProject: async (name) => {
        await answerDialogs(app, { open: [join(folder, `${name}.understory`)] });
        const picked = await ask((bridge) => bridge.pickProject());
        if (picked !== null) return picked.token;
        page = await newest();
        return tokenToldTo(page);
      },
      pickFile: async (path) => {
        await answerDialogs(app, { open: [path] });
        const [file] = await ask((bridge) =>
          bridge.pickFiles({ name: 'Documents', extensions: ['txt'] }),
        );
        return file!.token;
      },
      pickTarget: async (name) => {
        const path = join(own.path, name);
        await answerDialogs(app, { save: path });
        const { token } = (await ask((bridge) => bridge.pickTarget('Codebook')))!;
        return { token, read: () => readFile(path) };
      },
      close: async () => {
        await app.quit();
        await own.remove();
      },
    };
  },
});
