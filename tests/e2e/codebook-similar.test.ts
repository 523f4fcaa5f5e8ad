import { expect, test } from './app.ts';
import { CodebookPage, codeNamed, seedCodes } from './pages/codebook-page.ts';

test.use({ project: 'new' });

test('similar names are merged or kept apart by the keyboard, and that is undone', async ({
  app,
}) => {
  const codebook = new CodebookPage(app.page);
  await seedCodes(app, {
    'Fear of movement': {},
    Sleep: {},
    'fear of moving': {},
    'Trust in doctors': {},
    'Trust in doctor': {},
  });
  const other = await codeNamed(app, 'fear of moving');
  await app.call('codes.update', { id: other?.id, definition: 'Bending and lifting' });
  await codebook.open();
  await codebook.show('Similar names');
  const groups = app.page.getByRole('region', { name: /^Similar names:/u });
  await expect(groups).toHaveCount(2);
  await app.expectAccessible();
  await groups.first().getByRole('radio', { name: 'Fear of movement' }).focus();
  await app.page.keyboard.press('ArrowDown');
  await expect(groups.first().getByRole('radio', { name: 'fear of moving' })).toBeChecked();
  await app.page.keyboard.press('ArrowUp');
  await app.page.keyboard.press('Tab');
  await expect(app.page.locator(':focus')).toHaveText('Merge the other into it');
  await app.page.keyboard.press('Enter');
  await expect(groups).toHaveCount(1);
  // What is next has the focus, so that one goes on by the keys.
  await expect(groups.getByRole('radio', { name: 'Trust in doctors' })).toBeFocused();
  expect((await codeNamed(app, 'Fear of movement'))?.definition).toBe(
    `From 'fear of moving': Bending and lifting`,
  );
  await app.page.keyboard.press('Tab');
  await app.page.keyboard.press('Tab');
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText('No names are similar')).toBeVisible();
  await app.expectAccessible();
  await app.page.keyboard.press('Control+z');
  await expect(groups).toHaveCount(1);
  await app.page.keyboard.press('Control+z');
  await expect(groups).toHaveCount(2);
  expect((await codeNamed(app, 'Fear of movement'))?.definition).toBe('');
});
