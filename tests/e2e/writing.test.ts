import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { expect, test } from './app.ts';
import { WritingPage } from './pages/writing-page.ts';

test('a report is put together by keyboard: parts, quotes in balance, a table, and a Word file', async ({
  app,
}) => {
  const { page } = app;
  const writing = new WritingPage(page);
  await page.getByRole('button', { name: 'Writing', exact: true }).click();
  await expect(writing.main.getByText('Findings are written up here')).toBeVisible();
  await app.expectAccessible();
  await writing.start('What would help');
  await expect(writing.parts.getByRole('row').first()).toHaveText(/Introduction/u);
  await expect(writing.preview.getByRole('heading', { name: 'What would help' })).toBeVisible();

  // The introduction is written; the preview follows.
  await writing.editor('Introduction').getByRole('textbox', { name: 'Text' }).focus();
  await page.keyboard.type('Ten people spoke with us.');
  await expect(writing.preview.getByText('Ten people spoke with us.')).toBeVisible();
  await expect(writing.part('Introduction, Text').getByText('incomplete')).toHaveCount(0);

  // A theme: its quotes are chosen by key, with who is not heard yet in sight.
  await writing.part('Believed before helped, Theme').click();
  const editor = writing.editor('Believed before helped');
  await editor.getByRole('button', { name: 'Choose quotes' }).press('Enter');
  const { picker, quotes, chosen } = writing;
  await expect(quotes.getByRole('row').first()).toBeVisible();
  const groups = picker.getByRole('region', { name: 'Groups' });
  await expect(groups).toContainText('3 groups not heard yet');
  await app.expectAccessible();
  // At 200 % what stood beside the quotes stands below them.
  await page.setViewportSize({ width: 720, height: 450 });
  const edge = async (of: Locator, side: 'top' | 'bottom') =>
    of.evaluate((element, which) => element.getBoundingClientRect()[which], side);
  expect(await edge(quotes, 'bottom')).toBeLessThanOrEqual(await edge(groups, 'top'));
  await page.setViewportSize({ width: 1440, height: 900 });
  await quotes.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(chosen).toHaveCount(2);
  await expect(groups).toContainText('2 groups not heard yet');
  const silent = groups.getByRole('button', { name: /^Participant\s*0 of .*not heard yet/u });
  await silent.press('Enter');
  await expect(quotes.getByRole('row').first()).toContainText('Participant');
  await picker.getByRole('searchbox', { name: 'Search these quotes' }).fill('DOCTOR');
  await expect(picker.getByRole('status').filter({ hasText: / of \d+ quotes$/u })).toBeVisible();
  await expect(quotes.getByRole('row').first()).toContainText(/doctor/iu);
  await quotes.getByRole('row').first().click();
  await expect(chosen).toHaveCount(3);
  await expect(chosen.nth(2)).toContainText(/doctor/iu);
  const third = await chosen.nth(2).locator('p').first().textContent();
  await chosen.nth(2).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(chosen.first()).toContainText(third ?? '');
  await chosen.nth(2).focus();
  await page.keyboard.press('Delete');
  await expect(chosen).toHaveCount(2);
  await picker.getByRole('searchbox', { name: 'Search these quotes' }).fill('zzzz');
  await expect(picker.getByText('No quote here has ‘zzzz’')).toBeVisible();
  await picker.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(quotes.getByRole('row').first()).toBeVisible();
  await picker.getByRole('button', { name: 'Use these quotes' }).click();
  await expect(
    writing.preview
      .locator('figure')
      .filter({ hasText: third ?? '' })
      .first(),
  ).toBeVisible();

  // What was chosen is used once from now on, and Undo takes it back in one step.
  await editor.getByRole('button', { name: 'Choose quotes' }).click();
  await expect(quotes.getByText('Used once: 1 report').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await writing.parts.getByRole('row', { name: /^Believed/u }).click();
  await page.keyboard.press('Control+z');
  await expect(editor.getByText('None are chosen.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Redo: Change a part/u })).toBeEnabled();
  await page.keyboard.press('Control+Shift+z');
  await expect(editor.getByRole('listitem').first()).toContainText(third ?? '');
  // A quote that is moved keeps the focus, so that it can be moved on.
  const below = editor.getByRole('list', { name: 'Quotes below the narrative' });
  await below.getByRole('listitem').first().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(below.getByRole('listitem').nth(1)).toContainText(third ?? '');
  await expect(below.getByRole('listitem').nth(1)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(below.getByRole('listitem').first()).toContainText(third ?? '');

  // Parts are moved and taken out by key.
  await writing.part('Themes at a glance').click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(writing.parts.getByRole('row').first()).toHaveText(/Themes at a glance/u);
  await expect(writing.part('Themes at a glance')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(writing.parts.getByRole('row').nth(1)).toHaveText(/Themes at a glance/u);
  const count = await writing.parts.getByRole('row').count();
  await writing.part('Whose word is it').click();
  await page.keyboard.press('Delete');
  await expect(writing.parts.getByRole('row')).toHaveCount(count - 1);
  await app.expectAccessible();

  // Counts are off in a reflexive study, and there when asked for.
  const counts = writing.main.getByRole('checkbox', { name: 'Counts' });
  await expect(counts).not.toBeChecked();
  await expect(writing.preview.getByText(/\d+ quotes from \d+ people/u)).toHaveCount(0);
  await writing.main.getByText('Counts', { exact: true }).click();
  await expect(writing.preview.getByText(/\d+ quotes from \d+ people/u).first()).toBeAttached();

  for (const [format, opening] of [
    ['Word', 'PK'],
    ['PDF', '%PDF-'],
  ] as const) {
    await page.keyboard.press('Control+Shift+x');
    await expect(picker.getByRole('radio', { name: new RegExp(format, 'u') })).toBeVisible();
    await picker
      .getByText(new RegExp(`^${format}`, 'u'))
      .first()
      .click();
    const download = page.waitForEvent('download');
    await picker.getByRole('button', { name: 'Export report' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^What would help\.(?:docx|pdf)$/u);
    expect(
      readFileSync(await file.path())
        .toString('latin1')
        .startsWith(opening),
    ).toBe(true);
  }
});

test('quotes inserted into a narrative stay live: corrected words, the pseudonym, the way to their place', async ({
  app,
}) => {
  const { page } = app;
  const writing = new WritingPage(page);
  await writing.start('Narratives');
  await writing.part('Whose word is it').click();
  const editor = writing.editor('Whose word is it?');
  const words = editor.getByRole('textbox', { name: 'Narrative' });
  await words.focus();
  await page.keyboard.press('Control+End');
  await editor.getByRole('button', { name: 'Insert quotes' }).click();
  const { picker, quotes } = writing;
  await picker.getByRole('searchbox', { name: 'Search these quotes' }).fill('Nasreen');
  await picker.getByRole('button', { name: 'Clear: Search these quotes' }).click();
  await quotes.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  const said = await quotes.getByRole('row').first().locator('p').first().textContent();
  await picker.getByRole('button', { name: 'Insert quotes' }).click();
  const figure = words.getByRole('figure');
  await expect(figure.locator('blockquote')).toHaveText(said ?? '');
  await expect(figure.getByRole('button', { name: /, turn \d+$/u })).toBeVisible();
  await expect(
    writing.preview
      .locator('figure')
      .filter({ hasText: said ?? '' })
      .first(),
  ).toBeAttached();
  await app.expectAccessible();

  // The words are corrected in the transcript; narrative and preview follow.
  const uses = (await app.call('reports.quoteUse')) as readonly { readonly codingId: string }[];
  const [coding] = (await app.call('extracts.get', {
    codingIds: uses.map(({ codingId }) => codingId),
  })) as readonly { readonly sourceId: string; readonly turn: number; readonly text: string }[];
  const source = (await app.call('sources.get', { id: coding?.sourceId })) as {
    readonly text: string;
    readonly turns: readonly {
      readonly id: string;
      readonly speechStart: number;
      readonly end: number;
    }[];
  };
  const turn = source.turns[(coding?.turn ?? 1) - 1];
  const before = source.text.slice(turn?.speechStart, turn?.end);
  const last = (coding?.text ?? '').split(' ').at(-2) ?? '';
  await app.call('turns.correct', {
    sourceId: coding?.sourceId,
    speeches: [{ turnId: turn?.id, before, after: before.replace(` ${last} `, ' CORRECTED ') }],
  });
  await expect(figure.locator('blockquote')).toContainText('CORRECTED');
  await expect(writing.preview.getByText(/CORRECTED/u).first()).toBeAttached();

  await figure.getByRole('button').click();
  await expect(page).toHaveURL(/#\/coding\/[^/]+\/[^/]+$/u);
  await page.goBack();

  // A part is dragged to the top.
  await writing
    .part('Whose word is it')
    .dragTo(writing.part('Introduction'), { targetPosition: { x: 60, y: 2 } });
  await expect(writing.parts.getByRole('row').first()).toHaveText(/Whose word is it/u);

  // A report that is deleted comes back.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Delete report');
  await page.keyboard.press('Enter');
  await expect(writing.main.getByText('Findings are written up here')).toBeVisible();
  await page.locator('[data-sonner-toast]').getByRole('button', { name: 'Undo' }).click();
  await expect(
    writing.lists.getByRole('button', { name: 'Narratives', exact: true }),
  ).toBeVisible();
  // As the only one there is it is open, without being chosen.
  await expect(writing.parts.getByRole('row').first()).toHaveText(/Whose word is it/u);
});
