import type { App } from './app.ts';
import { expect, test } from './app.ts';
import { CodebookPage, codeNamed } from './pages/codebook-page.ts';
import { CodingPage } from './pages/coding-page.ts';
import { MemosPage } from './pages/memos-page.ts';

interface Memo {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly day: string | null;
}

const journal = async (app: App): Promise<readonly Memo[]> =>
  ((await app.call('memos.journal')) as { readonly memos: readonly Memo[] }).memos;

/** A rich text of plain paragraphs. */
const written = (...paragraphs: readonly string[]): string =>
  JSON.stringify({
    root: {
      type: 'root',
      version: 1,
      direction: null,
      format: '',
      indent: 0,
      children: paragraphs.map((text) => ({
        type: 'paragraph',
        version: 1,
        direction: null,
        format: '',
        indent: 0,
        textFormat: 0,
        textStyle: '',
        children: [
          { type: 'text', version: 1, detail: 0, format: 0, mode: 'normal', style: '', text },
        ],
      })),
    },
  });

test('a journal entry is written from anywhere with a link to a code, by keyboard; both lead to each other', async ({
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
  await page.keyboard.type('and why it makes me angry. Nobody is called [[nobody at all.');
  await expect(memos.menu).toHaveCount(0);
  const chip = memos.words.getByRole('button', { name: 'code Brushed off' });
  await expect(chip).toBeVisible();
  await memos.expectSaved();

  // It is dated today, and can be dated otherwise.
  await memos.field('Title').fill('Anger');
  await memos.field('Day').fill('2026-03-02');
  await expect(memos.days.last()).toHaveText(/March 2, 2026|2 March 2026/u);
  await expect
    .poll(async () => (await journal(app)).at(-1))
    .toMatchObject({
      title: 'Anger',
      day: '2026-03-02',
    });

  // Renaming the code renames the link, also while the entry is open.
  const code = await codeNamed(app, 'Brushed off');
  await app.call('codes.update', { id: code?.id, name: 'Waved away' });
  const renamed = memos.words.getByRole('button', { name: 'code Waved away' });
  await expect(renamed).toBeVisible();
  await expect(memos.links.getByRole('button', { name: 'code Waved away' })).toBeVisible();

  // From the entry to the code, and back from where the code is mentioned.
  await renamed.focus();
  await page.keyboard.press('Enter');
  await expect(codebook.field('Name')).toHaveValue('Waved away');
  const mentions = codebook.details.getByRole('region', { name: 'Mentioned in' });
  await app.expectAccessible();
  await mentions.getByRole('button', { name: /Anger/u }).focus();
  await page.keyboard.press('Enter');
  await expect(memos.field('Title')).toHaveValue('Anger');
  await expect(memos.words).toContainText('and why it makes me angry');

  // A code that goes leaves its name, and says that it is gone; undo brings it back.
  await app.call('codes.delete', { ids: [code?.id] });
  await expect(memos.words).toContainText('Brushed off (no longer there)');
  await app.expectAccessible();
  await app.call('history.undo');
  await expect(renamed).toBeVisible();

  // Done shows it to be read; the link works there too. Backspace takes a link out whole.
  await page.getByRole('button', { name: 'Done' }).click();
  const entry = memos.entries.filter({ hasText: 'angry' });
  await expect(entry.getByRole('button', { name: 'code Waved away' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change ‘Anger’' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(memos.words).toBeFocused();
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 'I keep coming back to '.length; step += 1)
    await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Delete');
  await expect(renamed).toHaveCount(0);
  await expect(memos.links).toContainText('None yet');
});

test('words copied from a transcript become a quote that opens its place', async ({ app }) => {
  const { page } = app;
  const memos = new MemosPage(page);
  const coding = new CodingPage(page);
  await coding.open('GP1 Dr Hewitt');
  const words = (await coding.speech(3).textContent())?.split(' ').slice(0, 6).join(' ') ?? '';
  await coding.drag([3, words]);
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+Shift+j');
  await expect(memos.words).toBeFocused();
  await page.keyboard.type('This stays with me:');
  await page.keyboard.press('Control+v');
  const quote = memos.words.getByRole('figure');
  await expect(quote.locator('blockquote')).toHaveText(words);
  await expect(quote.getByRole('button', { name: /^GP1 Dr Hewitt, .*, turn 3$/u })).toBeVisible();
  await app.expectAccessible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('I read it twice.');
  await memos.expectSaved();
  await quote.getByRole('button').click();
  await expect(coding.speech(3)).toBeVisible();
  await expect(page).toHaveURL(/#\/coding\/[^/]+\/\d+-\d+$/u);
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe(words);

  // A coding is quoted without leaving the transcript, and knows where it is mentioned.
  await coding.transcript.focus();
  await coding.press('j', 'n', 'q');
  const dialog = page.getByRole('dialog', { name: 'Quote in a memo' });
  await expect(dialog.getByRole('option', { name: /^New journal entry/u })).toBeVisible();
  await app.expectAccessible();
  await page.keyboard.type('stays with me');
  await expect(dialog.getByRole('option')).toHaveCount(2);
  await coding.press('ArrowDown', 'ArrowDown', 'Enter');
  await expect(dialog).toHaveCount(0);
  const mentions = coding.details.getByRole('region', { name: 'Mentioned in' });
  await expect(mentions.getByRole('button')).toHaveCount(1);
  await app.expectAccessible();
  await mentions.getByRole('button').click();
  await expect(memos.words.getByRole('figure')).toHaveCount(2);
  await expect(memos.words).toContainText('I read it twice.');
});

test('all memos are filtered, opened, changed, deleted and brought back; what they are on is one step away', async ({
  app,
}) => {
  const { page } = app;
  const memos = new MemosPage(page);
  const sources = (await app.call('sources.list')) as readonly {
    readonly id: string;
    readonly name: string;
  }[];
  const source = sources.find(({ name }) => name === 'GP1 Dr Hewitt');
  for (let count = 0; count < 120; count += 1)
    await app.call('memos.create', {
      targetKind: 'project',
      title: `Note ${count}`,
      body: written(`Thought number ${count}`),
      day: '2025-01-01',
    });
  await app.call('memos.create', {
    targetKind: 'source',
    targetId: source?.id,
    body: written('She laughs here.'),
    start: 40,
    end: 80,
  });
  await memos.openAll();
  await app.expectAccessible();
  const total = ((await app.call('memos.find')) as { readonly total: number }).total;
  await expect(memos.main.getByText(`${total} memos`)).toBeVisible();
  // Only what is in sight is drawn, and the end is reached by the keyboard.
  expect(await memos.list.getByRole('row').count()).toBeLessThan(60);

  await page.keyboard.press('Control+f');
  await page.keyboard.type('NUMBER 11');
  await expect(memos.main.getByText('11 memos', { exact: true })).toBeVisible();
  await page.keyboard.type('zz');
  await expect(memos.main.getByText('No memo has ‘NUMBER 11zz’')).toBeVisible();
  await app.expectAccessible();
  await memos.main.getByRole('button', { name: 'Clear the filters' }).click();

  // A note on a place shows its words, and leads to them.
  await memos.main.getByRole('button', { name: /What they are on/u }).click();
  await page.getByRole('option', { name: 'Sources' }).click();
  await memos.row('She laughs here.').click();
  await expect(memos.words).toHaveText('She laughs here.');
  await expect(memos.details.getByRole('button', { name: /^GP1 Dr Hewitt/u })).toBeVisible();
  await app.expectAccessible();

  // Written on beside the list; what another window writes in the same memo is kept as well.
  await memos.words.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Why');
  const [note] = (await app.call('memos.list', {
    targetKind: 'source',
    targetId: source?.id,
  })) as readonly Memo[];
  await app.call('memos.update', {
    id: note?.id,
    body: written('She laughs here.', 'Others did too.'),
  });
  await page.keyboard.type(' now?');
  await memos.expectSaved();
  await expect(memos.words).toContainText('Others did too.');
  await expect(memos.words).toContainText('She laughs here. Why now?');
  await expect(memos.words).toBeFocused();

  // Delete in the list, undo beside it.
  await memos.row('She laughs here.').focus();
  await page.keyboard.press('Delete');
  await expect(memos.toast('Deleted the memo')).toBeVisible();
  await expect(memos.row('She laughs here.')).toHaveCount(0);
  await expect(memos.main.getByText('This memo is no longer in the project')).toBeVisible();
  await memos.toast('Deleted the memo').getByRole('button', { name: 'Undo' }).click();
  await expect(memos.words).toContainText('She laughs here. Why now?');

  // From the note to its place.
  await page.keyboard.press('Control+Shift+o');
  await expect(page).toHaveURL(/#\/coding\/[^/]+\/40-80$/u);
});
