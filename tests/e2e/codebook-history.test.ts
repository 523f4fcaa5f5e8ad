import { expect, test } from './app.ts';
import { CodebookPage, codeNamed, sampleCode } from './pages/codebook-page.ts';

test('a code is split quote by quote with the number keys, and undone as one', async ({ app }) => {
  const codebook = new CodebookPage(app.page);
  await codebook.open();
  await codebook.row(sampleCode).click();
  await codebook.button('Split code').click();
  await codebook.dialog.getByRole('button', { name: 'Go through one by one' }).click();
  await expect(codebook.dialog).toHaveAccessibleName('Split ‘Brushed off’ quote by quote');
  const name = codebook.dialog.getByRole('textbox', { name: /Add a code/u });
  for (const words of ['Told to carry on', 'seen as a TYPE']) {
    await name.fill(words);
    await app.page.keyboard.press('Enter');
  }
  // The focus is on the quote, where the numbers work at once.
  await expect(codebook.dialog.getByRole('region', { name: 'Quote 1 of 10' })).toBeFocused();
  await app.expectAccessible();
  await app.page.keyboard.press('1');
  await expect(codebook.dialog.getByRole('region', { name: 'Quote 2 of 10' })).toBeVisible();
  await codebook.expectAnnounced(/Goes to ‘Told to carry on’\. Quote 2 of 10/u);
  await app.page.keyboard.press('0');
  await app.page.keyboard.press('Shift+Digit1');
  await app.page.keyboard.press('Shift+Digit2');
  await expect(
    codebook.dialog.getByText(
      'Stays, and is coded ‘Told to carry on’ and ‘Seen as a type’ as well.',
    ),
  ).toBeVisible();
  await app.page.keyboard.press('ArrowRight');
  await app.page.keyboard.press('2');
  await app.page.keyboard.press('ArrowLeft');
  await expect(codebook.dialog.getByText('Goes to ‘Seen as a type’.')).toBeVisible();
  // Closed half-way, it goes on where it was.
  await app.page.keyboard.press('Escape');
  await expect(codebook.dialog).toHaveCount(0);
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type('quote by quote');
  await app.page.keyboard.press('Enter');
  await expect(codebook.dialog.getByText('Goes to ‘Seen as a type’.')).toBeVisible();
  await codebook.dialog.getByRole('button', { name: 'Split code' }).click();
  await expect(codebook.row('Told to carry on')).toHaveAccessibleName(/2 codings in 2 sources/u);
  await expect(codebook.row(sampleCode)).toHaveAccessibleName(/8 codings in/u);
  await codebook.undoInToast('Split ‘Brushed off’ into 2 codes');
  await expect(codebook.row('Told to carry on')).toHaveCount(0);
  await expect(codebook.row(sampleCode)).toHaveAccessibleName(/10 codings in 10 sources/u);
});

test('a definition is read as it was, word by word, and an earlier one is restored', async ({
  app,
}) => {
  const codebook = new CodebookPage(app.page);
  const code = await codeNamed(app, sampleCode);
  const first = code?.definition ?? '';
  await app.call('codes.update', { id: code?.id, definition: `${first} Often by letter.` });
  await codebook.open();
  await codebook.row(sampleCode).click();
  await codebook.details.getByRole('button', { name: 'History of this code' }).click();
  const versions = codebook.details
    .getByRole('region', { name: 'History of this code' })
    .getByRole('listitem');
  await expect(versions.first()).toContainText('as it is now');
  await expect(versions.first().locator('ins')).toContainText('Often by letter.');
  await app.expectAccessible();
  await versions
    .last()
    .getByRole('button', { name: /^Restore the version of/u })
    .click();
  await expect(codebook.field('Definition')).toHaveValue(first);
  await expect(versions.first().locator('del')).toContainText('Often by letter.');
  await codebook.undoInToast('Restored the version of');
  await expect(codebook.field('Definition')).toHaveValue(`${first} Often by letter.`);
});
