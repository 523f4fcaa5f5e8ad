import { expect, test } from './app.ts';
import { ShellPage } from './pages/shell-page.ts';

test('steps are read in people’s words, undone and redone by name', async ({ app }) => {
  const shell = new ShellPage(app.page);
  await shell.goTo('History');
  const main = shell.main('History');
  const step = main.getByRole('button', { name: /Write memo 'The urn'/u });
  await step.click();
  await expect(main.getByText('New memo ‘The urn’')).toBeVisible();
  await expect(main.getByText('"root"')).toHaveCount(0);
  await expect(main.getByText(/[\da-f]{8}-[\da-f]{4}-7/u)).toHaveCount(0);
  await app.expectAccessible();

  await app.call('codes.create', { name: 'Brought by the bus' });
  const undo = main.getByRole('button', { name: /^Undo: .*Brought by the bus/u });
  await undo.click();
  await expect(main.getByRole('button', { name: /^Redo: .*Brought by the bus/u })).toBeEnabled();
  await expect(main.getByRole('button', { name: /Undone: .*Brought by the bus/u })).toBeVisible();
  await main.getByRole('button', { name: /^Redo: /u }).click();
  await expect(undo).toBeVisible();
  await app.expectAccessible();
});

test('earlier steps come as they are scrolled to, down to where the project began', async ({
  app,
}) => {
  const shell = new ShellPage(app.page);
  await shell.goTo('History');
  const main = shell.main('History');
  const steps = main.locator('ol > li');
  await expect(steps.first()).toBeVisible();
  const first = await steps.count();
  const beginning = main.getByText('This is where the project began.');
  await main.getByRole('heading', { name: 'History' }).hover();
  await expect(async () => {
    await app.page.mouse.wheel(0, 20_000);
    await expect(beginning).toBeVisible({ timeout: 200 });
  }).toPass();
  expect(await steps.count()).toBeGreaterThan(first);
});

test('at 200 % zoom a step and what it changed can be read', async ({ app }) => {
  await app.page.setViewportSize({ width: 720, height: 450 });
  const shell = new ShellPage(app.page);
  await shell.goTo('History');
  await shell
    .main('History')
    .locator('ol')
    .getByRole('button', { name: /Write memo/u })
    .first()
    .click();
  await expect(shell.main('History').getByText(/^New memo/u)).toBeVisible();
  await shell.expectNothingCutOff();
  await app.expectAccessible();
});
