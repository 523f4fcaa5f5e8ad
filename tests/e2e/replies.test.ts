import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackRow } from '#shared/contract/packs.ts';
import type { ReviewPack } from '#shared/model/review-pack.ts';
import { replyTo } from '#tests/helpers/replies.ts';
import { type App, expect, test } from './app.ts';
import { RepliesPage } from './pages/replies-page.ts';

const samplePack = async (app: App): Promise<ReviewPack> => {
  const [row] = (await app.call('packs.list')) as readonly PackRow[];
  return (await app.call('packs.get', { id: row?.id ?? '' })) as ReviewPack;
};

const save = (app: App, name: string, text: string): string => {
  const path = join(app.folder, name);
  writeFileSync(path, text);
  return path;
};

const hostile = 'Nobody <b>rang</b>. <img src="x" onerror="document.title=\'script\'">\nNot once.';

test('replies are imported, decided by keys and stand in the log; what is not a reply is told apart', async ({
  app,
}) => {
  const { page } = app;
  const replies = new RepliesPage(page);
  const pack = await samplePack(app);
  const jean = JSON.stringify(
    replyTo(pack, { reviewer: 'Jean', role: 'PPI contributor' }, [
      ['this fits', ''],
      ['not quite', hostile],
    ]),
  );
  await replies.open('Replies');
  await expect(replies.list.getByRole('row')).toHaveCount(3);
  await expect(replies.row('Left on the latch', 'D. R., Carer')).toContainText(
    'Something is missing',
  );
  await app.expectAccessible();
  await replies.importFiles([
    save(app, 'jean.json', jean),
    save(app, 'jean again.json', jean),
    save(app, 'jean altered.json', jean.replace('Not once', 'Twice')),
    save(app, 'letter.txt', 'It all fits. Jean'),
  ]);
  await expect(replies.dialog).toHaveAccessibleName('1 reply of 4 imported');
  const lines = replies.dialog.getByRole('listitem');
  await expect(lines.nth(0)).toContainText('jean again.json Here already');
  await expect(lines.nth(1)).toContainText(
    /jean altered\.json Not imported.*altered after it was saved/u,
  );
  await expect(lines.nth(2)).toContainText(/letter\.txt Not imported.*is not a reply/u);
  await expect(lines.nth(3)).toContainText('jean.json Imported');
  await app.expectAccessible();
  await page.keyboard.press('Enter');
  await expect(replies.dialog).toHaveCount(0);
  await expect(replies.list.getByRole('row')).toHaveCount(5);

  // Files that are dropped on the replies are imported too.
  const mo = JSON.stringify(replyTo(pack, { reviewer: 'Mo' }, [['this fits', 'Dropped here.']]));
  const dropped = await page.evaluateHandle((words) => {
    const data = new DataTransfer();
    data.items.add(new File([words], 'mo.json', { type: 'application/json' }));
    return data;
  }, mo);
  await replies.list.dispatchEvent('dragover', { dataTransfer: dropped });
  await expect(page.getByText('Drop reply files to import them')).toBeVisible();
  await replies.list.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByText('Drop reply files to import them')).toHaveCount(0);
  await replies.expectSaid('1 reply imported');
  await expect(replies.row('Believed before helped', 'Mo, PPI contributor')).toBeVisible();
  await expect(replies.list.getByRole('row')).toHaveCount(6);
  await page.keyboard.press('Control+z');
  await expect(replies.list.getByRole('row')).toHaveCount(5);

  // What a reviewer writes is text, wherever it is shown.
  await replies.row('What the scan stood for', 'Jean, PPI contributor').click();
  await expect(replies.answer.getByRole('blockquote')).toHaveText(hostile);
  expect(await page.locator('img, b').count()).toBe(0);
  expect(await page.title()).not.toBe('script');
  await app.expectAccessible();

  // Outcomes by keys alone; each saved one leads to the next that is open.
  await replies.row('Believed before helped', 'Jean, PPI contributor').click();
  await page.keyboard.press('n');
  await expect(replies.note).toBeFocused();
  await expect(replies.note).toHaveValue(/it fits as it is/u);
  await page.keyboard.press('Control+Enter');
  await replies.expectSaid('Outcome saved: not changed. Next: What the scan stood for, Jean.');
  await expect(replies.row('What the scan stood for', 'Jean, PPI contributor')).toBeFocused();
  await page.keyboard.press('c');
  await expect(replies.note).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(replies.answer.getByText('Not saved yet')).toBeVisible();
  await expect(replies.answer.getByText('Say what was changed.')).toBeVisible();
  await page.keyboard.type('We ask about the scan <i>afterwards</i> now.');
  await page.keyboard.press('Control+Enter');
  await expect(replies.row('Left on the latch', 'D. R., Carer')).toBeFocused();
  await expect(replies.row('What the scan stood for', 'Jean, PPI contributor')).toContainText(
    'Changed',
  );
  await page.keyboard.press('Control+z');
  await expect(replies.row('What the scan stood for', 'Jean, PPI contributor')).toContainText(
    'Open',
  );
  await expect(page.getByRole('button', { name: /^Redo: /u })).toBeEnabled();
  await page.keyboard.press('Control+Shift+z');
  await expect(replies.row('What the scan stood for', 'Jean, PPI contributor')).toContainText(
    'Changed',
  );
  await replies.main.getByRole('button', { name: /Open or decided/u }).click();
  await page.getByRole('option', { name: 'Open', exact: true }).click();
  await expect(replies.list.getByRole('row')).toHaveCount(1);

  // A paper reply follows the themes of its pack.
  await replies.main.getByRole('button', { name: 'Type in a paper reply' }).click();
  const add = replies.dialog.getByRole('button', { name: 'Add reply' });
  await expect(add).toBeDisabled();
  await replies.dialog.getByLabel('Pseudonym or initials').fill('Mr B.');
  await replies.dialog
    .getByRole('radiogroup', { name: 'Answer on Whose word is it?' })
    .getByText('Not quite')
    .click();
  await replies.dialog.getByLabel('Comment on The whole').fill('The print is good and large.');
  await app.expectAccessible();
  // What is typed stays when the dialog is closed.
  await page.keyboard.press('Escape');
  await expect(replies.dialog).toHaveCount(0);
  await replies.main.getByRole('button', { name: 'Type in a paper reply' }).click();
  await expect(replies.dialog.getByLabel('Pseudonym or initials')).toHaveValue('Mr B.');
  await add.click();
  await expect(replies.row('On the whole', 'Mr B.')).toContainText('Comment only');

  // The log drafts from all of it; own words stand beside.
  await replies.open('Log');
  await expect(replies.main.getByText('5 replies on 1 review pack')).toBeVisible();
  await expect(replies.item('Study results')).toContainText(
    '“What the scan stood for” (not quite): We ask about the scan <i>afterwards</i> now.',
  );
  await replies.item('Methods').getByRole('button', { name: 'Take over the draft' }).click();
  await expect(replies.item('Methods').getByRole('textbox')).toHaveValue(/5 replies came back/u);
  await expect
    .poll(async () => ((await app.call('ppi.log')) as { words: { methods: string } }).words.methods)
    .toContain('5 replies came back');
  await expect(replies.item('Aim').getByRole('textbox')).toHaveValue(/told where we were wrong/u);
  await expect(replies.main.getByRole('row')).toHaveCount(5);
  await app.expectAccessible();
  await replies.main.getByRole('button', { name: 'Export the PPI log' }).click();
  await replies.dialog.getByText('Markdown (.md)').click();
  const download = page.waitForEvent('download');
  await replies.dialog.getByRole('button', { name: 'Export the PPI log' }).click();
  const written = readFileSync(await (await download).path(), 'utf8');
  expect(written).toContain('## Influence on the study overall');
  expect(written).toContain('We ask about the scan \\<i\\>afterwards\\</i\\> now.');

  // And beside their theme.
  await page.getByRole('button', { name: 'Themes', exact: true }).click();
  await page.getByRole('button', { name: 'What the scan stood for', exact: true }).click();
  const beside = page.getByRole('region', { name: /What reviewers said/u });
  await expect(beside).toContainText('Not once.');
  await app.expectAccessible();
  await beside.getByRole('button', { name: 'Show in Review' }).click();
  await expect(replies.answer.getByRole('blockquote')).toHaveText(hostile);
});

test('a reader sees the themes and quotes of a pack; nothing else can be reached until it is left on purpose', async ({
  app,
}) => {
  const { page } = app;
  const pack = await samplePack(app);
  const before = await app.call('project.state');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('searchbox').fill('Reader mode');
  await page
    .getByRole('dialog')
    .getByRole('menuitem', { name: 'Reader mode', exact: true })
    .waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Reader mode' })).toContainText(
    '4 themes, 12 quotes',
  );
  await app.expectAccessible();
  await page.getByRole('button', { name: 'Start reader mode' }).click();
  const main = page.getByRole('main', { name: 'Themes to read' });
  await expect(main.getByRole('heading', { level: 1 })).toContainText('a first reading');
  await expect(main).toBeFocused();
  await app.expectAccessible();

  const isReading = async (): Promise<void> => {
    await expect(main).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Work areas' })).toHaveCount(0);
    await expect(page.getByRole('contentinfo')).toHaveCount(0);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('textbox')).toHaveCount(0);
  };
  await isReading();
  // Nobody is named but by pseudonym, and no file.
  const text = (await page.locator('body').innerText()) + (await page.title());
  expect(text).toContain('Winston');
  for (const word of [
    'Ruth',
    'Imran',
    'Steadier',
    'baseline',
    '.docx',
    'P06',
    'Undo',
    'study.understory',
  ])
    expect(text).not.toContain(word);

  const { keyboard } = page;
  for (const keys of [
    'Control+k',
    'Shift+?',
    'Control+z',
    'Control+Shift+z',
    'Control+b',
    'Control+i',
    'Control+o',
    'Control+Shift+f',
    'Escape',
    'F6',
    'Delete',
    'Backspace',
    'Alt+ArrowLeft',
    'Alt+ArrowRight',
    ...Array.from({ length: 10 }, (_, digit) => `Control+${digit}`),
    ...'abcdefghijklmnopqrstuvwxyz/[],.*~'.split(''),
  ])
    await keyboard.press(keys);
  await isReading();
  for (const hash of ['#/library', '#/coding', '#/history', `#/themes/${pack.id}`]) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await isReading();
  }
  expect(await app.call('project.state')).toEqual(before);
  // Loading the page again, also at a deep address, does not end it.
  await page.reload();
  await isReading();

  // Large print, large targets.
  const sizeOf = () =>
    main.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const first = await sizeOf();
  expect(first).toBeGreaterThanOrEqual(20);
  await page.getByRole('button', { name: 'Larger text' }).click();
  expect(await sizeOf()).toBeGreaterThan(first);
  for (const button of await page.getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await page.getByRole('button', { name: 'Whose word is it?' }).click();
  await expect(main.getByRole('heading', { name: 'Whose word is it?' })).toBeFocused();

  // One stray key, or two, on the way out do nothing.
  const leave = page.getByRole('button', { name: 'Leave reader mode' });
  await leave.focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Keep reading' })).toBeFocused();
  await app.expectAccessible();
  await keyboard.press('Enter');
  await isReading();
  await leave.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave reader mode' }).click();
  await expect(page.getByRole('navigation', { name: 'Work areas' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Work areas' })).toBeVisible();
});
