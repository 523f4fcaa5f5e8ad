import { readFileSync } from 'node:fs';
import { expect, test } from './app.ts';
import { AnalysisPage } from './pages/analysis-page.ts';

test('a query is built, grouped, saved and asked again', async ({ app }) => {
  const analysis = new AnalysisPage(app.page);
  await analysis.open();
  await analysis.expectFound('532 segments in 25 sources');
  await app.expectAccessible();

  await analysis.choose('Codes', 'Being believed', 'Brushed off');
  await analysis.choose('Groups', 'GP');
  await analysis.panel.getByText('With what is nested in them').click();
  await expect(analysis.segments.getByRole('heading', { name: /^Being believed/u })).toBeVisible();
  await analysis.select(/Group segments/u, 'By case');
  await expect(analysis.segments.getByRole('heading', { name: /^GP/u }).first()).toBeVisible();
  await app.expectAccessible();

  await analysis.panel.getByRole('button', { name: 'Save query' }).click();
  await app.page.getByRole('textbox', { name: 'Name of the query' }).fill('Doubt in the surgery');
  await app.page.keyboard.press('Enter');
  await analysis.panel.getByRole('button', { name: 'Clear the query' }).click();
  await analysis.expectFound('532 segments');
  await analysis.panel.getByRole('button', { name: /^Doubt in the surgery/u }).click();
  await expect(analysis.panel.getByRole('button', { name: 'Groups: GP' })).toBeVisible();
  await expect(analysis.main.locator('header')).not.toContainText('532 segments');

  await analysis.choose('Time points', '12 weeks');
  await expect(analysis.main.getByText('No coded passage is all of this at once')).toBeVisible();
  await app.expectAccessible();
  await analysis.main
    .getByRole('button', { name: /^Without ‘Time points: 12 weeks’ there are \d+ segments$/u })
    .click();
  await expect(analysis.segments).toBeVisible();
});

test('segments are walked, expanded, recoded and removed by keyboard, and undone', async ({
  app,
}) => {
  const analysis = new AnalysisPage(app.page);
  const { page } = app;
  await analysis.open();
  await analysis.segments.focus();
  await page.keyboard.press('ArrowDown');
  await expect(analysis.current).toHaveCount(1);
  const words = (await analysis.current.locator('mark').first().textContent()) ?? '';
  await expect(analysis.details).toContainText(words);
  // Where the system chooses the colours, quotes are written in that of text.
  await page.emulateMedia({ forcedColors: 'active' });
  const quote = analysis.current.locator('mark').first();
  const ink = await analysis.details.evaluate((details) => getComputedStyle(details).color);
  await expect(quote).toHaveCSS('color', ink);
  await page.emulateMedia({ forcedColors: 'none' });
  await page.keyboard.press('e');
  await expect(analysis.current.locator('p')).toHaveCount(5);
  await page.keyboard.press('Shift+E');
  await expect(analysis.current.locator('p')).toHaveCount(9);
  await page.keyboard.press('Tab');
  await expect(analysis.current.getByRole('button', { name: 'Show less' })).toBeFocused();
  await app.expectAccessible();
  await page.keyboard.press('Enter');
  await expect(analysis.current.locator('p')).toHaveCount(1);
  await expect(analysis.current.getByRole('button', { name: 'Show more around it' })).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(analysis.segments).toBeFocused();
  await expect(analysis.chosen).toContainText('2 segments chosen');
  await page.keyboard.press('*');
  await expect(analysis.segments.getByText('important')).toHaveCount(2);
  await app.expectAccessible();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Recode 2 segments' });
  await dialog.getByRole('searchbox').fill('Having nothing');
  await dialog.getByRole('option', { name: /Having nothing to offer/u }).click();
  await expect(dialog).toHaveCount(0);
  expect(await app.call('project.state')).toMatchObject({
    undo: "Recode 2 codings to 'Having nothing to offer'",
  });
  await page.keyboard.press('Control+z');
  await expect(analysis.main.locator('header')).toContainText('532 segments');

  // A recode under headings of codes: the eyes go on, and undo takes them back to where they were.
  await analysis.segments.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('PageDown');
  const moved = await analysis.current.getAttribute('data-segment');
  await page.keyboard.press('r');
  const recode = page.getByRole('dialog', { name: 'Recode 1 segment' });
  await recode.getByRole('searchbox').fill('Having nothing');
  await expect(recode.getByRole('option', { name: /Having nothing to offer/u })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(analysis.current).not.toHaveAttribute('data-segment', moved ?? '');
  await page.keyboard.press('End');
  await expect(analysis.segments.locator(`[data-segment="${moved}"]`)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(analysis.current).toHaveAttribute('data-segment', moved ?? '');
  await expect(analysis.current).toBeInViewport();
  await expect(analysis.segments).toBeFocused();

  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  const first = (await analysis.current.locator('mark').first().textContent()) ?? '';
  await page.keyboard.press('Delete');
  await analysis.expectFound('531 segments');
  // The next one takes its place, and undo brings it back under the keys.
  await expect(analysis.current).toHaveCount(1);
  await expect(analysis.current.locator('mark').first()).not.toHaveText(first);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+z');
  await analysis.expectFound('532 segments');
  await expect(analysis.current.locator('mark').first()).toHaveText(first);
  await expect(analysis.segments).toBeFocused();

  await page.keyboard.press('m');
  await page.keyboard.type('Compare with the GPs.');
  await page.keyboard.press('Control+Enter');
  await expect(analysis.current.getByText('memo')).toBeVisible();
  await expect(analysis.segments).toBeFocused();
  // Words that were not saved yet are kept when another segment is looked at.
  await page.keyboard.press('m');
  await page.keyboard.type('Kept. ');
  await analysis.segments.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const details = page.getByRole('complementary', { name: 'Analysis: details' });
  await expect(details.getByText(/Kept\./u)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main', { name: 'Coding' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(analysis.current.locator('mark').first()).toHaveText(first);
});

test('counts show how segments divide, lead to one share, and attributes narrow', async ({
  app,
}) => {
  const cases = (await app.call('cases.list')) as readonly { id: string; pseudonym: string }[];
  const { id: attributeId } = (await app.call('attributes.create', {
    name: 'Home',
  })) as { id: string };
  const values = cases.slice(0, 4).map(({ id }, index) => ({
    attributeId,
    caseId: id,
    value: index < 3 ? '40 to 49' : '50 to 59',
  }));
  await app.call('attributes.setValues', { values });
  const analysis = new AnalysisPage(app.page);
  await analysis.open();
  await analysis.details.getByRole('tab', { name: 'Where it is' }).click();
  const gp = analysis.details.getByRole('button', { name: /^GP [\d,]+ segments/u });
  const count = /[\d,]+/u.exec((await gp.textContent()) ?? '')?.[0] ?? '';
  await app.expectAccessible();
  await gp.click();
  await analysis.expectFound(`${count} segments in 4 sources`);
  await expect(analysis.panel.getByRole('button', { name: 'Groups: GP' })).toBeVisible();
  await analysis.panel.getByRole('button', { name: 'Clear the query' }).click();
  await analysis.choose('Home', '40 to 49');
  await analysis.expectFound('3 cases');
  await app.expectAccessible();
});

test('a condition narrows, and what is shown is exported', async ({ app }) => {
  const analysis = new AnalysisPage(app.page);
  const { page } = app;
  await analysis.open();
  await analysis.panel.getByRole('button', { name: 'Add a condition' }).click();
  await analysis.select(/Condition 1/u, 'and is near');
  await analysis.choose('Codes and themes of condition 1', 'Ten minutes');
  await expect(analysis.main.locator('header')).not.toContainText('532');
  await app.expectAccessible();
  const summary = (await analysis.main.locator('header p').textContent()) ?? '';
  const count = Number(/^[\d,]+/u.exec(summary)?.[0].replace(',', ''));
  expect(count).toBeGreaterThan(0);
  await analysis.main.getByRole('button', { name: 'Export segments' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export segments' });
  await app.expectAccessible();
  await dialog.getByText('CSV (.csv)').click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export segments' }).click();
  const lines = readFileSync(await (await download).path(), 'utf8');
  expect(lines).toContain('Code,Words,Case,Speaker');
  await expect(page.getByText(`Exported ${count} segments`).first()).toBeVisible();
});
