import { type App, expect, test } from './app.ts';
import { CasesPage } from './pages/cases-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { LibraryPage } from './pages/library-page.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What an attribute says of the cases, by their pseudonyms, as it is stored. */
const stored = async (app: App, name: string): Promise<Readonly<Record<string, string>>> => {
  const attributes = (await app.call('attributes.list')) as readonly Named[];
  const cases = (await app.call('cases.list')) as readonly { id: string; pseudonym: string }[];
  const values = (await app.call('attributes.values')) as readonly {
    readonly attributeId: string;
    readonly caseId: string;
    readonly value: string;
  }[];
  const id = attributes.find((attribute) => attribute.name === name)?.id;
  return Object.fromEntries(
    values
      .filter((value) => value.attributeId === id)
      .map(({ caseId, value }) => [cases.find((one) => one.id === caseId)?.pseudonym ?? '', value]),
  );
};

test('by keyboard: what is known of cases is filled in, checked, pasted and undone', async ({
  app,
}) => {
  const cases = new CasesPage(app);
  const { page } = app;
  const keys = page.keyboard;
  await cases.open();
  await app.expectAccessible();
  await expect(cases.head('Pain duration (years), number')).toBeVisible();
  await cases.row('P01 Marian').getByRole('rowheader').click();
  await expect(cases.details.getByRole('heading', { name: 'P01 Marian' })).toBeVisible();

  // Values used already are offered; Tab saves and goes on to the next attribute.
  await keys.press('ArrowRight');
  await keys.press('ArrowRight');
  await expect(cases.focused).toHaveText('65 and over');
  await keys.press('Enter');
  const band = cases.field('Age band of P01 Marian');
  await expect(band).toBeFocused();
  await expect(page.getByRole('option')).toHaveCount(4);
  await band.fill('45');
  await expect(page.getByRole('option')).toHaveText(['45 to 64']);
  await keys.press('ArrowDown');
  await keys.press('Tab');
  const years = cases.field('Pain duration (years) of P01 Marian');
  await expect(years).toHaveValue('11');
  await expect.poll(() => stored(app, 'Age band')).toMatchObject({ 'P01 Marian': '45 to 64' });

  // What is no number is said where it is typed, and nothing is lost.
  await years.fill('about ten');
  await keys.press('Enter');
  await expect(cases.grid.getByRole('alert')).toContainText('‘about ten’ is not a number');
  await app.expectAccessible();
  await years.fill('12.5');
  await keys.press('Enter');
  await expect(cases.focused).toHaveText('6');
  await expect(await cases.cell('P01 Marian', 'Pain duration (years)')).toHaveText('12.5');
  await expect(cases.details.getByRole('heading', { name: 'P02 Darren' })).toBeVisible();

  // Typing replaces, Escape leaves it as it was, Delete takes it away.
  await keys.type('7');
  await keys.press('Escape');
  await expect(cases.focused).toHaveText('6');
  await keys.press('Delete');
  await expect(cases.focused).toHaveText('');
  await keys.press('Control+z');
  await expect(cases.focused).toHaveText('6');

  // Cells of a spreadsheet come in as one step.
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '1\tHull\r\n2\tYork\r\n');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(await cases.cell('P03 Nasreen', 'Area')).toHaveText('York');
  expect(await stored(app, 'Area')).toMatchObject({ 'P02 Darren': 'Hull', 'P03 Nasreen': 'York' });
  await keys.press('Control+z');
  await expect(await cases.cell('P03 Nasreen', 'Area')).toHaveText('Leicester');
  await expect(await cases.cell('P02 Darren', 'Pain duration (years)')).toHaveText('6');
});

test('attributes are added, renamed, moved and deleted; cases too', async ({ app }) => {
  const cases = new CasesPage(app);
  const library = new LibraryPage(app);
  const { page } = app;
  await cases.open();
  await page.getByRole('button', { name: 'Add attribute' }).click();
  await app.expectAccessible();
  const dialog = page.getByRole('dialog', { name: 'Add attribute' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('First session');
  await library.choose('Type', 'Date, as year-month-day');
  await dialog.getByRole('button', { name: 'Add attribute' }).click();
  await expect(cases.head('First session, date')).toBeAttached();

  // By keyboard: from a cell up to the head of its column, and its menu.
  await (await cases.cell('GP1 Dr Hewitt', 'Age band')).click();
  await page.keyboard.press('ArrowUp');
  await expect(cases.head('Age band').getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await app.expectAccessible();
  await page.getByRole('menuitem', { name: 'Move right' }).click();
  await expect
    .poll(async () => (await cases.heads()).slice(2, 4))
    .toEqual(['Pain duration (years)', 'Age band']);
  await library.command('Change name or type of attribute');
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name' });
  await expect(name).toHaveValue('Age band');
  await name.fill('Age');
  await name.press('Enter');
  await expect(cases.head('Age')).toBeVisible();
  await library.command('Delete attribute');
  await expect(
    page.getByText('Deleted attribute ‘Age’ with 17 values', { exact: true }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(await cases.cell('P05 Tess', 'Age')).toHaveText('18 to 24');

  // A case with its values, and the fields of its details.
  const fresh = page.getByRole('textbox', { name: 'New case' });
  await fresh.fill('P42 Ifor');
  await fresh.press('Enter');
  await (await cases.cell('P42 Ifor', 'Group')).dblclick();
  await cases.field('Group of P42 Ifor').fill('Nobody');
  await page.keyboard.press('Enter');
  await expect(cases.grid.getByRole('alert')).toContainText('There is no group called ‘Nobody’');
  await cases.field('Group of P42 Ifor').fill('GP');
  await page.keyboard.press('Enter');
  await expect(await cases.cell('P42 Ifor', 'Group')).toHaveText('GP');
  const area = cases.details.getByRole('combobox', { name: 'Area' });
  await cases.row('P42 Ifor').getByRole('rowheader').click();
  await area.fill('Swansea');
  await area.press('Enter');
  await expect(await cases.cell('P42 Ifor', 'Area')).toHaveText('Swansea');
  await cases.filter.fill('swansea');
  await expect(page.getByText('1 of 18 cases')).toBeVisible();
  await cases.filter.fill('nobody at all');
  await expect(page.getByText('No case matches')).toBeVisible();
  await app.expectAccessible();
  await cases.filter.fill('');
  await cases.row('P42 Ifor').getByRole('rowheader').click();
  await page.keyboard.press('Delete');
  await expect(
    page.getByText('Deleted case ‘P42 Ifor’ with 1 attribute value. Its sources stay', {
      exact: true,
    }),
  ).toBeVisible();
  await expect(page.getByText('17 cases')).toBeVisible();
  // The focus goes on in the row that took its place.
  await expect(cases.focused).toHaveText('PPI1 Jan');
});

test('a thousand cases with thirty attributes are drawn as far as they are seen', async ({
  app,
}) => {
  const cases = new CasesPage(app);
  const { page } = app;
  const id = (start: string, number: number): string =>
    `${start}0000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const answer = async (method: string, value: unknown): Promise<void> => {
    await page.route(`**/call/${method}`, (route) => route.fulfill({ json: { ok: true, value } }));
  };
  const many = Array.from({ length: 1000 }, (_, number) => number);
  await answer(
    'cases.list',
    many.map((number) => ({
      id: id('a', number),
      pseudonym: `P${number + 1}`,
      groupId: null,
      note: '',
      sources: 1,
    })),
  );
  await answer(
    'attributes.list',
    many.slice(0, 30).map((number) => ({
      id: id('b', number),
      name: `Attribute ${number + 1}`,
      type: 'text',
      position: number,
    })),
  );
  await answer(
    'attributes.values',
    many.flatMap((person) =>
      many.slice(0, 30).map((number) => ({
        id: id('c', person * 30 + number),
        attributeId: id('b', number),
        caseId: id('a', person),
        value: `${person + 1}/${number + 1}`,
      })),
    ),
  );
  await page.reload();
  await cases.open();
  await expect(page.getByText('1,000 cases')).toBeVisible();
  await expect(await cases.cell('P2', 'Group')).toBeVisible();
  const cells = cases.grid.getByRole('gridcell');
  expect(await cells.count()).toBeLessThan(700);
  await cases.row('P2').first().getByRole('rowheader').click();
  await page.keyboard.press('Control+End');
  await expect(cases.grid.locator('[data-at=true]')).toBeInViewport();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(cases.focused).toHaveText('1000/30');
  await expect(cases.focused).toBeInViewport();
  expect(await cells.count()).toBeLessThan(700);
  await cases.filter.fill('777/5');
  await expect(page.getByText('1 of 1,000 cases')).toBeVisible();
});

test('a table of answers comes in with its columns as speakers', async ({ app }) => {
  const importing = new ImportPage(app);
  const { page } = app;
  await importing.pick(
    importing.write({
      'Exit survey.csv':
        'Respondent,Age,What helped?,What got in the way?\n' +
        'R01,67,"Being believed, at last. ""Sit down"", she said.",The bus was always late\n' +
        'R02,44,,"Three flights of stairs; no lift"\n',
    }),
  );
  await importing.file('Exit survey.csv').click();
  await expect(importing.details).toContainText('Each column of answers as a speaker');
  await expect(importing.details).toContainText('2 speakers');
  await expect(importing.preview).toContainText('Being believed, at last. "Sit down", she said.');
  await app.expectAccessible();
  await importing.run();
  await page.getByRole('button', { name: 'Open the first one in Coding' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Exit survey');
  const transcript = page.locator('[data-transcript]');
  await expect(transcript).toContainText('What got in the way?');
  await expect(transcript).toContainText('Three flights of stairs; no lift');
  await app.expectAccessible();
});

test('attributes are imported from a table after a look at it, as one step', async ({ app }) => {
  const cases = new CasesPage(app);
  const files = new ImportPage(app);
  const { page } = app;
  await cases.open();
  const [table = ''] = files.write({
    'people.csv': [
      'Pseudonym,age band,Pain duration (years),Since,List',
      'p01 marian,65 and over,12.5,2014-02-01,007',
      'P02 Darren,,about ten,2019-06-30,008',
      'P99 Ada,45 to 64,3,2020-01-01,009',
      ',45 to 64,3,2020-01-01,010',
    ].join('\n'),
  });
  await files.pick([table], 'Import attributes');
  const dialog = page.getByRole('dialog', { name: 'Import attributes from people.csv' });
  await expect(dialog).toContainText('2 cases of the project, 1 new case.');
  await expect(dialog.getByRole('row', { name: /^Age band Text 1 1$/u })).toBeVisible();
  await expect(
    dialog.getByRole('button', { name: /^Date.*Type of Since|Type of Since/u }),
  ).toHaveText(/Date/u);
  await expect(dialog).toContainText(
    'Pain duration (years) of P02 Darren: ‘about ten’ is not a number',
  );
  await expect(dialog).toContainText('Row 5 has no pseudonym.');
  await expect(dialog).toContainText('P99 Ada');
  await app.expectAccessible();
  await dialog.getByRole('button', { name: 'Import attributes' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(await cases.cell('P99 Ada', 'Age band')).toHaveText('45 to 64');
  expect(await stored(app, 'Since')).toMatchObject({ 'P99 Ada': '2020-01-01' });
  expect(await stored(app, 'List')).toEqual({
    'P01 Marian': '007',
    'P02 Darren': '008',
    'P99 Ada': '009',
  });
  expect(await stored(app, 'Pain duration (years)')).toMatchObject({ 'P01 Marian': '12.5' });
  await page.keyboard.press('Control+z');
  await expect(cases.row('P99 Ada')).toHaveCount(0);
  const left = (await app.call('attributes.list')) as readonly Named[];
  expect(left.map(({ name }) => name)).not.toContain('Since');

  // What is there already changes nothing, and what is no table is refused in words.
  const [same = '', none = ''] = files.write({
    'same.csv': 'Case,Age band\nP01 Marian,65 and over\n',
    'none.csv': '',
  });
  await files.pick([same], 'Import attributes');
  await expect(page.getByRole('dialog')).toContainText('Nothing would change');
  await expect(
    page.getByRole('dialog').getByRole('button', { name: 'Import attributes' }),
  ).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await files.pick([none], 'Import attributes');
  await expect(page.getByText('The file is empty').first()).toBeVisible();
});
