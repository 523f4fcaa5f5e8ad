import { expect, test } from './app.ts';
import {
  bodyCodes,
  CodebookPage,
  codeNamed,
  sampleCode,
  seedCodes,
} from './pages/codebook-page.ts';

test.describe('in a new project', () => {
  test.use({ project: 'new' });

  test('what is typed saves itself, survives turning to another code, and an undo', async ({
    app,
  }) => {
    const codebook = new CodebookPage(app.page);
    await seedCodes(app, bodyCodes);
    await codebook.open();
    await codebook.row('Sleep').click();
    await codebook.field('Definition').fill('Nights with pain');
    await expect(codebook.details.getByText('Saving')).toBeVisible();
    await expect(codebook.details.getByRole('status')).toHaveText('Saved');
    expect((await codeNamed(app, 'Sleep'))?.definition).toBe('Nights with pain');
    // Turning to another code at once loses nothing.
    await codebook.field('Inclusion criteria').pressSequentially('Waking');
    await codebook.row('Hope').click();
    await expect(codebook.field('Inclusion criteria')).toHaveValue('');
    await expect.poll(async () => (await codeNamed(app, 'Sleep'))?.inclusion).toBe('Waking');
    await codebook.row('Sleep').click();
    await expect(codebook.field('Inclusion criteria')).toHaveValue('Waking');
    // An undo that arrives while somebody types in another field leaves those words alone.
    await codebook.field('Near miss').pressSequentially('Tired by');
    await app.call('history.undo');
    await codebook.field('Near miss').pressSequentially(' day');
    await expect(codebook.field('Inclusion criteria')).toHaveValue('');
    await expect(codebook.field('Near miss')).toHaveValue('Tired by day');
    await expect.poll(async () => (await codeNamed(app, 'Sleep'))?.nearMiss).toBe('Tired by day');
    await expect(codebook.field('Near miss')).toHaveValue('Tired by day');
  });

  test('words typed for a code that goes away are kept, and saved when it comes back', async ({
    app,
  }) => {
    const codebook = new CodebookPage(app.page);
    await seedCodes(app, bodyCodes);
    await codebook.open();
    await codebook.row('Sleep').click();
    await codebook.field('Definition').pressSequentially('Nights');
    await app.call('codes.delete', { ids: [(await codeNamed(app, 'Sleep'))?.id] });
    await expect(codebook.row('Sleep')).toHaveCount(0);
    await expect(codebook.field('Name')).toHaveValue('Work');
    await expect(
      codebook.toast('What you typed is kept until this window is closed'),
    ).toBeVisible();
    await app.call('history.undo');
    await codebook.row('Sleep').click();
    await expect(codebook.field('Definition')).toHaveValue('Nights');
    await expect.poll(async () => (await codeNamed(app, 'Sleep'))?.definition).toBe('Nights');
    await expect(codebook.details.getByRole('status')).toHaveText('Saved');
  });

  test('a code is renamed by the keyboard; an empty name is refused and the old one stays', async ({
    app,
  }) => {
    const codebook = new CodebookPage(app.page);
    await seedCodes(app, bodyCodes);
    await codebook.open();
    await codebook.row('Hope').click();
    await app.page.keyboard.press('F2');
    await expect(codebook.field('Name')).toBeFocused();
    await app.page.keyboard.press('Delete');
    await expect(codebook.details.getByText('A name cannot be empty')).toBeVisible();
    await app.page.keyboard.press('Tab');
    await expect(codebook.field('Name')).toHaveValue('Hope');
    await codebook.row('Hope').click();
    await app.page.keyboard.press('F2');
    await app.page.keyboard.type('Looking ahead');
    await expect(codebook.row('Looking ahead')).toBeVisible();
    await expect(codebook.field('Name')).toHaveValue('Looking ahead');
  });

  test('the colour is one of sixteen with names, chosen by the arrows', async ({ app }) => {
    const codebook = new CodebookPage(app.page);
    await seedCodes(app, { Pain: {} });
    await codebook.open();
    await codebook.row('Pain').click();
    await expect(codebook.details.getByRole('radio')).toHaveCount(16);
    await codebook.details.getByRole('radio', { name: 'Blue' }).focus();
    await app.page.keyboard.press('ArrowRight');
    await expect(codebook.details.getByText('Colour: Amber')).toBeVisible();
    await expect.poll(async () => (await codeNamed(app, 'Pain'))?.colour).toBe(1);
    await expect(codebook.row('Pain').locator('[title=Amber]')).toBeVisible();
  });
});

test('a code shows what it means and where it is used; a quote leads to its place', async ({
  app,
}) => {
  const codebook = new CodebookPage(app.page);
  await codebook.open();
  await codebook.row(sampleCode).click();
  await expect(codebook.field('Definition')).toHaveValue(/account is set aside/u);
  await expect(codebook.details.getByText('10 codings in 10 sources')).toBeVisible();
  const quotes = codebook.details.getByRole('link');
  await expect(quotes).toHaveCount(10);
  await app.expectAccessible();
  const words = (await quotes.first().locator('span').first().textContent()) ?? '';
  await quotes.first().focus();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('main', { name: 'Coding' })).toContainText(words);
  await app.page.goBack();
  await expect(codebook.row(sampleCode)).toHaveAttribute('aria-selected', 'true');
});

test('a memo on a code saves itself while it is written', async ({ app }) => {
  const codebook = new CodebookPage(app.page);
  await codebook.open();
  await codebook.row(sampleCode).click();
  await codebook.details.getByRole('button', { name: 'Write a memo' }).click();
  await app.page.keyboard.type('Not the same as being short of time.');
  await app.expectAccessible();
  await codebook.details.getByRole('button', { name: 'Done' }).click();
  await expect(codebook.details.getByRole('article')).toContainText('short of time');
  await codebook.details.getByRole('button', { name: /^Change memo/u }).click();
  await app.page.keyboard.press('Control+End');
  await app.page.keyboard.type(' See GP2.');
  await codebook.row('Believed at last').click();
  await codebook.row(sampleCode).click();
  await expect(codebook.details.getByRole('article')).toContainText('short of time. See GP2.');
  await codebook.details.getByRole('button', { name: /^Delete memo/u }).click();
  await expect(codebook.details.getByRole('article')).toHaveCount(0);
  await codebook.undoInToast('Deleted the memo');
  await expect(codebook.details.getByRole('article')).toContainText('See GP2.');
});
