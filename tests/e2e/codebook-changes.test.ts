import { readFile } from 'node:fs/promises';
import { expect, test } from './app.ts';
import { CodebookPage, sampleCode } from './pages/codebook-page.ts';

test('merging says what will happen, does it, and undo brings all back', async ({ app }) => {
  const codebook = new CodebookPage(app.page);
  await codebook.open();
  await codebook.row('Hinted it is in the head').click();
  await codebook.row(sampleCode).click({ modifiers: ['ControlOrMeta'] });
  await codebook.button('Merge codes').click();
  await expect(codebook.dialog).toHaveAccessibleName('Merge 2 codes');
  await app.expectAccessible();
  // What is nested in one that goes cannot be what stays.
  await expect(codebook.dialog.getByRole('option', { name: /^Hinted/u })).toHaveCount(0);
  await codebook.dialog.getByRole('option', { name: /^Brushed off/u }).click();
  await expect(
    codebook.dialog.getByText(/^7 codings.* to ‘Brushed off’\. Where two codings/u),
  ).toBeVisible();
  await codebook.dialog.getByRole('button', { name: 'Merge codes' }).click();
  await codebook.expectFocused(sampleCode);
  await expect(codebook.row('Hinted it is in the head')).toHaveCount(0);
  await expect(codebook.details.getByText(/^17 codings in/u)).toBeVisible();
  await codebook.undoInToast('Merged ‘Hinted it is in the head’ into ‘Brushed off’');
  await codebook.expectFocused('Hinted it is in the head');
  await codebook.row(sampleCode).click();
  await expect(codebook.details.getByText('10 codings in 10 sources')).toBeVisible();
});

test('a code is merged into another one by the keyboard', async ({ app }) => {
  const codebook = new CodebookPage(app.page);
  await codebook.open();
  await codebook.row('Put down to age or wear').click();
  await codebook.button('Merge codes').focus();
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.type('seen as');
  await expect(codebook.dialog.getByRole('option')).toHaveCount(1);
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await expect(codebook.dialog.getByText(/^4 codings.* to ‘Seen as a type’/u)).toBeVisible();
  await codebook.dialog.getByRole('button', { name: 'Merge codes' }).focus();
  await app.page.keyboard.press('Enter');
  await codebook.expectFocused('Seen as a type');
  await expect(codebook.details.getByText(/^16 codings in/u)).toBeVisible();
});

test('splitting gives the quotes that were chosen to a new code', async ({ app }) => {
  const codebook = new CodebookPage(app.page);
  await codebook.open();
  await codebook.row(sampleCode).click();
  await codebook.button('Split code').click();
  await expect(codebook.dialog.getByText('Choose the quotes')).toBeVisible();
  await app.expectAccessible();
  await codebook.dialog.getByRole('textbox', { name: 'Name' }).fill('Told to carry on');
  await codebook.dialog.getByRole('button', { name: 'Split code' }).click();
  await expect(codebook.dialog.getByText('Choose at least one quote.')).toBeVisible();
  const quotes = codebook.dialog.getByRole('grid', { name: 'Quotes' }).getByRole('row');
  await quotes.nth(0).click();
  await quotes.nth(2).click();
  await expect(
    codebook.dialog.getByText('2 codings move to ‘Told to carry on’, 8 stay.'),
  ).toBeVisible();
  await codebook.dialog.getByRole('button', { name: 'Split code' }).click();
  await codebook.expectFocused('Told to carry on');
  await expect(codebook.details.getByText('2 codings in 2 sources')).toBeVisible();
  await expect(codebook.row(sampleCode)).toHaveAccessibleName(/8 codings in 8 sources/u);
  await app.page.keyboard.press('Control+z');
  await expect(codebook.row('Told to carry on')).toHaveCount(0);
  await expect(codebook.row(sampleCode)).toHaveAccessibleName(/10 codings in 10 sources/u);
});

test('deleting a used code says what goes along first, and undo brings it back', async ({
  app,
}) => {
  const codebook = new CodebookPage(app.page);
  await codebook.open();
  await codebook.row(sampleCode).click();
  await codebook.button('Delete codes').click();
  await expect(codebook.dialog).toHaveAccessibleName('Delete ‘Brushed off’');
  await expect(codebook.dialog.getByText('2 codes nested in it')).toBeVisible();
  await expect(codebook.dialog.getByText('21 codings in 14 sources')).toBeVisible();
  await app.expectAccessible();
  await codebook.dialog.getByRole('button', { name: 'Delete 3 codes' }).click();
  await expect(codebook.row(sampleCode)).toHaveCount(0);
  await codebook.expectFocused('Seen as a type');
  await codebook.undoInToast('Deleted ‘Brushed off’ with 21 codings');
  await codebook.expectFocused(sampleCode);
  await expect(codebook.details.getByText('10 codings in 10 sources')).toBeVisible();
});

test('the most used codes come first, with the codes they are nested in', async ({ app }) => {
  const codebook = new CodebookPage(app.page);
  await codebook.open();
  await app.page.getByRole('button', { name: /Sort codes/u }).click();
  await app.page.getByRole('option', { name: 'Most used' }).click();
  await expect(codebook.tree.getByRole('row').first()).toHaveAccessibleName(
    'Keeping it in, 23 codings in 16 sources',
  );
  await expect(codebook.tree.getByRole('row').first()).toContainText('Living round pain');
  await expect(app.page.getByRole('button', { name: 'Collapse all codes' })).toBeDisabled();
});

test('the codebook is exported as chosen, by the keyboard', async ({ app }) => {
  const codebook = new CodebookPage(app.page);
  await codebook.open();
  await codebook.row(sampleCode).click();
  await codebook.button('Export codebook').focus();
  await app.page.keyboard.press('Enter');
  await expect(codebook.dialog).toHaveAccessibleName('Export codebook');
  await app.expectAccessible();
  await codebook.dialog.getByRole('radio', { name: /CSV/u }).focus();
  await app.page.keyboard.press('Space');
  await codebook.dialog.getByRole('radio', { name: 'Only the 3 codes' }).focus();
  await app.page.keyboard.press('Space');
  const download = app.page.waitForEvent('download');
  await codebook.dialog.getByRole('button', { name: 'Export codebook' }).focus();
  await app.page.keyboard.press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/ codebook\.csv$/u);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('Brushed off');
  expect(text).toContain('Hinted it is in the head');
  expect(text).not.toContain('Keeping it in');
  await expect(codebook.toast(/^Exported 3 codes to .*codebook\.csv \(/u)).toBeVisible();
  await expect(codebook.dialog).toHaveCount(0);
  await expect(codebook.button('Export codebook')).toBeFocused();
});

test('in dark and at 1024 pixels nothing covers the codes', async ({ app }) => {
  const codebook = new CodebookPage(app.page);
  await app.page.emulateMedia({ colorScheme: 'dark' });
  await app.page.setViewportSize({ width: 1024, height: 700 });
  await codebook.open();
  await codebook.row(sampleCode).click();
  await app.expectAccessible();
  const tree = await codebook.tree.boundingBox();
  const details = await codebook.details.boundingBox();
  expect(tree).not.toBeNull();
  expect((tree?.x ?? 0) + (tree?.width ?? 0)).toBeLessThanOrEqual(details?.x ?? 0);
  await codebook.button('Export codebook').click();
  await expect(codebook.dialog.getByRole('button', { name: 'Export codebook' })).toBeInViewport();
  await app.expectAccessible();
});
