import { expect, test } from './app.ts';
import { CodingPage } from './pages/coding-page.ts';
import { SearchPage } from './pages/search-page.ts';

test('Words are found as they are typed, in context, and opened where they stand', async ({
  app,
}) => {
  const search = new SearchPage(app.page);
  const coding = new CodingPage(app.page);
  await search.open();
  await expect(search.main).toContainText('Find what was said and written');
  await app.expectAccessible();
  // The answer to what was typed first comes last, and never lands over the newer one.
  let isLate = false;
  await app.page.route('**/call/search.find', async (route) => {
    const { query } = route.request().postDataJSON() as { readonly query: string };
    if (query === 'photo') await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue().catch(() => undefined);
    if (query === 'photo') isLate = true;
  });
  await app.page.keyboard.type('photo');
  await expect(search.field).toHaveValue('photo');
  await search.field.fill('worr');
  await expect(search.hits.first()).toContainText('worried');
  await expect.poll(() => isLate).toBe(true);
  await expect(search.hits.first()).toContainText('worried');
  await app.page.unroute('**/call/search.find');
  await app.page.keyboard.type('y');
  await expect(search.summary).toHaveText('13 turns of 12 sources and 2 codes');
  await app.expectAccessible();

  // The hits stand below each other.
  const lefts = await search.hits
    .locator('mark')
    .evaluateAll((marks) => new Set(marks.map((mark) => mark.getBoundingClientRect().left)).size);
  expect(lefts).toBe(1);

  // By key into the results; Enter opens the place with the words selected, and back returns.
  await app.page.keyboard.press('ArrowDown');
  await expect(search.results).toBeFocused();
  await app.page.keyboard.press('Enter');
  await coding.expectPainted('selection-kept', ['worried']);
  await expect(app.page).toHaveURL(/#\/coding\/[\w-]+\/\d+-\d+$/u);
  await app.page.keyboard.press('Alt+ArrowLeft');
  await expect(search.field).toHaveValue('worry');
  await expect(search.hits.first()).toContainText('worried');

  // Narrowed to who speaks; only transcripts have speakers.
  await search.choose('Roles', 'Participants');
  await expect(search.summary).toHaveText(/^\d+ turns of \d+ sources$/u);
  await expect(app.page.getByRole('button', { name: 'Kinds: Transcripts' })).toBeDisabled();
  await search.choose('Roles', 'Participants');
  await expect(search.summary).toHaveText('13 turns of 12 sources and 2 codes');
  // Any of what is chosen in one filter will do.
  const turns: number[] = [];
  for (const group of ['GP', 'Social prescriber']) {
    await search.choose('Groups', group);
    await expect(search.summary).toHaveText(/^\d+ turns? of \d+ sources?$/u);
    turns.push(Number.parseInt((await search.summary.textContent()) ?? '', 10));
    await search.choose('Groups', group);
    await expect(search.summary).toHaveText('13 turns of 12 sources and 2 codes');
  }
  await search.choose('Groups', 'GP', 'Social prescriber');
  await expect(search.summary).toHaveText(
    new RegExp(`^${(turns[0] ?? 0) + (turns[1] ?? 0)} turns of`, 'u'),
  );
  await app.expectAccessible();
  await app.page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(search.summary).toHaveText('13 turns of 12 sources and 2 codes');

  // What is found in the codebook opens there.
  await search.choose('Kinds', 'Codebook');
  await expect(search.summary).toHaveText('2 codes');
  await search.hits.first().click();
  await expect(app.page).toHaveURL(/#\/codebook\//u);

  // A memo opens among the memos, whatever it is on.
  const [code] = (await app.call('codes.list')) as readonly { readonly id: string }[];
  const memo = (await app.call('memos.create', {
    title: 'Whose wordhoard is this',
    targetKind: 'code',
    targetId: code?.id,
  })) as { readonly id: string };
  await search.open();
  await search.choose('Kinds', 'Codebook', 'Memos');
  await search.field.fill('wordhoard');
  await expect(search.summary).toHaveText('1 memo');
  await search.hits.first().click();
  await expect(app.page).toHaveURL(new RegExp(`#/memos/${memo.id}$`, 'u'));
  await expect(app.page.getByRole('main', { name: 'Memos' })).toBeVisible();
  await expect(app.page.getByRole('textbox', { name: 'Title' })).toHaveValue(/wordhoard/u);

  // What matches nothing offers the nearest; a bad and an endless expression are said to be so.
  await search.open();
  await search.choose('Kinds', 'Memos');
  await search.field.fill('photogrpahs');
  await expect(search.main).toContainText('Nothing found for ‘photogrpahs’');
  await app.expectAccessible();
  await search.main.getByRole('button', { name: 'photographs', exact: true }).click();
  await expect(search.hits.first()).toContainText('photographs');
  await app.page.getByText('Regular expression').click();
  await search.field.fill('(unfinished');
  await expect(search.main.getByRole('alert')).toContainText('This is not a regular expression');
  await search.field.fill(String.raw`(\w+\s?)+\d$`);
  await expect(search.main.getByRole('alert')).toContainText('it was stopped');
  await app.expectAccessible();
  await search.field.fill(String.raw`\bphoto\w+`);
  await expect(search.summary).toHaveText(/^\d+ texts$/u);
  await expect(search.hits.first().locator('mark')).toHaveText('photographs');
});

test('All hits are looked through, coded as one step, and undone as one', async ({ app }) => {
  const search = new SearchPage(app.page);
  await search.open();
  await search.field.fill('frightened');
  await expect(search.hits.first()).toBeVisible();
  await app.page.getByRole('button', { name: 'Code all hits' }).click();
  await expect(search.proposals).toBeVisible();
  const rows = search.proposals.getByRole('row');
  const total = await rows.count();
  expect(total).toBeGreaterThan(2);
  const apply = search.dialog.getByRole('button', { name: /^Code \d+ passages?$/u });
  await expect(apply).toBeDisabled();
  await expect(search.dialog.getByRole('combobox', { name: 'Code with' })).toBeFocused();
  await search.nameCode('Code with', 'Said to be frightened');
  await expect(apply).toHaveText(`Code ${total} passages`);

  // One is put aside by key.
  await search.proposals.focus();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Space');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'false');
  await expect(apply).toHaveText(`Code ${total - 1} passages`);
  await app.expectAccessible();
  await apply.click();
  await expect(search.dialog).toBeHidden();
  const label = `Code ${total - 1} hits of ‘frightened’ with 'Said to be frightened'`;
  await expect(app.page.getByRole('contentinfo')).toContainText(label);

  // Again, what is coded already is said to be so and left out.
  await app.page.getByRole('button', { name: 'Code all hits' }).click();
  await search.nameCode('Code with', 'Said to be frightened');
  await expect(rows.filter({ hasText: 'Already coded so' })).toHaveCount(total - 1);
  await expect(apply).toHaveText('Code 1 passage');
  await app.page.keyboard.press('Escape');
  await expect(search.dialog).toBeHidden();
  await app.page.keyboard.press('F6');
  await app.page.keyboard.press('Control+z');
  await expect(app.page.getByRole('contentinfo')).not.toContainText(label);
  const codes = (await app.call('codes.list')) as readonly { readonly name: string }[];
  expect(codes.map(({ name }) => name)).not.toContain('Said to be frightened');
});

test('Turns of speakers, answers to questions and columns are coded after a look through', async ({
  app,
}) => {
  const search = new SearchPage(app.page);
  await search.open();
  await app.page.getByRole('button', { name: 'Auto-code' }).click();
  await expect(search.dialog.getByRole('checkbox', { name: /^Denise/u })).toBeVisible();
  await app.expectAccessible();
  await search.dialog
    .locator('label')
    .filter({ hasText: /^Denise/u })
    .click();
  const look = search.dialog.getByRole('button', { name: 'Look through passages' });
  await look.click();
  await search.nameCode('Code with', 'What Denise says');
  await search.dialog.getByRole('button', { name: 'Code 38 passages' }).click();
  await expect(app.page.getByRole('contentinfo')).toContainText(
    `Code 38 turns of Denise with 'What Denise says'`,
  );

  await app.page.getByRole('button', { name: 'Auto-code' }).click();
  await search.dialog.getByText('By question', { exact: true }).click();
  await search.dialog
    .getByRole('textbox', { name: /^Questions of the interview guide/u })
    .fill('Would you start by telling me how the pain came about?\nWhat did he do?');
  await app.expectAccessible();
  await look.click();
  await expect(search.proposals.getByRole('row').first()).toContainText('after ‘');
  await app.expectAccessible();
  await search.nameCode(/^Code for ‘Would you start/u, 'How the pain began');
  await search.dialog.getByRole('button', { name: /^Code \d+ passages$/u }).click();
  await expect(app.page.getByRole('contentinfo')).toContainText(
    /Code \d+ answers to 2 questions with 'How the pain began', 'What did he do\?'/u,
  );
  await app.page.keyboard.press('F6');
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+z');
  const codes = (await app.call('codes.list')) as readonly { readonly name: string }[];
  expect(codes.map(({ name }) => name)).not.toContain('What Denise says');
});
