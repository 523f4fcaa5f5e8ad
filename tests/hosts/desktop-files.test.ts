import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import type { Bridge } from '#shared/contract/bridge.ts';
import type { StandInApp } from '#tests/helpers/electron-stand-in/launch.ts';
import { answerDialogs, type DesktopWindow, postFrom } from './desktop.ts';
import { desktopFixture, eventually } from './desktop-fixture.ts';

const desktop = desktopFixture();

const words = 'INT: How are you?\nP01: Tired.\n';

/** A folder of transcripts as researchers keep them. */
const makeTranscripts = async (folder: string): Promise<string> => {
  const root = join(folder, 'Interviews');
  for (const path of [
    '12 weeks/GPs/GP1.txt',
    '12 weeks/P10.txt',
    '12 weeks/P2.txt',
    'P1.txt',
    '.hidden/secret.txt',
    '.DS_Store',
  ]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), words);
  }
  await writeFile(join(folder, 'outside.txt'), words);
  await symlink(join(folder, 'outside.txt'), join(root, 'link.txt'));
  await symlink(folder, join(root, 'loop'));
  return root;
};

const ask = <T>(page: Page, work: (bridge: Bridge) => Promise<T>): Promise<T> =>
  page.evaluate<T>(`(${work.toString()})(window.understory)`);

/** What the dialogs were asked to show. */
const recordDialogs = (app: StandInApp): Promise<unknown> =>
  app.evaluate(({ dialog }) => {
    const shown: object[] = [];
    const record = (_window: unknown, options: object) => {
      shown.push(options);
      return Promise.resolve({ canceled: true, filePaths: [], filePath: '' });
    };
    Object.assign(dialog, { shown, showOpenDialog: record, showSaveDialog: record });
  });
const shownDialogs = (app: StandInApp): Promise<readonly object[]> =>
  app.evaluate(({ dialog }) => (dialog as unknown as { shown: object[] }).shown);

describe('picking', () => {
  test('gives tokens and names, never paths, and nothing when the person thinks better of it', async () => {
    const folder = await desktop.folder();
    const root = await makeTranscripts(folder);
    const app = await desktop.start({ folder });
    const [page] = await app.pages(1);
    const answers = [
      await ask(page!, (bridge) => bridge.pickFiles({ name: 'Text', extensions: ['txt'] })),
      await ask(page!, (bridge) => bridge.pickTarget('Codebook.docx')),
      await ask(page!, (bridge) => bridge.pickProject()),
      await ask(page!, (bridge) => bridge.pickNewProject('Pain study')),
    ];
    expect(answers).toEqual([[], null, null, null]);

    await answerDialogs(app, {
      open: [join(root, '12 weeks/P10.txt'), join(root, '12 weeks/P2.txt')],
      save: join(folder, 'New'),
    });
    const files = await ask(page!, (bridge) =>
      bridge.pickFiles({ name: 'Text', extensions: ['txt'] }),
    );
    expect(files.map(({ name, folder: from }) => [name, from])).toEqual([
      ['P10.txt', '12 weeks'],
      ['P2.txt', '12 weeks'],
    ]);
    const project = await ask(page!, (bridge) => bridge.pickNewProject('Pain study'));
    expect(project?.name).toBe('New.understory');
    const target = await ask(page!, (bridge) => bridge.pickTarget('Codebook.md'));
    expect(target?.name).toBe('New');
    expect(JSON.stringify([files, project, target])).not.toContain(folder);

    expect(
      await postFrom(page!, 'project.create', { file: project!.token, name: 'New' }),
    ).toMatchObject({ ok: true, value: { fileName: 'New.understory' } });
    await postFrom(page!, 'codes.create', { name: 'Hope' });
    await postFrom(page!, 'exports.codebook', { file: target!.token, format: 'md' });
    await eventually(() => readFile(join(folder, 'New'), 'utf8').catch(() => '')).toContain('Hope');
  });

  test('asks with names and kinds of files that the system understands', async () => {
    const app = await desktop.start();
    const [page] = await app.pages(1);
    await recordDialogs(app);
    await ask(page!, (bridge) =>
      bridge.pickFiles({ name: 'Interviews', extensions: ['txt', 'docx'] }),
    );
    await ask(page!, (bridge) => bridge.pickTarget('a/b\\c:d*?"<>|\n.docx'));
    await ask(page!, (bridge) => bridge.pickNewProject('../Pain: 2026'));
    await ask(page!, (bridge) => bridge.pickNewProject('///'));
    await ask(page!, (bridge) => bridge.pickProject());
    const projects = [{ name: 'Understory projects', extensions: ['understory'] }];
    expect(await shownDialogs(app)).toMatchObject([
      {
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: 'Interviews', extensions: ['txt', 'docx'] },
          { name: 'All files', extensions: ['*'] },
        ],
      },
      {
        defaultPath: 'a b c d .docx',
        properties: expect.arrayContaining(['showOverwriteConfirmation']) as string[],
      },
      { defaultPath: 'Pain 2026.understory', filters: projects },
      { defaultPath: 'Untitled.understory', filters: projects },
      { properties: ['openFile'], filters: projects },
    ]);
  });

  test('on macOS takes folders in the same dialog', async () => {
    const folder = await desktop.folder();
    const root = await makeTranscripts(folder);
    const app = await desktop.start({ folder, platform: 'darwin' });
    const [page] = await app.pages(1);
    await recordDialogs(app);
    await ask(page!, (bridge) => bridge.pickFiles({ name: 'Text', extensions: ['txt'] }));
    expect(await shownDialogs(app)).toMatchObject([
      { properties: ['openFile', 'multiSelections', 'openDirectory'] },
    ]);
    await answerDialogs(app, { open: [root] });
    const files = await ask(page!, (bridge) =>
      bridge.pickFiles({ name: 'Text', extensions: ['txt'] }),
    );
    expect(files).toHaveLength(4);
  });
});

describe('dropping', () => {
  test('takes files and what is in folders, with the folders’ names; links and hidden files stay', async () => {
    const folder = await desktop.folder();
    const root = await makeTranscripts(folder);
    const app = await desktop.start({ folder });
    const [page] = await app.pages(1);
    const single = join(folder, 'outside.txt');
    await app.evaluate(
      ({ BrowserWindow }, paths) => {
        for (const path of paths) BrowserWindow.getAllWindows()[0]?.webContents.know(path);
      },
      [root, single],
    );
    const taken = await page!.evaluate(
      ([folderName, fileName, text]) =>
        (window as unknown as DesktopWindow).understory.takeFiles([
          new File([], folderName),
          new File([text], fileName),
          new File(['made by a script'], 'script.txt'),
        ]),
      [basename(root), basename(single), words] as const,
    );
    expect(taken.map(({ name, folder: from }) => [from, name])).toEqual([
      ['Interviews/12 weeks/GPs', 'GP1.txt'],
      ['Interviews/12 weeks', 'P2.txt'],
      ['Interviews/12 weeks', 'P10.txt'],
      ['Interviews', 'P1.txt'],
      [basename(folder), 'outside.txt'],
    ]);
    expect(JSON.stringify(taken)).not.toContain(folder);

    await answerDialogs(app, { save: join(folder, 'Drop.understory') });
    const project = await ask(page!, (bridge) => bridge.pickNewProject('Drop'));
    await postFrom(page!, 'project.create', { file: project!.token, name: 'Drop' });
    await postFrom(page!, 'imports.run', { files: taken.map(({ token }) => ({ token })) });
    await eventually(async () => {
      const reply = await postFrom(page!, 'sources.list', {});
      return reply.ok ? (reply.value as readonly unknown[]).length : 0;
    }).toBeGreaterThan(0);
  });
});
