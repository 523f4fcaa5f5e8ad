import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { ShellPage } from './pages/shell-page.ts';
import { StartPage } from './pages/start-page.ts';

test.use({ project: 'none' });

test('a project is created by keyboard, and the toast says where it is', async ({ app }) => {
  const start = new StartPage(app.page);
  await expect(start.heading).toBeVisible();
  await app.expectAccessible();
  await start.name.focus();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText('Give the project a name')).toBeVisible();
  await app.expectAccessible();
  await app.page.keyboard.type('Pain and company');
  await expect(app.page.getByText('Give the project a name')).toHaveCount(0);
  await app.page.keyboard.press('Tab');
  await app.page.keyboard.type('RC');
  await app.page.keyboard.press('Tab');
  await expect(app.page.getByRole('radio', { name: 'Reflexive' })).toBeFocused();
  await app.page.keyboard.press('ArrowDown');
  await app.expectAccessible();
  await start.create.press('Enter');
  await expect(new ShellPage(app.page).main('Library')).toBeVisible();
  await expect(app.page).toHaveTitle('Pain and company · Understory');
  expect(await app.call('project.state')).toMatchObject({ project: { approach: 'codebook' } });
  await expect(
    app.page.getByText(/kept as “Pain and company\.understory” in the folder/u).first(),
  ).toBeVisible();
  await app.expectAccessible();
});

test('the sample study is built with its progress shown, and opens when it is whole', async ({
  app,
}) => {
  const start = new StartPage(app.page);
  await start.sample.click();
  await expect(app.page.getByRole('progressbar')).toBeVisible();
  await expect(app.page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await expect(new ShellPage(app.page).main('Library')).toBeVisible({ timeout: 60_000 });
  await expect(app.page).toHaveTitle(/invented sample/u);
});

test('building the sample study can be stopped', async ({ app }) => {
  const start = new StartPage(app.page);
  await start.sample.click();
  await app.page.getByRole('button', { name: 'Cancel' }).click();
  await expect(start.sample).toBeEnabled();
  await expect(start.problem).toHaveCount(0);
  expect(await app.call('project.state')).toMatchObject({ project: null });
});

test('a file that is no project is refused where it was tried, and another can be opened', async ({
  app,
}) => {
  const projects = join(app.folder, 'projects');
  mkdirSync(projects, { recursive: true });
  writeFileSync(join(projects, 'Broken study.understory'), 'not a database at all\n'.repeat(50));
  await app.page.reload();
  const start = new StartPage(app.page);
  await start.recent.getByRole('button', { name: /Broken study/u }).click();
  await expect(start.problem).toContainText('not an Understory project');
  await expect(start.problem).toContainText('left untouched');
  await app.expectAccessible();
  await start.name.fill('Another');
  await start.create.click();
  await expect(new ShellPage(app.page).main('Library')).toBeVisible();
});

test('nothing of one project is seen in the next', async ({ app }) => {
  const start = new StartPage(app.page);
  const shell = new ShellPage(app.page);
  await start.name.fill('First');
  await start.create.click();
  await expect(shell.main('Library')).toBeVisible();
  await app.call('codes.create', { name: 'Only in the first' });
  await shell.goTo('Codebook');
  await expect(app.page.getByText('Only in the first').first()).toBeVisible();
  await shell.find('new project');
  await app.page.keyboard.press('Enter');
  await expect(start.heading).toBeVisible();
  await expect(app.page).toHaveTitle('Understory');
  await start.name.fill('Second');
  await start.create.click();
  await expect(shell.main('Library')).toBeVisible();
  await shell.goTo('Codebook');
  await expect(app.page.getByText('Only in the first')).toHaveCount(0);
  await shell.find('close project');
  await app.page.keyboard.press('Enter');
  await start.recent.getByRole('button', { name: /First/u }).click();
  await shell.goTo('Codebook');
  await expect(app.page.getByText('Only in the first').first()).toBeVisible();
});
