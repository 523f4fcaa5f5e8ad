import { readFileSync } from 'node:fs';
import { expect, loaded, test } from './app.ts';
import { interviews, Journey } from './pages/journey.ts';

test.use({ project: 'none' });

test('the main job by mouse, from a new project to reopening it', async ({ app }) => {
  test.setTimeout(480_000);
  const { page } = app;
  const journey = new Journey(page);
  const click = (name: string | RegExp, exact = true): Promise<void> =>
    page.getByRole('button', { name, exact }).first().click();

  await page.getByLabel('Name of the study').waitFor();
  await app.expectAccessible();
  await page.getByLabel('Name of the study').fill('Living with pain');
  await page.getByLabel('Your name or initials').fill('Ruth');
  await click('Create project');

  await loaded(page, 'Library');
  await app.expectAccessible();
  const chooser = page.waitForEvent('filechooser');
  await click('Import interviews');
  await (await chooser).setFiles([...interviews]);
  await expect(page.getByRole('button', { name: 'Import 5 interviews' })).toBeEnabled();
  await app.expectAccessible();
  await click('Import 5 interviews');
  await page
    .getByRole('button', { name: /Coding/u })
    .last()
    .waitFor();
  await app.expectAccessible();

  await click('Coding');
  await expect(journey.header).toContainText('P01');
  await app.expectAccessible();
  for (let coding = 1; coding <= 20; coding += 1) {
    await journey.turn(coding + 1).click({ clickCount: 3 });
    await page
      .getByRole('toolbar', { name: 'What is selected' })
      .getByRole('button')
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('searchbox')
      .fill(coding % 2 === 0 ? 'Managing' : 'Not telling');
    await page.getByRole('menuitem').first().click();
    await journey.expectCodings(coding);
  }
  await app.expectAccessible();
  expect(await journey.paintedWords()).toContain('I stopped telling people after a while.');

  await click(/^Undo/u, false);
  await journey.expectCodings(19);
  await click(/^Redo/u, false);
  await journey.expectCodings(20);

  await click('Codebook');
  await page.getByText('Not telling', { exact: true }).first().click();
  await page.getByLabel('Definition').fill('Keeping pain from others.');
  await page.getByLabel('Inclusion criteria').click();
  await expect(page.getByRole('complementary').getByText('Saved').first()).toBeVisible();
  await app.expectAccessible();

  await click('Themes');
  await app.expectAccessible();
  await click('New theme');
  await page.keyboard.type('Silence as work');
  await page.keyboard.press('Enter');
  const board = page.getByRole('main');
  await board
    .getByText('Managing', { exact: true })
    .first()
    .dragTo(board.getByRole('button', { name: 'Silence as work', exact: true }));
  await expect
    .poll(async () => (await app.call('themes.codes')) as readonly unknown[])
    .toHaveLength(1);
  await app.expectAccessible();

  await click('Codebook');
  await click('Export codebook');
  await app.expectAccessible();
  const download = page.waitForEvent('download');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Export/u })
    .last()
    .click();
  const file = await (await download).path();
  expect(readFileSync(file).length).toBeGreaterThan(100);

  await click('History');
  await expect(page.getByText("Create theme 'Silence as work'").first()).toBeVisible();
  await app.expectAccessible();

  await app.call('project.close');
  await page.getByRole('button', { name: /Living with pain/u }).click();
  await click('Coding');
  await journey.expectCodings(20);
  await expect(page.getByRole('row', { name: /Managing/u })).toContainText('10');
  await click('Themes');
  await expect(page.getByText('Silence as work').first()).toBeVisible();
  await click('Codebook');
  await page.getByText('Not telling', { exact: true }).first().click();
  await expect(page.getByLabel('Definition')).toHaveValue('Keeping pain from others.');
});
