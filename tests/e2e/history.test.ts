import { expect, test } from './app.ts';
import { HistoryPage } from './pages/history-page.ts';

test('steps are read in people’s words, undone and redone by name', async ({ app }) => {
  const history = new HistoryPage(app.page);
  await history.open();
  await history.step(/Write memo 'The urn'/u).click();
  await expect(history.details.getByText('New memo ‘The urn’')).toBeVisible();
  await expect(history.details.getByText('"root"')).toHaveCount(0);
  await expect(history.details.getByText(/[\da-f]{8}-[\da-f]{4}-7/u)).toHaveCount(0);
  await app.expectAccessible();

  await app.call('codes.create', { name: 'Brought by the bus' });
  const undo = history.main.getByRole('button', { name: /^Undo: .*Brought by the bus/u });
  await undo.click();
  await expect(
    history.main.getByRole('button', { name: /^Redo: .*Brought by the bus/u }),
  ).toBeEnabled();
  await expect(history.step(/^Undone: .*Brought by the bus/u)).toBeVisible();
  await history.main.getByRole('button', { name: /^Redo: /u }).click();
  await expect(undo).toBeVisible();
  await app.expectAccessible();
});

test('steps are found by words, coder, record and day, and earlier ones come as one scrolls', async ({
  app,
}) => {
  const history = new HistoryPage(app.page);
  await history.open();
  await expect(history.steps.first()).toBeVisible();
  // Of hundreds of steps only those in sight are drawn, down to where the project began.
  await history.list.hover();
  await expect(async () => {
    await app.page.mouse.wheel(0, 20_000);
    await expect(app.page.getByText('This is where the project began.')).toBeVisible({
      timeout: 200,
    });
  }).toPass();
  expect(await history.steps.count()).toBeLessThan(100);
  await app.page.keyboard.press('Control+f');
  await app.page.keyboard.type('urn memo');
  await expect(history.steps).toHaveCount(1);
  await expect(history.step(/Write memo 'The urn'/u)).toBeVisible();
  await app.page.keyboard.press('Escape');
  await history.choose(/By whom/u, 'Ruth Calloway');
  await history.choose(/On what/u, 'Memo');
  await expect(history.steps.first()).toContainText('Ruth Calloway');
  await expect(history.list.getByText('Imran Sethi')).toHaveCount(0);
  await app.page.getByLabel('To', { exact: true }).fill('2001-01-01');
  await expect(app.page.getByText('No step is like that')).toBeVisible();
  await app.expectAccessible();
  await app.page.getByRole('button', { name: 'Show all steps' }).click();
  await expect(history.list.getByText('Imran Sethi').first()).toBeVisible();
});

test('an old step is undone by the keyboard; one that later work builds on says what does', async ({
  app,
}) => {
  const history = new HistoryPage(app.page);
  const { id } = (await app.call('codes.create', { name: 'Walking' })) as { readonly id: string };
  await app.call('codes.update', { id, name: 'Strolling' });
  await app.call('codes.create', { name: 'The garden' });
  await history.open();
  await history.list.getByRole('option').first().click();
  for (let down = 0; down < 2; down += 1) await app.page.keyboard.press('ArrowDown');
  await expect(
    history.details.getByRole('heading', { name: `Create code 'Walking'` }),
  ).toBeVisible();
  await history.details.getByRole('button', { name: 'Undo this step' }).focus();
  await app.page.keyboard.press('Enter');
  const refusal = history.details.getByRole('region', { name: /^Why this step/u });
  await expect(refusal).toContainText(
    /Since then code ‘Strolling’ was renamed on .* by Imran Sethi/u,
  );
  await app.expectAccessible();
  await refusal.getByRole('button', { name: `Rename code 'Walking' to 'Strolling'` }).focus();
  await app.page.keyboard.press('Enter');
  await expect(history.step(/^Rename code 'Walking'/u)).toBeFocused();
  await expect(history.details.getByText('Walking')).not.toHaveCount(0);
  await history.details.getByRole('button', { name: 'Undo this step' }).focus();
  await app.page.keyboard.press('Enter');
  await expect(history.step(/^Rename code 'Walking'/u)).toContainText('taken back later');
  await expect(history.step(/^Rename code 'Walking'/u)).toBeFocused();
  await expect(history.step(/^Take back “Rename code 'Walking'/u)).toBeVisible();
  await app.page.goBack();
  await history.details.getByRole('button', { name: 'Undo this step' }).click();
  await expect(history.step(/^Create code 'Walking'/u)).toContainText('taken back later');
  const names = (await app.call('codes.list')) as readonly { readonly name: string }[];
  expect(names.map(({ name }) => name)).not.toContain('Walking');
  expect(names.map(({ name }) => name)).toContain('The garden');
});

test('at 200 % zoom a step and what it changed can be read', async ({ app }) => {
  await app.page.setViewportSize({ width: 720, height: 450 });
  const history = new HistoryPage(app.page);
  await history.open();
  await history
    .step(/Write memo/u)
    .first()
    .click();
  await expect(history.details.getByText(/^New memo/u)).toBeVisible();
  await history.shell.expectNothingCutOff();
  await app.expectAccessible();
});
