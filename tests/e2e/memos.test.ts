import { expect, test } from './app.ts';
import { CodebookPage } from './pages/codebook-page.ts';
import { MemosPage } from './pages/memos-page.ts';

test('a journal entry is written from anywhere with a link to a code, by keyboard; both ways lead back', async ({
  app,
}) => {
  const { page } = app;
  const memos = new MemosPage(page);
  const codebook = new CodebookPage(page);
  await codebook.open();
  await page.keyboard.press('Control+Shift+j');
  await expect(memos.words).toBeFocused();
  await app.expectAccessible();
  await page.keyboard.type('I keep coming back to @brush');
  await expect(memos.menu.getByRole('option').first()).toHaveText(/Brushed off/u);
  await app.expectAccessible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('and why it makes me angry.');
  const chip = memos.words.getByRole('button', { name: 'code Brushed off' });
  await expect(chip).toBeVisible();
  await memos.expectSaved();
  await expect(memos.links.getByRole('button', { name: 'code Brushed off' })).toBeVisible();
  await page.screenshot({ path: '/tmp/shots/memos-journal-write.png' });
});
