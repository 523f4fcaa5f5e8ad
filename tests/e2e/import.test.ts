import type { Reading, SourceRow } from '#shared/contract/sources.ts';
import { type App, expect, loaded, test } from './app.ts';
import { ImportPage } from './pages/import-page.ts';
import { LibraryPage } from './pages/library-page.ts';

test.use({ project: 'new' });

const transcript = (who: string, words: string): string =>
  `I: How have you been?\n\n${who}: ${words}\n\nI: And the walking?\n\n${who}: Slow, but every day.\n\nI: Thank you.\n\n${who}: That is all right.\n`;

const files = {
  'P01_baseline.txt': transcript('P01', 'Tired, mostly.'),
  'P02_baseline.txt': transcript('P02', 'Much the same.'),
  'P03_12weeks.txt': transcript('P03', 'Better than I was.'),
  'field notes.txt': 'The room was cold.\n\nShe had brought her sister.\n\nWe began late.\n',
  'empty.txt': '',
};

const stored = async (app: App): Promise<readonly SourceRow[]> =>
  (await app.call('sources.list')) as readonly SourceRow[];

const reading = async (app: App, name: string): Promise<Reading> => {
  const source = (await stored(app)).find((row) => row.name === name);
  return (await app.call('sources.get', { id: source?.id })) as Reading;
};

test('files are read, looked through, corrected and only then stored', async ({ app }) => {
  const screen = new ImportPage(app);
  await screen.pick(screen.write(files));
  await expect(app.page.getByText('5 files read: 4 ready, 1 refused.')).toBeVisible();
  await expect(
    app.page.getByRole('status').filter({ hasText: '5 files read: 4 ready, 1 refused' }),
  ).toBeAttached();
  await app.expectAccessible();
  expect(await stored(app)).toEqual([]);

  await screen.file('P01_baseline.txt').click();
  await expect(screen.details).toContainText('Name and colon · 2 speakers · 6 turns · no times');
  await expect(screen.field('Case (pseudonym)')).toHaveValue('P01');
  await expect(screen.details.getByText('New case')).toBeVisible();
  await expect(screen.field('Time point')).toHaveValue('Baseline');
  await expect(screen.preview).toContainText('Tired, mostly.');

  await screen.field('Name of I').fill('Ruth');
  await screen.field('Name of I').press('Tab');
  await expect(screen.preview).toContainText('Ruth');
  await screen.field('Name').fill('P01, first interview');
  await screen.choose('Kind', 'Focus group');
  await screen.field('Group').fill('Neighbours');
  await screen.field('Group').press('Enter');
  await expect(screen.details.getByText('New group')).toBeVisible();
  await app.expectAccessible();

  await screen.file('empty.txt').click();
  await expect(screen.details).toContainText('This file cannot be imported');
  await expect(screen.details).toContainText('The file is empty');
  await app.expectAccessible();

  await screen.run();
  await expect(screen.summary).toHaveText('4 sources imported');
  await expect(app.page.getByRole('region', { name: 'Refused' })).toContainText('empty.txt');
  await app.expectAccessible();
  const first = await reading(app, 'P01, first interview');
  expect(first.source.kind).toBe('focus group');
  expect(first.speakers.map(({ label, role }) => [label, role])).toEqual(
    expect.arrayContaining([
      ['Ruth', 'interviewer'],
      ['P01', 'participant'],
    ]),
  );
  const groups = (await app.call('groups.list')) as readonly { id: string; name: string }[];
  expect(groups.find((group) => group.id === first.source.groupId)?.name).toBe('Neighbours');

  await app.page.getByRole('button', { name: 'Open the first one in Coding' }).click();
  await expect(app.page.getByRole('main', { name: 'Coding' })).toBeVisible();
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
  const library = new LibraryPage(app);
  await library.open();
  await expect(library.row('P01, first interview')).toBeVisible();
  await expect(library.details).toBeVisible();
});

test('another pattern is chosen, and two labels are merged by one name', async ({ app }) => {
  const screen = new ImportPage(app);
  const words = transcript('P01', 'Tired, mostly.').replace('P01: That', 'Participant: That');
  await screen.pick(screen.write({ 'P01.txt': words, 'P02.txt': transcript('P02', 'Fine.') }));
  await screen.file('P01.txt').click();
  await screen.field('Name of Participant').fill('P01');
  await screen.field('Name of Participant').press('Enter');
  await expect(screen.details.getByText('Merged with ‘P01’')).toBeVisible();
  await screen.file('P02.txt').click();
  await screen.choose('How speakers are told apart', 'No speakers');
  await expect(screen.file('P02.txt')).toContainText('no speakers');
  await screen.run();
  expect((await reading(app, 'P01')).speakers.map((speaker) => speaker.label).sort()).toEqual([
    'I',
    'P01',
  ]);
  const plain = await reading(app, 'P02');
  expect(plain.speakers).toEqual([]);
  expect(plain.text).toBe(transcript('P02', 'Fine.'));
});

test('many files are set at once, and the interviewer is marked once', async ({ app }) => {
  const screen = new ImportPage(app);
  await screen.pick(screen.write(files));
  await screen.file('P01_baseline.txt').click();
  await screen.file('P03_12weeks.txt').click({ modifiers: ['Shift'] });
  await expect(screen.details.getByText('3 files chosen')).toBeVisible();
  await app.expectAccessible();
  await screen.field('Group').fill('Participant');
  await screen.field('Group').press('Enter');
  await screen.choose('Role of I', 'Other');
  await screen.details.getByRole('checkbox', { name: 'Import these files' }).press('Space');
  await expect(app.page.getByRole('button', { name: 'Import 1 interview' })).toBeVisible();
  await screen.details.getByRole('checkbox', { name: 'Import these files' }).press('Space');
  await screen.run();
  for (const name of ['P01 baseline', 'P02 baseline', 'P03 12weeks']) {
    const { source, speakers } = await reading(app, name);
    expect(source.groupId).not.toBeNull();
    expect(speakers.find((speaker) => speaker.label === 'I')?.role).toBe('other');
  }
});

test('the same file twice is a duplicate, imported only when asked for', async ({ app }) => {
  const screen = new ImportPage(app);
  const paths = screen.write({ 'P01.txt': files['P01_baseline.txt'] });
  await screen.pick(paths);
  await screen.run();
  await app.page.getByRole('button', { name: 'Go to the library' }).click();
  await expect(app.page.getByRole('button', { name: 'Import interviews' })).toBeFocused();
  await screen.pick(paths);
  await expect(app.page.getByText('1 file read: 1 duplicate.')).toBeVisible();
  await expect(screen.details).toContainText('in the project already, as ‘P01’');
  await expect(app.page.getByRole('button', { name: 'Import interviews' })).toBeDisabled();
  await app.expectAccessible();
  await screen.details.getByText('Import anyway').click();
  await screen.run();
  expect(await stored(app)).toHaveLength(2);
});

test('leaving stores nothing and returns to where it began', async ({ app }) => {
  const screen = new ImportPage(app);
  await screen.pick(screen.write(files));
  await screen.files.waitFor();
  await app.page.getByText('Only what needs attention (2)').click();
  await expect(screen.files.getByRole('option')).toHaveCount(2);
  await app.page.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.page.getByText('No interviews yet')).toBeVisible();
  await expect(app.page.getByRole('button', { name: 'Import interviews' })).toBeFocused();
  expect(await stored(app)).toEqual([]);
});

test('cancelling keeps what is finished and says what is not', async ({ app }) => {
  const screen = new ImportPage(app);
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => {
      const name = `P${String(index + 1).padStart(2, '0')}`;
      return [`${name}.txt`, transcript(name, `Day ${index + 1}. `.repeat(2000))];
    }),
  );
  await screen.pick(screen.write(many));
  await expect(app.page.getByText('40 files read: 40 ready.')).toBeVisible({ timeout: 60_000 });
  await app.page.getByRole('button', { name: 'Import 40 interviews' }).click();
  await expect(app.page.getByRole('progressbar')).toContainText(/Importing P\d\d\.txt/u);
  await app.expectAccessible();
  await app.page.getByRole('button', { name: 'Cancel' }).click();
  await expect(screen.summary).toContainText('then stopped');
  const kept = await stored(app);
  expect(kept.length).toBeLessThan(40);
  await expect(screen.summary).toContainText(String(kept.length));
  await expect(
    app.page.getByRole('region', { name: 'Not imported' }).getByRole('listitem'),
  ).toHaveCount(40 - kept.length);
  await app.expectAccessible();
});

test('by keyboard alone', async ({ app }) => {
  const screen = new ImportPage(app);
  const { page } = app;
  const chooser = page.waitForEvent('filechooser');
  await loaded(page, 'Library');
  await page.keyboard.press('Control+Shift+I');
  await (await chooser).setFiles(screen.write(files));
  await expect(screen.files).toBeFocused();
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowDown');
  await expect(screen.details.getByRole('heading', { level: 2 })).toHaveText('P01_baseline.txt');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(screen.field('Name')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('By keys');
  await page.keyboard.press('Control+Enter');
  await screen.summary.waitFor();
  await expect(page.getByRole('button', { name: 'Open the first one in Coding' })).toBeFocused();
  expect((await stored(app)).map((row) => row.name)).toContain('By keys');
});

test('files dropped on the library are read', async ({ app }) => {
  const screen = new ImportPage(app);
  await app.page.getByText('No interviews yet').waitFor();
  const dropped = await app.page.evaluateHandle((words) => {
    const data = new DataTransfer();
    data.items.add(new File([words], 'P07_baseline.txt', { type: 'text/plain' }));
    return data;
  }, files['P01_baseline.txt']);
  const centre = app.page.getByText('No interviews yet');
  await centre.dispatchEvent('dragover', { dataTransfer: dropped });
  await expect(app.page.getByText('Drop files or a folder to import them')).toBeVisible();
  await centre.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(screen.file('P07_baseline.txt')).toBeVisible();
});
