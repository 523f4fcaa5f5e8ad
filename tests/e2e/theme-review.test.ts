import type { Code } from '#shared/model/code.ts';
import type { Extract } from '#shared/model/extract.ts';
import type { Theme } from '#shared/model/theme.ts';
import { type App, expect, test } from './app.ts';
import { ThemeReviewPage } from './pages/theme-review-page.ts';
import { ThemesPage } from './pages/themes-page.ts';

const makeTheme = async (app: App, name: string, codes: readonly string[]): Promise<Theme> => {
  const theme = (await app.call('themes.create', { name })) as Theme;
  for (const code of codes) {
    const { id } = (await app.call('codes.create', { name: code })) as Code;
    await app.call('themes.addCode', { themeId: theme.id, codeId: id });
  }
  return theme;
};

test.describe('in a new project', () => {
  test.use({ project: 'new' });

  test('themes are merged and split by keys, each undone as one; earlier names are kept', async ({
    app,
  }) => {
    const themes = new ThemesPage(app.page);
    await makeTheme(app, 'Credibility', ['Doubt', 'Proof']);
    const going = await makeTheme(app, 'Being heard', ['Silence']);
    await app.call('themes.update', { id: going.id, concept: 'Nobody asked' });
    await themes.open();
    await themes.name('Being heard').focus();
    await app.page.keyboard.press('Control+Shift+m');
    await expect(themes.dialog).toHaveAccessibleName('Merge themes');
    await themes.dialog.getByRole('button', { name: 'Theme that stays' }).click();
    await app.page.getByRole('option', { name: 'Credibility' }).click();
    await expect(themes.dialog).toContainText('1 code moves to ‘Credibility’');
    await app.expectAccessible();
    await themes.dialog.getByRole('button', { name: 'Merge themes' }).press('Enter');
    await themes.expectCodes('Credibility', ['Doubt', 'Proof', 'Silence']);
    await themes.expectThemes(['Credibility']);
    await expect(themes.name('Credibility')).toBeFocused();
    await expect(themes.field('Central organising concept')).toHaveValue(
      "From 'Being heard': Nobody asked",
    );
    await themes.undoInToast('‘Being heard’ merged into ‘Credibility’');
    await themes.expectThemes(['Credibility', 'Being heard']);
    await themes.expectCodes('Being heard', ['Silence']);

    await themes.name('Credibility').focus();
    await app.page.keyboard.press('Control+Shift+s');
    await expect(themes.dialog).toHaveAccessibleName('Split ‘Credibility’');
    await app.page.keyboard.press('Enter');
    await expect(themes.dialog).toContainText('Type a name first');
    await app.page.keyboard.type('Proving it');
    for (const key of ['Tab', 'ArrowDown', 'Space']) await app.page.keyboard.press(key);
    await expect(themes.dialog).toContainText('1 code moves, 1 stays.');
    await app.expectAccessible();
    await themes.dialog.getByRole('button', { name: 'Split theme' }).press('Enter');
    await themes.expectThemes(['Credibility', 'Proving it', 'Being heard']);
    await themes.expectCodes('Proving it', ['Proof']);
    await expect(themes.name('Proving it')).toBeFocused();
    await app.page.keyboard.press('F2');
    await app.page.keyboard.type('The work of proof');
    await app.page.keyboard.press('Enter');
    await expect(themes.details.getByText('Proving it')).toBeVisible();
    await themes.details.getByRole('button', { name: 'Name the theme Proving it again' }).click();
    await themes.expectThemes(['Credibility', 'Proving it', 'Being heard']);
    for (let step = 0; step < 3; step += 1) await app.page.keyboard.press('Control+z');
    await themes.expectThemes(['Credibility', 'Being heard']);
    await themes.expectCodes('Credibility', ['Doubt', 'Proof']);
  });

  test('a theme of hundreds of codes draws only some, moves them by key and shows a new one', async ({
    app,
  }) => {
    const themes = new ThemesPage(app.page);
    const names = Array.from({ length: 120 }, (_, at) => `Code ${String(at).padStart(3, '0')}`);
    await makeTheme(app, 'Large', names);
    await app.call('codes.create', { name: 'Latecomer' });
    await themes.open();
    await expect(themes.code('Large', 'Code 000')).toBeVisible();
    expect(await themes.codes('Large').getByRole('row').count()).toBeLessThan(70);
    await app.expectAccessible();
    await themes.code('Large', 'Code 001').click();
    await app.page.keyboard.press('Alt+ArrowUp');
    await expect(themes.codes('Large').getByRole('row').first()).toHaveAccessibleName(/Code 001/u);
    await expect(themes.code('Large', 'Code 001')).toBeFocused();
    await app.page.keyboard.press('End');
    await expect(themes.code('Large', 'Code 119')).toBeFocused();
    await app.page.keyboard.press('Home');
    await themes.name('Large').focus();
    await themes.command('Add a code to this theme');
    await themes.dialog.getByRole('searchbox').fill('Latecomer');
    await themes.dialog.getByRole('menuitem', { name: 'Latecomer' }).click();
    await expect(themes.code('Large', 'Latecomer')).toBeFocused();
    await expect(themes.code('Large', 'Latecomer')).toBeInViewport();
  });

  test('the approach is declared and undone; what the app says of counts follows', async ({
    app,
  }) => {
    const themes = new ThemesPage(app.page);
    await themes.open();
    await themes.main.getByRole('button', { name: 'Reflexive analysis' }).click();
    await expect(themes.dialog).toHaveAccessibleName('Approach of the study');
    await app.expectAccessible();
    await themes.dialog.getByText('Codebook', { exact: true }).click();
    await themes.dialog.getByRole('button', { name: 'Declare approach' }).click();
    await themes.expectSaid('The study is now declared codebook');
    await expect(themes.main.getByRole('button', { name: 'Codebook analysis' })).toBeVisible();
    const isCounted = async (): Promise<boolean> => {
      await themes.command('Export codebook');
      const box = themes.dialog.getByRole('checkbox', { name: /Counts of codings/u });
      const checked = await box.isChecked();
      await app.page.keyboard.press('Escape');
      return checked;
    };
    await app.call('codes.create', { name: 'Doubt' });
    await app.page.getByRole('button', { name: 'Codebook', exact: true }).click();
    expect(await isCounted()).toBe(true);
    await app.call('history.undo');
    await app.call('history.undo');
    await app.call('codes.create', { name: 'Doubt' });
    await expect.poll(isCounted).toBe(false);
  });
});

test('a theme is reviewed by key and mouse: marks, notes, silence and what is uncoded', async ({
  app,
}) => {
  const themes = new ThemesPage(app.page);
  const review = new ThemeReviewPage(app.page);
  await themes.open();
  await themes.name('Believed before helped').focus();
  await app.page.keyboard.press('Alt+Enter');
  await expect(
    review.main.getByRole('heading', { name: 'Believed before helped', level: 1 }),
  ).toBeVisible();
  await review.extracts.focus();
  await expect(review.current).toHaveCount(1);
  expect(await review.extracts.getByRole('row').count()).toBeLessThan(40);
  const first = (await review.current.locator('mark').textContent()) ?? '';
  await app.page.keyboard.press('c');
  const button = (words: string, name: string) =>
    review.extract(words).getByRole('button', { name, exact: true });
  await expect(button(first, 'Contrary')).toHaveAttribute('aria-pressed', 'true');
  await themes.expectSaid('Marked as contrary');
  await app.page.keyboard.press('n');
  await app.page.keyboard.type('He doubts it himself.');
  await app.page.keyboard.press('Control+Enter');
  await expect(review.extract(first)).toContainText('He doubts it himself.');
  await expect(review.extracts).toBeFocused();
  await app.page.keyboard.press('ArrowDown');
  const second = (await review.current.locator('mark').textContent()) ?? '';
  expect(second).not.toBe(first);
  await review.extract(second).hover();
  await button(second, 'Telling').click();
  await expect(button(second, 'Telling')).toHaveAttribute('aria-pressed', 'true');
  await app.expectAccessible();
  // Where the system chooses the colours, extracts are written in that of text.
  await app.page.emulateMedia({ forcedColors: 'active' });
  const ink = await themes.details.evaluate((details) => getComputedStyle(details).color);
  await expect(review.extract(second).locator('mark')).toHaveCSS('color', ink);
  await app.page.emulateMedia({ forcedColors: 'none' });

  // Contrary cases stand together; taking the mark back takes it out of them, and undo puts it back.
  await review.choose('Show extracts', /^Fits badly, 0$/u);
  await expect(review.main.getByText('No extract is marked so')).toBeVisible();
  await app.expectAccessible();
  await review.choose('Show extracts', /^Contrary, 1$/u);
  await expect(review.extract(first)).toBeVisible();
  await expect(review.extract(second)).toHaveCount(0);
  await review.extracts.focus();
  await app.page.keyboard.press('x');
  await expect(review.main.getByText('No extract is marked so')).toBeVisible();
  await themes.undoInToast('Mark and note taken back');
  await expect(review.extract(first)).toContainText('He doubts it himself.');
  await review.choose('Show extracts', /^All extracts/u);
  await review.choose('Group extracts', /^By group$/u);
  await expect(review.extracts.getByRole('heading', { name: /^Participant/u })).toBeVisible();

  await review.sheet('Who is silent');
  await expect(review.main.getByRole('list', { name: 'Silent groups' })).toContainText(
    'Stakeholders',
  );
  await app.expectAccessible();
  await review.main.getByRole('button', { name: /^P08 Lee/u }).click();
  await expect(review.current).toContainText('P08 Lee');

  await review.sheet('Uncoded nearby');
  await expect(review.main.getByText(/stretches beside the extracts carry no code/u)).toBeVisible();
  await app.expectAccessible();
  await review.uncoded.focus();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('main', { name: 'Coding' })).toBeVisible();
  await app.page.goBack();

  // From an extract to its place in the transcript, and back to where one was.
  await review.sheet('Extracts');
  await review.extracts.focus();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('main', { name: 'Coding' })).toBeVisible();
  await app.page.goBack();
  await expect(review.current).toContainText('P08 Lee');
  const marked = (await app.call('extracts.marked', {
    themeId: ((await app.call('themes.list')) as readonly Theme[]).find(
      ({ name }) => name === 'Believed before helped',
    )?.id,
  })) as readonly Extract[];
  expect(marked.map(({ fit }) => fit).toSorted()).toEqual(['contrary', 'telling']);
  // At twice the size the head scrolls away, and the extracts have room to be read in.
  await app.page.setViewportSize({ width: 720, height: 450 });
  await review.extracts.focus();
  await expect(review.extracts).toBeInViewport({ ratio: 0.9 });
  expect((await review.extracts.boundingBox())?.height).toBeGreaterThan(200);
  await app.page.keyboard.press('Escape');
  await expect(themes.name('Believed before helped')).toBeVisible();
});
