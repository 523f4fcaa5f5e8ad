import { readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { type App, expect, loaded, test } from './app.ts';
import { ShellPage } from './pages/shell-page.ts';
import { StartPage } from './pages/start-page.ts';

test.use({ project: 'none' });

const begin = async (app: App): Promise<{ start: StartPage; shell: ShellPage }> => {
  const start = new StartPage(app.page);
  const shell = new ShellPage(app.page);
  await start.name.fill('Pain and company');
  await start.create.click();
  await loaded(app.page, 'Library');
  await app.call('codes.create', { name: 'Kept in the backup' });
  await shell.find('backups');
  await app.page.keyboard.press('Enter');
  return { start, shell };
};

test('a backup is made when asked for, and a copy of it opens as a file of its own', async ({
  app,
}) => {
  const { shell } = await begin(app);
  const dialog = app.page.getByRole('dialog', { name: 'Backups' });
  await expect(dialog).toContainText('No backup yet');
  await app.expectAccessible();
  await dialog.getByRole('button', { name: 'Back up now' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await app.expectAccessible();
  await app.call('codes.create', { name: 'Made afterwards' });
  await dialog.getByRole('button', { name: /^Open a copy of the backup of/u }).click();
  await expect(dialog).toHaveCount(0);
  await expect(app.page.getByText(/kept as “Backup of .*\.understory” in/u).first()).toBeVisible();
  await shell.goTo('Codebook');
  await expect(app.page.getByText('Kept in the backup').first()).toBeVisible();
  await expect(app.page.getByText('Made afterwards')).toHaveCount(0);
  expect(readdirSync(join(app.folder, 'projects'))).toContain('Pain and company.understory');
});

test('where a project is damaged, its backups are at hand', async ({ app }) => {
  const { start, shell } = await begin(app);
  const dialog = app.page.getByRole('dialog', { name: 'Backups' });
  await dialog.getByRole('button', { name: 'Back up now' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await app.call('project.close');
  await expect(start.heading).toBeVisible();
  truncateSync(join(app.folder, 'projects', 'Pain and company.understory'), 20_000);
  await start.recent.getByRole('button', { name: /Pain and company/u }).click();
  await expect(start.problem).toContainText('damaged');
  await start.problem.getByRole('button', { name: 'Show the backups of this file' }).click();
  await app.expectAccessible();
  await dialog.getByRole('button', { name: /^Open a copy of the backup of/u }).click();
  await loaded(app.page, 'Library');
  await shell.goTo('Codebook');
  await expect(app.page.getByText('Kept in the backup').first()).toBeVisible();
});
