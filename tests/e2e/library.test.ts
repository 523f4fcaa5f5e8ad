import type { SourceRow } from '#shared/contract/sources.ts';
import { type App, expect, loaded, test } from './app.ts';
import { LibraryPage } from './pages/library-page.ts';

const stored = async (app: App): Promise<readonly SourceRow[]> =>
  (await app.call('sources.list')) as readonly SourceRow[];

const firstName = (library: LibraryPage) => library.table.getByRole('row').nth(1);

test('sources are sorted, filtered and grouped', async ({ app }) => {
  const library = new LibraryPage(app);
  await library.open();
  await expect(firstName(library)).toContainText('GP1 Dr Hewitt');
  await app.expectAccessible();

  const words = library.table.getByRole('columnheader', { name: 'Words' });
  await words.click();
  await expect(words).toHaveAttribute('aria-sort', 'ascending');
  const rows = [...(await stored(app))].sort((a, b) => a.words - b.words);
  await expect(firstName(library)).toContainText(rows[0]!.name);
  await words.click();
  await expect(firstName(library)).toContainText(rows.at(-1)!.name);

  await library.filter.fill('nasreen');
  await expect(app.page.getByText('2 of 25 sources')).toBeVisible();
  await expect(library.row('Nasreen')).toHaveCount(2);
  await library.filter.fill('nobody has this name');
  await expect(app.page.getByText('No source matches')).toBeVisible();
  await app.expectAccessible();
  await library.button('Clear the filter').click();

  await library.choose('Group sources', 'By group');
  await expect(library.row('4 sources').first()).toContainText('GP');
  await app.expectAccessible();
});

test('a source is corrected in the details, and undo brings the old back', async ({ app }) => {
  const library = new LibraryPage(app);
  await library.open();
  await library.row('P03 Nasreen, baseline').click();
  await expect(library.details.getByRole('heading', { name: 'P03 Nasreen' })).toBeVisible();
  await app.expectAccessible();

  const name = library.details.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('P03 first interview');
  await name.press('Tab');
  await expect(library.row('P03 first interview')).toBeVisible();
  await library.choose('Group', 'Social prescriber');
  await expect(library.row('P03 first interview')).toContainText('Social prescriber');
  const person = library.details.getByRole('combobox', { name: 'Case (pseudonym)' });
  await person.fill('P99 Somebody new');
  await person.press('Enter');
  await expect(library.row('P03 first interview')).toContainText('P99 Somebody new');
  const cases = (await app.call('cases.list')) as readonly { readonly pseudonym: string }[];
  expect(cases.map((record) => record.pseudonym)).toContain('P99 Somebody new');

  await app.page.getByRole('button', { name: /^Undo: Change/u }).click();
  await expect(library.row('P03 first interview')).toContainText('P03 Nasreen');
});

test('many sources are changed at once, and deleted with undo at hand', async ({ app }) => {
  const library = new LibraryPage(app);
  await library.open();
  await library.row('P01 Marian, 12 weeks').click();
  await library.row('P02 Darren, baseline').click({ modifiers: ['Shift'] });
  await expect(library.details.getByText('4 sources chosen')).toBeVisible();
  await app.expectAccessible();
  await library.choose('Time point', 'Baseline');
  await expect
    .poll(async () => (await stored(app)).filter((row) => /^P0[12]/u.test(row.name)))
    .toHaveLength(4);
  await expect(library.row(/P01 Marian, 12 weeks.*Baseline/u)).toBeVisible();

  await app.page.getByRole('button', { name: 'Delete 4 sources' }).first().click();
  await expect(library.row('P01 Marian')).toHaveCount(0);
  await expect(library.table.locator(':focus')).toBeVisible();
  expect(await stored(app)).toHaveLength(21);
  await app.page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(library.row('P01 Marian')).toHaveCount(2);
  expect(await stored(app)).toHaveLength(25);
});

test('by keyboard: find a source, choose a range, open one in Coding', async ({ app }) => {
  const library = new LibraryPage(app);
  const { page } = app;
  await library.open();
  await page.keyboard.press('Control+f');
  await expect(library.filter).toBeFocused();
  await page.keyboard.type('tess');
  await expect(library.row('Tess')).toHaveCount(2);
  await library.table.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(library.details.getByText('2 sources chosen')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main', { name: 'Coding' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Tess');
  await page.keyboard.press('Alt+ArrowLeft');
  await loaded(page, 'Library');
});

test('a filter never leaves something chosen that is not seen', async ({ app }) => {
  const library = new LibraryPage(app);
  await library.open();
  await library.row('GP1 Dr Hewitt').click();
  await library.filter.fill('Nasreen');
  await expect(library.details.getByText('No source chosen')).toBeVisible();
  await expect(library.button('Delete source')).toBeDisabled();
});

test('speakers of a source are renamed and merged', async ({ app }) => {
  const library = new LibraryPage(app);
  await library.open();
  await library.row('P03 Nasreen, baseline').click();
  const label = library.details.getByLabel('Label of Nasreen');
  await label.fill('P03');
  await label.press('Enter');
  await expect(library.details.getByLabel('Label of P03')).toHaveValue('P03');
  await library.details
    .getByRole('checkbox', { name: 'Choose Interviewer' })
    .check({ force: true });
  await library.details.getByRole('checkbox', { name: 'Choose P03' }).check({ force: true });
  await library.button('Merge 2 speakers into Interviewer').click();
  await expect(library.details.getByLabel('Label of P03')).toHaveCount(0);
  await expect(library.details.getByText('56 turns')).toBeVisible();
});

test('groups and time points are added, renamed, moved and deleted', async ({ app }) => {
  const library = new LibraryPage(app);
  const { page } = app;
  await library.open();
  await library.tab('Groups and time points');
  await app.expectAccessible();
  const groups = page.getByRole('region', { name: 'Groups' });
  const names = (): Promise<string[]> =>
    groups
      .getByRole('listitem')
      .getByRole('textbox')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  await groups.getByRole('textbox', { name: 'New group' }).fill('Carers');
  await groups.getByRole('button', { name: 'Add group' }).click();
  await expect.poll(names).toContain('Carers');
  await groups.getByRole('button', { name: 'Move Carers up' }).click();
  await expect.poll(async () => (await names()).at(-2)).toBe('Carers');
  const carers = groups.getByRole('textbox', { name: 'Name of group Carers' });
  await carers.fill('Family carers');
  await carers.press('Enter');
  await expect(groups.getByRole('button', { name: 'Delete group Family carers' })).toBeVisible();
  await groups.getByRole('button', { name: 'Delete group GP' }).click();
  await expect.poll(names).not.toContain('GP');
  await library.tab('Sources');
  await expect(library.row('GP1 Dr Hewitt').getByRole('gridcell').nth(1)).toHaveText('');
});

test('a thousand sources scroll with few rows in the page', async ({ app }) => {
  const library = new LibraryPage(app);
  const [row] = await stored(app);
  const many = Array.from({ length: 1200 }, (_, index) => ({
    ...row,
    id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    name: `Source ${index + 1}`,
  }));
  await app.page.route('**/call/sources.list', (route) =>
    route.fulfill({ json: { ok: true, value: many } }),
  );
  await app.page.reload();
  await library.open();
  await expect(app.page.getByText('1,200 sources')).toBeVisible();
  expect(await library.table.getByRole('row').count()).toBeLessThan(100);
  await firstName(library).click();
  await app.page.keyboard.press('Control+End');
  await expect(library.row('Source 1200')).toBeVisible();
});

test.describe('an empty project', () => {
  test.use({ project: 'new' });
  test('says what the library is for', async ({ app }) => {
    await expect(app.page.getByText('No interviews yet')).toBeVisible();
    await expect(app.page.getByRole('button', { name: 'Import interviews' })).toHaveCount(1);
    await app.expectAccessible();
  });
});
