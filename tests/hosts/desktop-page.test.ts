import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startTestEngine } from '#tests/helpers/engine.ts';
import { answerDialogs, type DesktopWindow } from './desktop.ts';
import { desktopFixture, eventually } from './desktop-fixture.ts';

const desktop = desktopFixture('real');

describe('the built page in a desktop window', () => {
  test('makes a project, fills the native menu, and breaks no rule of its policy', async () => {
    const folder = await desktop.folder();
    const app = await desktop.start({ folder });
    const [page] = await app.pages(1);
    const complaints: string[] = [];
    page!.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(message.text());
    });
    page!.on('pageerror', (error) => complaints.push(error.message));
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.loadURL('app://understory/'),
    );

    await page!.getByLabel('Name of the study').fill('Pain study');
    await answerDialogs(app, { save: join(folder, 'Pain study') });
    await page!.getByRole('button', { name: 'Create project' }).click();
    await page!.getByRole('navigation').first().waitFor();

    await eventually(() =>
      app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        const file = window?.menu?.items.find(({ label }) => label === 'File');
        return file?.submenu?.items.some(({ id }) => id === 'project.close') ?? false;
      }),
    ).toBe(true);
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const file = window?.menu?.items.find(({ label }) => label === 'File');
      file?.submenu?.items.find(({ id }) => id === 'project.close')?.click?.();
    });
    await page!.getByRole('button', { name: 'Create project' }).waitFor();
    await page!.getByRole('button', { name: 'Pain study' }).click();
    await page!.getByRole('navigation').first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('opens a project that is handed over from outside', async () => {
    const folder = await desktop.folder();
    const engine = await startTestEngine();
    const path = join(folder, 'Outside.understory');
    const file = await engine.engine.offer(path);
    await engine.worth('project.create', { file, name: 'Outside' });
    await engine.close();
    const app = await desktop.start({ folder, args: [path] });
    const [page] = await app.pages(1);
    await page!.getByRole('navigation').first().waitFor();
    const recent = await page!.evaluate(() =>
      (window as unknown as DesktopWindow).understory.recentProjects(),
    );
    expect(recent).toMatchObject([{ name: 'Outside' }]);
  });
});
