import type { Claim, Support } from '#shared/model/claim.ts';
import type { Code } from '#shared/model/code.ts';
import { type App, expect, test } from './app.ts';
import { PlanningPage } from './pages/planning-page.ts';

const claims = async (app: App): Promise<readonly Claim[]> =>
  (await app.call('claims.list')) as readonly Claim[];
const supports = async (app: App): Promise<readonly Support[]> =>
  (await app.call('claims.supports')) as readonly Support[];

test.describe('in a new project', () => {
  test.use({ project: 'new' });

  test('findings are added, changed, rested on codes, ordered, deleted and brought back by the keyboard', async ({
    app,
  }) => {
    const planning = new PlanningPage(app.page);
    const { keyboard } = app.page;
    const code = (await app.call('codes.create', { name: 'Brushed off' })) as Code;
    await planning.open();
    await expect(planning.list('Findings')).toContainText('being believed comes before');
    await expect(planning.details).toContainText('Nothing chosen');
    await app.expectAccessible();

    await planning.newOf('finding').focus();
    for (const words of ['First', 'Second', '  ', 'Third']) {
      await keyboard.type(words);
      await keyboard.press('Enter');
      if (words.trim() === '') await keyboard.press('Escape');
      else await expect(planning.words(words)).toBeVisible();
    }
    await planning.expectList('Findings', ['First', 'Second', 'Third']);
    await expect(planning.newOf('finding')).toBeFocused();

    await planning.words('Third').focus();
    await keyboard.press('Alt+ArrowUp');
    await planning.expectList('Findings', ['First', 'Third', 'Second']);
    await expect(planning.words('Third')).toBeFocused();
    await planning.expectSaid('Moved to place 2 of 3');
    await keyboard.press('F2');
    await expect(planning.main.getByRole('textbox', { name: 'Words' })).toBeFocused();
    await keyboard.type(', said better');
    await keyboard.press('Enter');
    await expect(planning.words('Third, said better')).toBeFocused();
    await keyboard.press('F2');
    await keyboard.type(' or not');
    await keyboard.press('Escape');
    await expect(planning.words('Third, said better')).toBeFocused();
    expect((await claims(app)).map(({ statement }) => statement)).toContain('Third, said better');

    await keyboard.press('Control+Shift+Enter');
    await expect(planning.picker).toBeVisible();
    await app.expectAccessible();
    await keyboard.type('brush');
    await expect(planning.picker.getByRole('menuitem')).toHaveCount(1);
    await keyboard.press('Enter');
    await expect(planning.chips('Third')).toHaveText(/Brushed off/u);
    await expect(planning.words('Third')).toBeFocused();
    await planning.expectSaid('It now rests on ‘Brushed off’');
    expect(await supports(app)).toMatchObject([{ onKind: 'code', onId: code.id }]);

    await keyboard.press('Delete');
    await planning.expectList('Findings', ['First', 'Second']);
    await expect(planning.words('Second')).toBeFocused();
    await planning.expectSaid(/Finding ‘Third, said better’ deleted. Undo available./u);
    await keyboard.press('Control+z');
    await planning.expectList('Findings', ['First', 'Third, said better', 'Second']);
    await expect(planning.chips('Third')).toHaveText(/Brushed off/u);
    await expect(planning.words('Third')).toBeFocused();

    // Every finding and the code hang in the air; the jump leads to where that is mended.
    await expect(planning.tab('Checks 4')).toBeVisible();
    await planning.tab('Checks 4').click();
    await app.expectAccessible();
    await planning.checks.focus();
    for (let row = 0; row < 3; row += 1) await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(app.page.getByRole('dialog', { name: 'Add ‘Brushed off’ to' })).toBeVisible();
    await expect(app.page.getByRole('main', { name: 'Themes' })).toBeAttached();
    await keyboard.press('Escape');
    await planning.open();
    await planning.checks.focus();
    await keyboard.press('Home');
    await keyboard.press('Enter');
    await expect(planning.picker).toContainText('First');
    await keyboard.press('Escape');
    await expect(planning.words('First')).toBeFocused();
  });
});

test('what rests on a quote, a code, a theme and a claim is shown wherever they are, and leads there', async ({
  app,
}) => {
  const planning = new PlanningPage(app.page);
  const { keyboard } = app.page;
  const quote = (await supports(app)).find(({ onKind }) => onKind === 'coding');
  const [coding] = (await app.call('codings.get', { ids: [quote?.onId] })) as readonly {
    sourceId: string;
    id: string;
  }[];
  await app.page.evaluate((hash) => {
    location.hash = hash;
  }, `#/coding/${coding?.sourceId}/${coding?.id}`);
  await expect(app.page.getByRole('complementary', { name: 'Coding: details' })).toContainText(
    'So I said no, no',
  );
  await keyboard.press('Control+Shift+E');
  const tree = planning.above.getByRole('treegrid', { name: 'What rests on this' });
  await expect(planning.above).toContainText('P03 Nasreen, baseline, turn 24');
  await expect(planning.above).toContainText('2 themes, 1 finding, 1 guiding principle');
  await expect(
    tree.getByRole('row', { name: 'Theme, Just getting on with it, retired', exact: true }),
  ).toBeVisible();
  await app.expectAccessible();
  // The arrows fold and unfold, Enter goes to the place.
  await expect(tree.getByRole('row').first()).toBeFocused();
  const all = await tree.getByRole('row').count();
  await keyboard.press('ArrowLeft');
  await expect.poll(() => tree.getByRole('row').count()).toBeLessThan(all);
  await keyboard.press('ArrowRight');
  await expect(tree.getByRole('row')).toHaveCount(all);
  await tree.getByRole('row', { name: /^Guiding principle, Show that you take/u }).focus();
  await keyboard.press('Enter');
  await expect(planning.above).toBeHidden();
  await expect(planning.words('Show that you take the pain')).toBeFocused();

  // Down again from there, a level at a time, to a source.
  const below = planning.details.getByRole('treegrid', { name: 'Rests on', exact: true });
  await expect(below.getByRole('row')).toHaveCount(3);
  await below.getByRole('row').first().focus();
  await keyboard.press('ArrowRight');
  await below.getByRole('row', { name: /^Quote, So I said no/u }).focus();
  await keyboard.press('ArrowRight');
  await expect(below.getByRole('row', { name: 'Source, P03 Nasreen, baseline' })).toBeVisible();
  await app.expectAccessible();

  // The same question by pointer: from a theme, a code, and a segment of the retrieval.
  await app.page.getByRole('button', { name: 'Themes', exact: true }).click();
  await app.page.getByRole('button', { name: 'More for Different locked doors' }).click();
  await app.page.getByRole('menuitem', { name: 'What rests on this?' }).click();
  await expect(planning.above).toContainText('1 finding, 1 guiding principle and 1 planned change');
  await planning.above.getByRole('button', { name: 'Close', exact: true }).click();
  await app.page.getByRole('button', { name: 'Codebook', exact: true }).click();
  await app.page.getByRole('row', { name: /^Having to prove it/u }).click();
  await app.page
    .getByRole('complementary', { name: 'Codebook: details' })
    .getByRole('button', { name: 'What rests on this?' })
    .click();
  await expect(planning.above).toContainText('The work of proof');
  await planning.above.getByRole('button', { name: 'Close', exact: true }).click();
  await app.page.getByRole('button', { name: 'Analysis', exact: true }).click();
  await app.page.getByRole('button', { name: 'What rests on this?' }).first().click();
  await expect(planning.above).toContainText('Quote');
  await expect(tree.getByRole('row').first()).toBeVisible();
  await keyboard.press('Escape');

  // What goes says what rested on it.
  await app.page.getByRole('button', { name: 'Themes', exact: true }).click();
  await app.page.getByRole('button', { name: 'More for Different locked doors' }).click();
  await app.page.getByRole('menuitem', { name: 'Delete theme' }).click();
  await expect(
    app.page.getByText('Theme ‘Different locked doors’ deleted. 1 claim rested on it', {
      exact: true,
    }),
  ).toBeVisible();
});

test('claims are dragged, and what they rest on is opened, taken away and chosen by pointer', async ({
  app,
}) => {
  const planning = new PlanningPage(app.page);
  await planning.open();
  await expect(planning.chips('Help counts as help')).toHaveText([
    /Believed before helped/u,
    /Keeping it in/u,
    /P03 Nasreen“So I said no/u,
  ]);
  await planning.claim('Belief is recognised').dragTo(planning.claim('Help counts as help'), {
    sourcePosition: { x: 8, y: 12 },
    targetPosition: { x: 60, y: 4 },
  });
  await expect(planning.list('Findings').locator('[data-claim-words]').first()).toContainText(
    'Belief is recognised',
  );
  await planning.claim('Belief is recognised').dragTo(planning.claim('Nobody should have'), {
    sourcePosition: { x: 8, y: 12 },
    targetPosition: { x: 60, y: 4 },
  });
  await expect(planning.list('Guiding principles')).toContainText('Belief is recognised');
  await planning.expectSaid(/is now among the guiding principles/u);

  // In a narrow window the details lie over the lists, which keep clear of them.
  await app.page.setViewportSize({ width: 1024, height: 700 });
  await planning.words('Help counts as help').click();
  await expect(planning.details).toContainText('Help counts as help');
  const row = planning.claim('Help counts as help');
  await row.getByRole('button', { name: 'Take away code ‘Keeping it in’' }).click();
  await expect(planning.chips('Help counts as help')).toHaveCount(2);
  await app.page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(planning.chips('Help counts as help')).toHaveCount(3);

  await row.getByRole('button', { name: /^Add to/u }).click();
  await planning.picker.getByRole('tab', { name: 'Quotes' }).click();
  const quotes = planning.picker.getByRole('grid', { name: 'Quotes of Believed before helped' });
  await planning.picker.getByRole('searchbox').fill('gatepost');
  await expect(quotes.getByRole('row')).toHaveCount(1);
  await quotes.getByRole('row').first().click();
  await app.expectAccessible();
  await planning.picker.getByRole('button', { name: 'Add 1 quote' }).click();
  await expect(planning.chips('Help counts as help').last()).toContainText('gatepost');

  await row.getByRole('button', { name: 'Code Keeping it in' }).click();
  await expect(app.page.getByRole('main', { name: 'Codebook' })).toBeVisible();
  await app.page.goBack();
  await expect(row).toBeVisible();
  // At twice the size nothing is out of reach.
  await app.page.setViewportSize({ width: 640, height: 450 });
  await expect(planning.newOf('finding')).toBeVisible();
  await app.expectAccessible();
  expect(
    await app.page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
});
