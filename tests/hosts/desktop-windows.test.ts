import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import type { Job } from '#shared/contract/events.ts';
import type { RecentProject } from '#shared/contract/platform.ts';
import type { ProjectState } from '#shared/contract/project.ts';
import type { AnyReply, Reply } from '#shared/contract/reply.ts';
import { launchStandIn, type StandInApp } from '#tests/helpers/electron-stand-in/launch.ts';
import { startTestEngine } from '#tests/helpers/engine.ts';
import { answerDialogs, type DesktopWindow, postFrom } from './desktop.ts';
import { commandsTo, desktopFixture, eventually, tokenFrom } from './desktop-fixture.ts';

const desktop = desktopFixture();

/** Makes project files with no app open; answers their paths. */
const makeProjects = async (folder: string, ...names: readonly string[]) => {
  const engine = await startTestEngine();
  try {
    for (const name of names) {
      const file = await engine.engine.offer(join(folder, `${name}.understory`));
      await engine.worth('project.create', { file, name });
    }
  } finally {
    await engine.close();
  }
  return names.map((name) => join(folder, `${name}.understory`));
};

const stateIn = async (page: Page): Promise<ProjectState> => {
  const reply = (await postFrom(page, 'project.state', {})) as Reply<ProjectState>;
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
};

const open = (page: Page, file: string): Promise<AnyReply> =>
  postFrom(page, 'project.open', { file });

const recentsIn = (page: Page): Promise<readonly RecentProject[]> =>
  page.evaluate(() => (window as unknown as DesktopWindow).understory.recentProjects());

/** The indexes of the windows that have the focus. */
const focused = (app: StandInApp): Promise<readonly number[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().flatMap((window, index) => (window.isFocused() ? [index] : [])),
  );

const startAgain = async (folder: string, args: readonly string[]): Promise<void> => {
  const second = launchStandIn({ main: desktop.built().main, folder, args });
  expect(await second.exited).toBe(0);
};

describe('one window for each project, one app for all', () => {
  test('without a project there is a start window, with an engine that has none open', async () => {
    const app = await desktop.start();
    const [page] = await app.pages(1);
    expect(await page!.title()).toBe('Understory');
    expect((await stateIn(page!)).project).toBeNull();
    expect(await recentsIn(page!)).toEqual([]);
  });

  test('project files that the app is started with open, each in a window', async () => {
    const folder = await desktop.folder();
    const [a, b] = await makeProjects(folder, 'A study', 'B study');
    const app = await desktop.start({ folder, args: ['--flag', a!, '.', b!] });
    const pages = await app.pages(2);
    for (const page of pages)
      expect(await open(page, await tokenFrom(page))).toMatchObject({ ok: true });
    expect((await stateIn(pages[0]!)).project?.name).toBe('A study');
    expect((await stateIn(pages[1]!)).project?.name).toBe('B study');
  });

  test('a second start shows its file in the first app: where it is open, else in a window for it', async () => {
    const folder = await desktop.folder();
    const [a, b] = await makeProjects(folder, 'A study', 'B study');
    const app = await desktop.start({ folder });
    const [first] = await app.pages(1);

    await startAgain(folder, [a!]);
    expect(await open(first!, await tokenFrom(first!))).toMatchObject({ ok: true });

    await startAgain(folder, [b!]);
    const [, second] = await app.pages(2);
    expect(await open(second!, await tokenFrom(second!))).toMatchObject({ ok: true });
    expect(await focused(app)).toEqual([1]);

    const before = await commandsTo(first!);
    await startAgain(folder, [a!]);
    await eventually(() => focused(app)).toEqual([0]);
    await app.pages(2);
    expect(await commandsTo(first!)).toEqual(before);
    expect((await stateIn(first!)).project?.name).toBe('A study');

    await startAgain(folder, []);
    await eventually(() => focused(app)).toEqual([1]);
    await app.pages(2);
  });

  test('a minimised window comes back when its project is opened again', async () => {
    const folder = await desktop.folder();
    const [a] = await makeProjects(folder, 'A study');
    const app = await desktop.start({ folder, args: [a!] });
    const [page] = await app.pages(1);
    await open(page!, await tokenFrom(page!));
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    await startAgain(folder, [a!]);
    await eventually(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()),
    ).toBe(false);
  });

  test('a file that does not open leaves its window free for the next', async () => {
    const folder = await desktop.folder();
    const [good] = await makeProjects(folder, 'Good');
    const bad = join(folder, 'Bad.understory');
    await writeFile(bad, 'Dear diary');
    const app = await desktop.start({ folder, args: [bad] });
    const [page] = await app.pages(1);
    expect(await open(page!, await tokenFrom(page!))).toMatchObject({
      ok: false,
      error: { code: 'not-a-project' },
    });
    await startAgain(folder, [good!]);
    expect(await open(page!, await tokenFrom(page!, 2))).toMatchObject({ ok: true });
    await app.pages(1);
  });

  test('macOS hands files over by an event, before and after the start', async () => {
    const folder = await desktop.folder();
    const [a, b] = await makeProjects(folder, 'A study', 'B study');
    const app = await desktop.start({ folder, platform: 'darwin' });
    const prevented = await app.evaluate(({ app: electronApp }, path) => {
      let count = 0;
      electronApp.emit('open-file', { preventDefault: () => (count += 1) }, path);
      return count;
    }, a!);
    expect(prevented).toBe(1);
    const [first] = await app.pages(1);
    expect(await open(first!, await tokenFrom(first!))).toMatchObject({ ok: true });
    await app.evaluate(({ app: electronApp }, path) => {
      electronApp.emit('open-file', { preventDefault: () => undefined }, path);
    }, b!);
    const [, second] = await app.pages(2);
    await open(second!, await tokenFrom(second!));
    const files = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ representedFile }) => representedFile),
    );
    expect(files).toEqual([a, b]);
    const recent = await app.evaluate(({ app: electronApp }) => electronApp.recentDocuments);
    expect([...new Set(recent)]).toEqual([b, a]);
  });

  test('picking a project opens it here only when this window has none and no other has it', async () => {
    const folder = await desktop.folder();
    const [a, b, c] = await makeProjects(folder, 'A study', 'B study', 'C study');
    const app = await desktop.start({ folder, args: [a!, b!] });
    const [first, second] = await app.pages(2);
    const pickIn = async (page: Page, path: string) => {
      await answerDialogs(app, { open: [path] });
      return page.evaluate(() => (window as unknown as DesktopWindow).understory.pickProject());
    };
    await open(first!, await tokenFrom(first!));
    await open(second!, await tokenFrom(second!));

    expect(await pickIn(first!, c!)).toBeNull();
    const [, , third] = await app.pages(3);
    expect(await tokenFrom(third!)).toMatch(/^\w+$/u);

    await postFrom(second!, 'project.close', {});
    expect(await pickIn(second!, a!)).toBeNull();
    await eventually(() => focused(app)).toEqual([0]);

    const picked = await pickIn(second!, b!);
    expect(picked).toMatchObject({ name: 'B study.understory', folder: '' });
    expect(await open(second!, picked!.token)).toMatchObject({ ok: true });
    await app.pages(3);
  });

  test('an event reaches the window it belongs to and no other', async () => {
    const folder = await desktop.folder();
    const [a, b] = await makeProjects(folder, 'A study', 'B study');
    const app = await desktop.start({ folder, args: [a!, b!] });
    const pages = await app.pages(2);
    for (const page of pages) await open(page, await tokenFrom(page));
    const heard = await Promise.all(
      pages.map((page) =>
        page.evaluateHandle(() => {
          const labels: string[] = [];
          (window as unknown as DesktopWindow).understory.listen((event) => {
            if (event.type === 'changed') labels.push(event.label);
          });
          return labels;
        }),
      ),
    );
    await postFrom(pages[0]!, 'codes.create', { name: 'Hope' });
    await eventually(async () => (await heard[0]!.jsonValue()).length).toBe(1);
    expect(await heard[1]!.jsonValue()).toEqual([]);
  });
});

describe('recent projects', () => {
  test('are kept, the latest first, without their paths, and forgotten when they are gone', async () => {
    const folder = await desktop.folder();
    const [a, b] = await makeProjects(folder, 'A study', 'B study');
    const app = await desktop.start({ folder, args: [a!, b!] });
    const pages = await app.pages(2);
    for (const page of pages) await open(page, await tokenFrom(page));
    expect((await recentsIn(pages[0]!)).map(({ name }) => name)).toEqual(['B study', 'A study']);
    await app.quit();

    await rm(b!);
    const again = await desktop.start({ folder });
    const [page] = await again.pages(1);
    const recents = await recentsIn(page!);
    expect(recents).toMatchObject([{ name: 'A study' }]);
    expect(JSON.stringify(recents)).not.toContain(folder);
    expect(Date.parse(recents[0]!.openedAt)).not.toBeNaN();
    expect(await open(page!, recents[0]!.token)).toMatchObject({ ok: true });
    expect((await stateIn(page!)).project?.name).toBe('A study');
  });

  test('a list that cannot be read is an empty one', async () => {
    const folder = await desktop.folder();
    await mkdir(join(folder, 'user-data'), { recursive: true });
    await writeFile(join(folder, 'user-data', 'recent-projects.json'), '[{"path": 3}');
    const app = await desktop.start({ folder });
    const [page] = await app.pages(1);
    expect(await recentsIn(page!)).toEqual([]);
  });
});

describe('the place of a window', () => {
  const boundsOf = (app: StandInApp) =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({
        ...window.getNormalBounds(),
        maximized: window.isMaximized(),
      })),
    );

  test('is remembered, and a second window lies beside the first', async () => {
    const folder = await desktop.folder();
    const app = await desktop.start({ folder });
    await app.pages(1);
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setBounds({ x: 40, y: 50, width: 900, height: 700 });
      window?.maximize();
    });
    await app.quit();
    const again = await desktop.start({ folder });
    await again.pages(1);
    const first = { x: 40, y: 50, width: 900, height: 700, maximized: true };
    expect(await boundsOf(again)).toEqual([first]);
    await again.evaluate(({ BrowserWindow }) => {
      const menu = BrowserWindow.getAllWindows()[0]?.menu;
      const windows = menu?.items.find(({ label }) => label === 'Window')?.submenu;
      windows?.items.find(({ label }) => label === 'New window')?.click?.();
    });
    await again.pages(2);
    const second = { ...first, x: 72, y: 82, maximized: false };
    expect(await boundsOf(again)).toEqual([first, second]);
  });

  test.each([
    ['on a display that is gone', { x: 3000, y: 100, width: 900, height: 700 }, { x: 270, y: 100 }],
    ['above every display', { x: 100, y: -400, width: 900, height: 700 }, { x: 270, y: 100 }],
    [
      'larger than the display',
      { x: 0, y: 0, width: 4000, height: 3000 },
      { width: 1440, height: 900 },
    ],
    ['on the second display', { x: 1500, y: 10, width: 900, height: 700 }, { x: 1500, y: 10 }, 2],
  ] as const)(
    'that was %s is one that can be seen',
    async (...[, bounds, expected, displays = 1]) => {
      const folder = await desktop.folder();
      await mkdir(join(folder, 'user-data'), { recursive: true });
      await writeFile(
        join(folder, 'user-data', 'window-state.json'),
        JSON.stringify({ bounds, maximized: false, fullScreen: false }),
      );
      const all = [
        { x: 0, y: 0, width: 1440, height: 900 },
        { x: 1440, y: 0, width: 1440, height: 900 },
      ];
      const app = await desktop.start({ folder, displays: all.slice(0, displays) });
      await app.pages(1);
      expect((await boundsOf(app))[0]).toMatchObject(expected);
    },
  );
});

describe('closing', () => {
  const closeFirst = (app: StandInApp): Promise<void> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

  test('leaves one complete file, and the app ends with its last window', async () => {
    const folder = await desktop.folder();
    const [a] = await makeProjects(folder, 'A study');
    const app = await desktop.start({ folder, args: [a!] });
    const [page] = await app.pages(1);
    await open(page!, await tokenFrom(page!));
    await postFrom(page!, 'codes.create', { name: 'Kept' });
    await closeFirst(app);
    expect(await app.exited).toBe(0);
    expect((await readdir(folder)).filter((name) => name.startsWith('A study'))).toEqual([
      'A study.understory',
    ]);
    const engine = await startTestEngine();
    await engine.worth('project.open', { file: await engine.engine.offer(a!) });
    expect(await engine.worth('codes.list', {})).toMatchObject([{ name: 'Kept' }]);
    await engine.close();
  });

  test('quitting closes every project', async () => {
    const folder = await desktop.folder();
    const projects = await makeProjects(folder, 'A study', 'B study');
    const app = await desktop.start({ folder, args: projects });
    for (const page of await app.pages(2)) await open(page, await tokenFrom(page));
    await app.quit();
    expect(await app.exited).toBe(0);
    expect((await readdir(folder)).filter((name) => name.includes('study'))).toEqual([
      'A study.understory',
      'B study.understory',
    ]);
  });

  test('on macOS the app stays without windows, and comes back when it is chosen', async () => {
    const app = await desktop.start({ platform: 'darwin' });
    await app.pages(1);
    await closeFirst(app);
    await app.pages(0);
    await app.evaluate(({ app: electronApp }) => {
      electronApp.emit('activate', {}, false);
    });
    await app.pages(1);
    await app.quit();
    expect(await app.exited).toBe(0);
  });

  test('with a job running it asks first, and stops it only when told to', async () => {
    const folder = await desktop.folder();
    const [a] = await makeProjects(folder, 'A study');
    const texts = join(folder, 'texts');
    await mkdir(texts);
    const paths: string[] = [];
    for (let index = 0; index < 400; index += 1) {
      const path = join(texts, `P${index}.txt`);
      await writeFile(path, `INT: How are you, ${index}?\nP${index}: Tired.\n`);
      paths.push(path);
    }
    const app = await desktop.start({ folder, args: [a!] });
    const [page] = await app.pages(1);
    await open(page!, await tokenFrom(page!));
    await answerDialogs(app, { open: paths });
    const files = await page!.evaluate(() =>
      (window as unknown as DesktopWindow).understory.pickFiles({ name: 'Text', extensions: [] }),
    );
    await app.evaluate(({ dialog }) => {
      const asked: { detail?: string }[] = [];
      Object.assign(dialog, {
        asked,
        button: 0,
        showMessageBox: (_window: unknown, options: { detail?: string }) => {
          asked.push(options);
          const { button } = dialog as unknown as { button: number };
          return Promise.resolve({ response: button, checkboxChecked: false });
        },
      });
    });
    const asked = () =>
      app.evaluate(({ dialog }) => (dialog as unknown as { asked: { detail?: string }[] }).asked);

    const started = await postFrom(page!, 'imports.run', {
      files: files.map(({ token }) => ({ token })),
    });
    expect(started).toMatchObject({ ok: true });
    await closeFirst(app);
    await eventually(async () => (await asked()).length).toBe(1);
    expect((await asked())[0]).toMatchObject({
      type: 'question',
      buttons: ['Keep open', 'Stop and close'],
      defaultId: 0,
      cancelId: 0,
    });
    await app.pages(1);
    expect(await postFrom(page!, 'project.state', {})).toMatchObject({ ok: true });

    await app.evaluate(({ app: electronApp, dialog }) => {
      Object.assign(dialog, { button: 1 });
      electronApp.quit();
    });
    expect(await app.exited).toBe(0);
    const engine = await startTestEngine();
    await engine.worth('project.open', { file: await engine.engine.offer(a!) });
    expect((await engine.worth('project.check', {})).sound).toBe(true);
    expect((await engine.worth('sources.list', {})).length).toBeLessThan(400);
    await engine.close();
  });

  test('a window whose page ends shows the project again when told to', async () => {
    const folder = await desktop.folder();
    const [a] = await makeProjects(folder, 'A study');
    const app = await desktop.start({ folder, args: [a!] });
    const [page] = await app.pages(1);
    await open(page!, await tokenFrom(page!));
    await page!.evaluate(() => Object.assign(window, { isOld: true }));
    await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    });
    await eventually(() => page!.evaluate(() => 'isOld' in window)).toBe(false);
    expect((await stateIn(page!)).project?.name).toBe('A study');
  });
});

describe('the sample study', () => {
  test('is made in the person’s documents at the first start with it, and opened at the next', async () => {
    const folder = await desktop.folder();
    const app = await desktop.start({ folder, args: ['--sample'] });
    const [page] = await app.pages(1);
    const sample = async (): Promise<string | undefined> => {
      const reply = (await postFrom(page!, 'jobs.list', {})) as Reply<readonly Job[]>;
      return reply.ok ? reply.value.find(({ method }) => method === 'project.sample')?.state : '';
    };
    await expect.poll(sample, { timeout: 60_000 }).toBe('finished');
    const path = join(folder, 'documents', 'Understory', 'Sample study.understory');
    const { project } = await stateIn(page!);
    await app.quit();
    expect(existsSync(path)).toBe(true);
    const again = await desktop.start({ folder, args: ['--sample'] });
    const [next] = await again.pages(1);
    expect(await open(next!, await tokenFrom(next!))).toMatchObject({ ok: true });
    expect(await stateIn(next!)).toMatchObject({ project });
  }, 120_000);
});
