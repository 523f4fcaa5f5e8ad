import type { Coding } from '#shared/model/coding.ts';
import { type App, expect, test } from './app.ts';
import { CodingPage } from './pages/coding-page.ts';
import { ShellPage } from './pages/shell-page.ts';

const gp = 'GP1 Dr Hewitt';

interface Coder {
  readonly id: string;
  readonly name: string;
}

const codingsOf = async (app: App, source = gp): Promise<readonly Coding[]> => {
  const sources = (await app.call('sources.list')) as readonly { id: string; name: string }[];
  const sourceId = sources.find(({ name }) => name.startsWith(source))?.id;
  return (await app.call('codings.list', { sourceId })) as readonly Coding[];
};

const column = (app: App, name: 'main' | 'beside') => app.page.locator(`[data-transcript=${name}]`);

/** The turn that stands at the top of a column. */
const topTurn = (app: App, name: 'main' | 'beside'): Promise<number> =>
  column(app, name).evaluate((pane) => {
    const { top } = pane.getBoundingClientRect();
    return [...pane.querySelectorAll('[data-turn]')].findIndex(
      (turn) => turn.getBoundingClientRect().bottom > top + 4,
    );
  });

test('two coders of one source stand side by side, scroll together and differ in sight', async ({
  app,
}) => {
  const coding = new CodingPage(app.page);
  await coding.open(gp);
  const coders = (await app.call('coders.list')) as readonly Coder[];
  const all = await codingsOf(app);
  const counts = coders.map(({ id }) => all.filter(({ coderId }) => coderId === id).length);
  const most = coders[counts.indexOf(Math.max(...counts))];
  const other = coders.find(({ id }) => id !== most?.id);
  const others = all.filter(({ coderId }) => coderId === other?.id);
  const [first] = others;
  // One of the two has one coding more, and it is nearly the same as one of the other's.
  await app.call('codings.create', {
    sourceId: first?.sourceId,
    codeId: first?.codeId,
    start: (first?.start ?? 0) + 3,
    end: first?.end,
    coderId: most?.id,
  });
  const mine = (await codingsOf(app)).filter(({ coderId }) => coderId === most?.id);
  const alone = mine.filter(({ codeId, start, end }) =>
    others.every((one) => one.codeId !== codeId || one.end <= start || one.start >= end),
  );
  expect(alone.length).toBeLessThan(mine.length);

  await coding.transcript.focus();
  await coding.press('b');
  const dialog = app.page.getByRole('dialog', { name: 'Side by side' });
  await expect(dialog.getByRole('radio', { name: /Two coders/u })).toBeChecked();
  await app.expectAccessible();
  await dialog.getByRole('button', { name: 'Show side by side' }).click();
  await expect(column(app, 'beside')).toBeVisible();
  const left = app.page.getByRole('region', { name: /first column$/u });
  const right = app.page.getByRole('region', { name: /second column$/u });
  await expect(left.getByRole('heading', { level: 2 })).toHaveText(most?.name ?? '');
  await expect(right.getByRole('heading', { level: 2 })).toHaveText(other?.name ?? '');
  await expect(left).toContainText(`${mine.length} codings, ${alone.length} only here`);
  await app.expectAccessible();

  // The columns have the room of the details, until these are asked for.
  await expect(coding.details).toHaveCount(0);

  // The keys are for the column that has the focus; F6 goes between.
  await column(app, 'main').focus();
  await coding.press('n', 'm');
  await expect(coding.details.getByRole('textbox')).toBeFocused();
  await coding.press('Escape');
  await expect(coding.details).toContainText(most?.name ?? '');
  const shell = new ShellPage(app.page);
  await coding.press('F6');
  expect(await shell.focusedPane()).toMatch(/second column$/u);
  await coding.press('n');
  await expect(coding.details.getByText(`· ${other?.name} ·`)).toBeVisible();
  await coding.press('Shift+F6');
  expect(await shell.focusedPane()).toMatch(/first column$/u);
  await coding.press('Shift+F6', 'F6');
  expect(await shell.focusedPane()).toMatch(/first column$/u);

  // From difference to difference, in whichever column it is, by key and by button.
  const differing = [
    ...alone.map((one) => ({ ...one, of: left })),
    ...others
      .filter(({ codeId, start, end }) =>
        mine.every((one) => one.codeId !== codeId || one.end <= start || one.start >= end),
      )
      .map((one) => ({ ...one, of: right })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  await column(app, 'main').focus();
  await coding.press('Home', 'Escape');
  for (const [index, { of }] of differing.slice(0, 4).entries()) {
    await coding.press('z');
    await coding.expectSaid(
      new RegExp(`^Difference ${index + 1} of ${differing.length}, only \\w.*, turn \\d+: `, 'u'),
    );
    expect(await coding.hasFocus(of)).toBe(true);
  }
  await coding.press('Shift+Z');
  await coding.expectSaid(`Difference 3 of ${differing.length}, only`);
  await left.getByRole('button', { name: 'Next difference' }).click();
  await coding.expectSaid(`Difference 4 of ${differing.length}, only`);
  await app.expectAccessible();

  // Either column leads.
  await column(app, 'main').focus();
  await coding.press('Home');
  await expect.poll(() => topTurn(app, 'main')).toBe(0);
  await column(app, 'main').hover();
  await app.page.mouse.wheel(0, 2500);
  await expect.poll(() => topTurn(app, 'main')).toBeGreaterThan(10);
  await expect
    .poll(async () => (await topTurn(app, 'beside')) - (await topTurn(app, 'main')))
    .toBe(0);
  await column(app, 'beside').hover();
  await app.page.mouse.wheel(0, -4000);
  await expect.poll(() => topTurn(app, 'main')).toBe(0);

  // What is coded by the other's side is one's own, and said to be.
  const now = ((await app.call('project.state')) as { coder: Coder }).coder;
  const foreign = now.id === most?.id ? 'beside' : 'main';
  await column(app, foreign).focus();
  await coding.press('Home', 'j', 'l', 'i');
  await coding.expectSaid(/this column shows the codings of another coder\. Undo available\.$/u);
  await coding.press('Control+z');

  // One above the other where there is no room, and in forced colours.
  await app.page.setViewportSize({ width: 1024, height: 700 });
  const [above, below] = await Promise.all([left.boundingBox(), right.boundingBox()]);
  expect(below?.y ?? 0).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
  await app.page.emulateMedia({ forcedColors: 'active' });
  await app.expectAccessible();
  await app.page.emulateMedia({ forcedColors: 'none' });
  await app.page.setViewportSize({ width: 1440, height: 900 });
  await right.getByRole('button', { name: 'Close this column' }).click();
  await expect(column(app, 'beside')).toHaveCount(0);
  await expect(coding.details).toBeVisible();
  await coding.expectCodings(all.length + 1);
});

test('another source is read and coded beside the first, each with its own place', async ({
  app,
}) => {
  const coding = new CodingPage(app.page);
  await coding.open(gp);
  await app.page.getByRole('button', { name: 'Side by side' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Side by side' });
  await dialog.getByText('Another source', { exact: true }).click();
  await dialog.getByRole('button', { name: /^GP2|Source/u }).click();
  await app.page.getByRole('option', { name: /^GP2/u }).click();
  await dialog.getByRole('button', { name: 'Show side by side' }).click();
  const beside = column(app, 'beside');
  await expect(beside).toHaveAccessibleName(/^Transcript of GP2/u);
  const before = (await codingsOf(app, 'GP2')).length;
  const own = (await codingsOf(app)).length;

  // By mouse in the second column, then by keys in the first: nothing gets mixed up.
  const speech = beside.locator('[data-speech]').nth(2);
  await speech.click({ clickCount: 3 });
  const words = ((await speech.textContent()) ?? '').trim();
  await coding.expectPainted('selection-kept', [words]);
  await expect(coding.bar).toBeVisible();
  await coding.bar.getByRole('button', { name: 'Code in vivo' }).click();
  await expect.poll(async () => (await codingsOf(app, 'GP2')).length).toBe(before + 1);
  await expect(beside.locator('[data-turn]').nth(2)).toHaveAccessibleDescription(/coding/u);
  await app.expectAccessible();

  await column(app, 'main').focus();
  await coding.press('Home', 'j', 'j', 'l', '1');
  await expect.poll(async () => (await codingsOf(app)).length).toBe(own + 1);
  await coding.expectSaid(/, 4 words, turn 3\. Undo available\.$/u);
  expect(await codingsOf(app, 'GP2')).toHaveLength(before + 1);
  await beside.focus();
  await coding.press('j');
  const focused = await beside.evaluate((pane) => pane.contains(document.activeElement));
  expect(focused).toBe(true);

  // Another one in its place, and back to one column.
  await app.page.getByRole('button', { name: /Source in this column/u }).click();
  await app.page.getByRole('option', { name: /^GP3/u }).click();
  await expect(beside).toHaveAccessibleName(/^Transcript of GP3/u);
  await app.page.getByRole('button', { name: 'Side by side' }).click();
  await expect(beside).toHaveCount(0);
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText(gp);
});
