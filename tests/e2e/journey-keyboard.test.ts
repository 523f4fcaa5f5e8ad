import { expect, loaded, test } from './app.ts';
import { interviews, Journey } from './pages/journey.ts';

test.use({ project: 'none' });

test('the main job by keyboard alone, from a new project to reopening it', async ({ app }) => {
  test.setTimeout(480_000);
  const { page } = app;
  const journey = new Journey(page);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Tabs on until the control of this name has the focus. */
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let step = 0; step < 60; step += 1) {
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === document.body || element?.getAttribute('role') === 'region') return '';
        const labels = (element as HTMLInputElement | null)?.labels;
        return [
          element?.getAttribute('aria-label'),
          labels === null || labels === undefined
            ? ''
            : [...labels].map((l) => l.textContent).join(' '),
          element?.textContent,
        ].join(' ');
      });
      if (name.test(focused)) return;
      await press('Tab');
    }
    throw new Error(`No control called ${name.source} was reached with Tab`);
  };
  /** Runs a command by its name from the palette. */
  const command = async (name: string): Promise<void> => {
    await press('Control+k');
    await page.getByRole('dialog').getByRole('searchbox').waitFor();
    await page.keyboard.type(name);
    await expect(page.getByRole('menuitem').first()).toContainText(name);
    await press('Enter');
    await expect(page.getByRole('dialog', { name: 'Find a command or a place' })).toHaveCount(0);
  };

  await tabTo(/Name of the study/u);
  await page.keyboard.type('Living with pain');
  await tabTo(/Your name/u);
  await page.keyboard.type('Ruth');
  await press('Enter');
  await loaded(page, 'Library');

  const chooser = page.waitForEvent('filechooser');
  await command('Import interviews');
  await (await chooser).setFiles([...interviews]);
  await page.getByRole('button', { name: 'Import 5 interviews' }).waitFor();
  await command('Import 5 interviews');
  await expect
    .poll(async () => (await app.call('sources.list')) as readonly unknown[])
    .toHaveLength(5);

  await press('Control+2');
  await expect(journey.header).toContainText('P01');
  await press('F6');
  for (let step = 0; step < 6; step += 1) {
    const inWords = await page.evaluate(
      () => document.activeElement?.closest('[data-transcript]') !== null,
    );
    if (inWords) break;
    await press('F6');
  }
  await press('j');
  for (let coding = 1; coding <= 20; coding += 1) {
    await press('j', 's', 's');
    if (coding <= 2) {
      await press('/');
      await page.getByRole('dialog').getByRole('searchbox').waitFor();
      await page.keyboard.type(coding === 1 ? 'Not telling' : 'Managing');
      await expect(page.getByRole('menuitem').first()).toBeVisible();
      await press('Enter');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    } else await press(coding % 2 === 0 ? '.' : '2');
    await journey.expectCodings(coding);
  }
  await journey.expectSaid(/^Coded '.+', \d+ words, turn \d+\. Undo available\.$/u);

  await press('Control+z');
  await journey.expectCodings(19);
  await journey.expectSaid(/^Undone: Code/u);
  await press('Control+Shift+z');
  await journey.expectCodings(20);

  await press('Control+3');
  await command('New code');
  await page.keyboard.type('Resting');
  await press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect
    .poll(async () => (await app.call('codes.list')) as readonly unknown[])
    .toHaveLength(3);

  await press('Control+4');
  await loaded(page, 'Themes');
  await command('New theme');
  await page.keyboard.type('Silence as work');
  await press('Enter');
  await expect
    .poll(async () => (await app.call('themes.list')) as readonly unknown[])
    .toHaveLength(1);
  await command('Add a code to this theme');
  await page.getByRole('dialog').getByRole('searchbox').waitFor();
  await page.keyboard.type('Managing');
  await press('Enter');
  await expect
    .poll(async () => (await app.call('themes.codes')) as readonly unknown[])
    .toHaveLength(1);
  await press('Escape');

  await press('Control+3');
  await command('Export codebook');
  await page.getByRole('dialog', { name: 'Export codebook' }).waitFor();
  await tabTo(/^[^a-z]*Export codebook$/u);
  const download = page.waitForEvent('download');
  await press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\.docx$/u);
  await press('Escape');

  await command('Close project');
  await page.getByRole('heading', { name: 'Recent projects' }).waitFor();
  await tabTo(/Living with pain/u);
  await press('Enter');
  await page.getByRole('navigation', { name: 'Work areas' }).waitFor();
  await press('Control+2');
  await journey.expectCodings(20);
  await press('Control+4');
  await expect(page.getByText('Silence as work').first()).toBeVisible();
});
