import { expect, test } from './app.ts';
import { ShellPage } from './pages/shell-page.ts';

test('the palette finds commands, sources, codes, themes, cases and claims, and goes there', async ({
  app,
}) => {
  const shell = new ShellPage(app.page);
  await expect(shell.main('Library')).toBeVisible();
  await shell.find('');
  await app.expectAccessible();
  await app.page.keyboard.type('brushed off');
  await expect(shell.palette.getByRole('menuitem', { name: /^Brushed off/u })).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(shell.main('Codebook')).toBeVisible();
  await expect(shell.details('Codebook').getByRole('textbox', { name: 'Name' })).toHaveValue(
    'Brushed off',
  );
  for (const [typed, section] of [
    ['Believed before helped', 'Themes'],
    ['P01 Marian', 'Cases'],
    ['GP1 Dr Hewitt', 'Sources'],
    ['pain as true', 'Findings, principles and changes'],
    ['keyboard map', 'Commands'],
  ] as const) {
    await shell.find(typed);
    await expect(shell.palette.getByRole('group', { name: section })).toBeVisible();
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('Escape');
    await expect(shell.palette).toHaveCount(0);
  }
  // A theme that is out of use says so; a claim is gone to by its words.
  await shell.find('getting on with it');
  await expect(
    shell.palette.getByRole('menuitem', { name: /^Just getting on with it/u }),
  ).toContainText('retired');
  for (const key of ['Escape', 'Escape']) await app.page.keyboard.press(key);
  await shell.find('take the pain as true');
  await app.page.keyboard.press('Enter');
  await expect(shell.details('Planning')).toContainText('Show that you take the pain as true');
  await shell.find('zzzz');
  await expect(shell.palette.getByText('Nothing has that name')).toBeVisible();
  await app.expectAccessible();
});

test('the palette stays short with two thousand codes', async ({ app }) => {
  for (let from = 0; from < 2000; from += 500)
    await app.page.evaluate(
      (start) =>
        Promise.all(
          Array.from({ length: 500 }, (_, n) =>
            fetch('/call/codes.create', {
              method: 'POST',
              body: JSON.stringify({ name: `Heap ${start + n}` }),
            }),
          ),
        ),
      from,
    );
  const shell = new ShellPage(app.page);
  await shell.find('heap');
  await expect(shell.palette.getByText(/1,988 more/u)).toBeVisible();
  expect(await shell.palette.getByRole('menuitem').count()).toBeLessThan(100);
});

test('F6 goes round the panes, to where the focus was in each, and there is no trap', async ({
  app,
}) => {
  const shell = new ShellPage(app.page);
  await shell.goTo('Coding');
  await app.page.getByRole('button', { name: 'Skip to the main pane' }).focus();
  await app.page.keyboard.press('Enter');
  expect(await shell.focusedPane()).toBe('Coding');
  const round: (string | null)[] = [];
  for (let n = 0; n < 5; n += 1) {
    await app.page.keyboard.press('F6');
    round.push(await shell.focusedPane());
  }
  expect(round).toEqual(['Coding: details', 'Status', 'Work areas', 'Coding: lists', 'Coding']);
  await app.page.keyboard.press('Shift+F6');
  expect(await shell.focusedPane()).toBe('Coding: lists');
  await shell.lists('Coding').getByRole('tab', { name: 'Sources' }).click();
  await app.page.keyboard.press('F6');
  await app.page.keyboard.press('Shift+F6');
  await expect(shell.lists('Coding').getByRole('tab', { name: 'Sources' })).toBeFocused();
});

test('panel and details are put away by key, for each area, without disturbing the transcript', async ({
  app,
}) => {
  const shell = new ShellPage(app.page);
  await shell.goTo('Coding');
  const transcript = app.page.locator('[data-transcript]');
  await transcript.evaluate((element) => {
    element.setAttribute('data-same', 'yes');
  });
  await app.page.keyboard.press('Control+b');
  await expect(shell.lists('Coding')).toHaveCount(0);
  await app.page.keyboard.press('Control+i');
  await expect(shell.details('Coding')).toHaveCount(0);
  await expect(transcript).toHaveAttribute('data-same', 'yes');
  await shell.goTo('Codebook');
  await expect(shell.details('Codebook')).toBeVisible();
  await app.page.reload();
  await shell.goTo('Coding');
  await expect(shell.details('Coding')).toHaveCount(0);
  await app.page.keyboard.press('Control+i');
  await expect(shell.details('Coding')).toBeVisible();
});

test('in a narrow window the details come out when something is chosen, and go by Esc and button', async ({
  app,
}) => {
  await app.page.setViewportSize({ width: 1024, height: 700 });
  const shell = new ShellPage(app.page);
  await shell.goTo('Codebook');
  await expect(shell.details('Codebook')).toHaveCount(0);
  await app.page.getByText('Brushed off').first().click();
  await expect(shell.details('Codebook')).toBeVisible();
  await app.expectAccessible();
  const [main, drawer] = await Promise.all([
    shell.main('Codebook').boundingBox(),
    shell.details('Codebook').boundingBox(),
  ]);
  // Nothing of the codes lies under the details.
  expect(drawer?.x).toBeGreaterThanOrEqual((main?.x ?? 0) + (main?.width ?? Infinity));
  await shell.details('Codebook').getByRole('textbox', { name: 'Name' }).focus();
  await app.page.keyboard.press('Escape');
  await expect(shell.details('Codebook')).toHaveCount(0);
  expect(await shell.focusedPane()).toBe('Codebook');
  await app.page.getByText('Having to prove it').first().click();
  await expect(shell.details('Codebook')).toBeVisible();
  await app.page.getByRole('button', { name: 'Close the details' }).click();
  await expect(shell.details('Codebook')).toHaveCount(0);
  await shell.goTo('Coding');
  await app.page.locator('[data-transcript]').focus();
  await app.page.keyboard.press('n');
  // Never over the words: below them, until other words are selected or coded.
  await expect(shell.details('Coding')).toBeVisible();
  const [words, below] = await Promise.all([
    shell.main('Coding').boundingBox(),
    shell.details('Coding').boundingBox(),
  ]);
  expect(below?.y ?? 0).toBeGreaterThanOrEqual((words?.y ?? 0) + (words?.height ?? 0));
  await app.expectAccessible();
  for (const key of ['j', 'j', 'l']) await app.page.keyboard.press(key);
  await expect(shell.details('Coding')).toHaveCount(0);
  await app.page.keyboard.press('i');
  await expect(app.page.getByRole('button', { name: /^Undo: Code/u })).toBeVisible();
  await expect(shell.details('Coding')).toHaveCount(0);
  await shell.goTo('Memos');
  await app.page.getByRole('tab', { name: 'All memos' }).click();
  await app.page.getByText('Three obstacles').first().click();
  await expect(app.page.getByRole('textbox', { name: 'Title' })).toBeVisible();
  await expect(shell.details('Memos')).toHaveCount(0);
});

for (const [width, height] of [
  [720, 450],
  [320, 512],
] as const)
  test(`at ${width} by ${height} the panes stand one above the other and nothing is cut off`, async ({
    app,
  }) => {
    await app.page.setViewportSize({ width, height });
    const shell = new ShellPage(app.page);
    await shell.goTo('Coding');
    const [lists, main] = await Promise.all([
      shell.lists('Coding').boundingBox(),
      shell.main('Coding').boundingBox(),
    ]);
    expect(main?.y ?? 0).toBeGreaterThanOrEqual((lists?.y ?? 0) + (lists?.height ?? 0));
    await shell.expectNothingCutOff();
    await app.expectAccessible();
    await app.page.keyboard.press('Shift+?');
    await expect(shell.keyboardMap).toBeVisible();
    await app.expectAccessible();
  });

test('back and forward return to the exact place', async ({ app }) => {
  const shell = new ShellPage(app.page);
  await shell.find('brushed off');
  await app.page.keyboard.press('Enter');
  const name = shell.details('Codebook').getByRole('textbox', { name: 'Name' });
  await expect(name).toHaveValue('Brushed off');
  await shell.find('GP2 Dr Anand');
  await app.page.keyboard.press('Enter');
  await expect(shell.main('Coding').getByRole('heading', { name: 'GP2 Dr Anand' })).toBeVisible();
  await shell.goTo('Library');
  await app.page.keyboard.press('Alt+ArrowLeft');
  await expect(shell.main('Coding').getByRole('heading', { name: 'GP2 Dr Anand' })).toBeVisible();
  await app.page.keyboard.press('Alt+ArrowRight');
  await expect(shell.main('Library')).toBeVisible();
  await app.page.keyboard.press('Alt+ArrowLeft');
  await expect(shell.main('Coding')).toBeVisible();
  await app.page.keyboard.press('Alt+ArrowLeft');
  await expect(name).toHaveValue('Brushed off');
});

test('the keyboard map shows every area’s keys, can be searched, and turns single letters off', async ({
  app,
}) => {
  const shell = new ShellPage(app.page);
  await expect(shell.main('Library')).toBeVisible();
  await app.page.keyboard.press('Shift+?');
  await expect(shell.keyboardMap.getByText('Next coding')).toBeVisible();
  await app.expectAccessible();
  await app.page.keyboard.type('in the transcript');
  await expect(shell.keyboardMap.getByText('Rename code')).toHaveCount(0);
  await expect(shell.keyboardMap.getByText('Next turn', { exact: false }).first()).toBeVisible();
  await shell.keyboardMap
    .getByRole('checkbox', { name: 'Single letters are shortcuts' })
    .press('Space');
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Escape');
  await expect(shell.keyboardMap).toHaveCount(0);
  await app.page.keyboard.press('Shift+?');
  await expect(shell.keyboardMap).toHaveCount(0);
  await shell.status.getByRole('button', { name: 'Keyboard map' }).click();
  await expect(shell.keyboardMap).toBeVisible();
});

test('colours, type and size are changed by buttons and kept', async ({ app }) => {
  const shell = new ShellPage(app.page);
  await shell.goTo('Coding');
  await shell.status.getByRole('button', { name: 'Text and colours' }).click();
  const looks = app.page.getByRole('dialog', { name: 'Text and colours' });
  await looks.getByText('Dark').click();
  await looks.getByText('Atkinson Hyperlegible').click();
  await expect(app.page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await app.expectAccessible();
  await app.page.keyboard.press('Escape');
  await app.page.reload();
  await expect(app.page.locator('html')).toHaveAttribute('data-scheme', 'dark');
});

test('the status bar says what is true: saved, saving, not saved, not connected', async ({
  app,
}) => {
  const shell = new ShellPage(app.page);
  await shell.goTo('Coding');
  await expect(shell.status.getByText('Saved', { exact: true })).toBeVisible();
  await expect(shell.status.getByText(/^[\d,]+ words$/u)).toBeVisible();
  let answer = (): void => undefined;
  await app.page.route('**/call/history.undo', async (route) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    const error = {
      code: 'disk-full',
      message: 'The disk is full, so the last step was not saved.',
    };
    await route.fulfill({ json: { ok: false, error } });
  });
  await shell.status.getByRole('button', { name: /^Undo/u }).click();
  await expect(shell.status.getByText('Saving…')).toBeVisible();
  answer();
  await expect(shell.status.getByText('Last edit not saved')).toBeVisible();
  await expect(app.page.getByText('The disk is full').last()).toBeVisible();
  await app.expectAccessible();
  await app.page.unroute('**/call/history.undo');
  await shell.status.getByRole('button', { name: /^Undo/u }).click();
  await expect(shell.status.getByText('Saved', { exact: true })).toBeVisible();
});

test('a second window’s edits are seen, and undo is named in both', async ({ app }) => {
  const shell = new ShellPage(app.page);
  const other = await app.page.context().newPage();
  await other.goto(app.address);
  await new ShellPage(other).goTo('Codebook');
  await shell.goTo('Codebook');
  await app.call('codes.create', { name: 'Seen by both' });
  for (const page of [app.page, other]) {
    await expect(page.getByRole('contentinfo').getByText(/^Undo: .*Seen by both/u)).toBeVisible();
    await expect(page.getByRole('main').getByText(/^58 codes/u)).toBeVisible();
  }
  await other.close();
});
