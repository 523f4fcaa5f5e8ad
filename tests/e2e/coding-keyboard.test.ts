import type { Coding } from '#shared/model/coding.ts';
import { type App, expect, loaded, test } from './app.ts';
import { CodingPage } from './pages/coding-page.ts';

/** GP1 is the first source by name, and so the one that is open. */
const start = async (app: App): Promise<{ coding: CodingPage; before: number }> => {
  const coding = new CodingPage(app.page);
  await loaded(app.page);
  await app.page.keyboard.press('Control+2');
  await expect(coding.turn(1)).toBeVisible();
  for (let pane = 0; pane < 6; pane += 1) {
    if (await coding.transcript.evaluate((element) => element === document.activeElement)) break;
    await app.page.keyboard.press('F6');
  }
  await expect(coding.transcript).toBeFocused();
  const [first] = (await app.call('sources.list')) as readonly { id: string }[];
  const list = (await app.call('codings.list', { sourceId: first?.id })) as readonly Coding[];
  return { coding, before: list.length };
};

test('from a fresh focus J goes to the first turn, and on and back', async ({ app }) => {
  const { coding } = await start(app);
  await coding.press('k');
  expect(await coding.focusedTurn()).toBe(1);
  await coding.press('j', 'j', 'j');
  expect(await coding.focusedTurn()).toBe(4);
  await coding.press('k');
  expect(await coding.focusedTurn()).toBe(3);
});

test('turn, sentence, word; a selection grows and shrinks; a new code; the focus comes back', async ({
  app,
}) => {
  const { coding, before } = await start(app);
  await coding.press('j', 'j', 'j', 's');
  const whole = (await coding.speech(3).textContent()) ?? '';
  await coding.expectPainted('selection-kept', [whole.trim()]);
  await coding.press('s');
  await coding.expectPainted('selection-kept', ['It was a plant.']);
  await coding.expectSaid('sentence: It was a plant.');
  await coding.press('s', 'Shift+L', 'Shift+L');
  await coding.expectPainted('selection-kept', ['It was a']);
  await coding.press('Shift+H');
  await coding.expectPainted('selection-kept', ['It was']);
  await app.expectAccessible();

  await coding.press('/');
  await expect(coding.picker.getByRole('searchbox')).toBeFocused();
  // Keys are letters here, and what is typed at once counts at once.
  await app.page.keyboard.type('njs. Crackers');
  await coding.press('Enter');
  await expect(coding.picker).toHaveCount(0);
  await coding.expectCodings(before + 1);
  await coding.expectSaid("Coded 'njs. Crackers', 2 words, turn 3. Undo available.");
  expect(await coding.focusedTurn()).toBe(3);
  await coding.expectPainted('coding-active', ['It was']);
  await coding.press('j');
  expect(await coding.focusedTurn()).toBe(4);

  // What a screen reader hears of a turn: its codings as text.
  await expect(coding.turn(3)).toHaveAccessibleDescription('1 coding: njs. Crackers');

  await coding.press('/');
  await coding.press('Escape');
  await expect(coding.picker).toHaveCount(0);
  expect(await coding.focusedTurn()).toBe(4);
  await coding.press('s', 's', '.');
  await coding.expectCodings(before + 2);
  await coding.press('l', '1');
  await coding.expectCodings(before + 3);
  await coding.press('5');
  await coding.expectSaid('Only 1 of the number keys has a code yet.');

  await coding.press('Control+z', 'Control+z');
  await coding.expectCodings(before + 1);
  expect(await coding.focusedTurn()).toBe(4);
  await coding.press('Control+Shift+z');
  await coding.expectCodings(before + 2);
});

test('nothing to do is said: no code used yet, no coding chosen', async ({ app }) => {
  const { coding, before } = await start(app);
  await coding.press('j', '.');
  await coding.expectSaid('No code used yet. Press / to choose one.');
  await coding.press('Delete');
  await coding.expectSaid('No coding chosen. Press N for the next one.');
  await coding.expectCodings(before);
});

test('codings are walked, resized, recoded, removed and brought back', async ({ app }) => {
  const { coding, before } = await start(app);
  const name = coding.details.getByRole('heading', { level: 2 });
  await coding.press('n');
  await expect(name).toBeVisible();
  const first = await name.textContent();
  const [words = ''] = await coding.painted('coding-active');
  await coding.press('n');
  await expect.poll(() => coding.painted('coding-active')).not.toEqual([words]);
  const second = await coding.painted('coding-active');
  await coding.press('p');
  await coding.expectPainted('coding-active', [words]);

  await coding.press('[');
  await expect
    .poll(async () => (await coding.painted('coding-active'))[0]?.length)
    .toBeLessThan(words.length);
  await coding.expectSaid(/^Now \d+ words\. Undo available\.$/u);
  await coding.press('Control+z');
  await coding.expectPainted('coding-active', [words]);

  await coding.press('Delete');
  await coding.expectCodings(before - 1);
  await coding.expectSaid(`Removed '${first?.slice(1)}' from this passage. Undo available.`);
  // On from where it was, not from the start of its turn.
  await coding.press('n');
  await coding.expectPainted('coding-active', second);
  await coding.press('Control+z');
  await coding.expectCodings(before);

  await coding.press('r');
  await expect(coding.picker.getByRole('searchbox')).toBeFocused();
  await app.page.keyboard.type('Having nothing');
  await coding.press('Enter');
  await coding.expectSaid("Recoded to 'Having nothing to offer'. Undo available.");
  await expect(name).toContainText('Having nothing to offer');
  await app.expectAccessible();
});

test('a memo is written and the focus comes back to the words', async ({ app }) => {
  const { coding } = await start(app);
  await coding.press('n');
  const turn = await coding.focusedTurn();
  expect(turn).toBeGreaterThan(0);
  await coding.press('m');
  await expect(coding.details.getByRole('textbox')).toBeFocused();
  await app.page.keyboard.type('njk. Ask Ruth.');
  await coding.press('Control+Enter');
  await expect(coding.details.getByText('njk. Ask Ruth.')).toBeVisible();
  await expect.poll(() => coding.focusedTurn()).toBe(turn);
  await expect(coding.turn(turn)).toHaveAccessibleDescription(/with a memo\.$/u);
  await expect(app.page.locator('[data-memo]').first()).toBeVisible();
});

test('the next uncoded turn, and on from there to the next coding', async ({ app }) => {
  const { coding } = await start(app);
  await coding.press('j', 'u');
  const turn = await coding.focusedTurn();
  await expect(coding.turn(turn)).toHaveAccessibleDescription('');
  await coding.press('n');
  expect(await coding.focusedTurn()).toBeGreaterThan(turn);
});

test('words are found in the source, one place after another, and selected in the end', async ({
  app,
}) => {
  const { coding } = await start(app);
  await coding.press('Control+f');
  await expect(coding.find.getByRole('searchbox')).toBeFocused();
  await app.page.keyboard.type('minutes');
  await expect(coding.find.getByRole('status')).toHaveText('7 found');
  await app.expectAccessible();
  await coding.press('Enter');
  await coding.expectPainted('found-current', ['minutes']);
  await coding.press('Enter');
  await expect(coding.find.getByRole('status')).toHaveText('2 of 7');
  await coding.press('Shift+Enter', 'Shift+Enter');
  await expect(coding.find.getByRole('status')).toHaveText('7 of 7');
  await app.page.keyboard.type('zzz');
  await expect(coding.find.getByRole('status')).toHaveText('Not found');
  await coding.press('Backspace', 'Backspace', 'Backspace', 'Enter', 'Escape');
  await expect(coding.find).toHaveCount(0);
  await coding.expectPainted('selection-kept', ['minutes']);
  await coding.expectPainted('found', []);
  expect(await coding.focusedTurn()).toBeGreaterThan(0);
});

test('another coding of the same words is chosen in the inspector, and the focus stays there', async ({
  app,
}) => {
  const { coding } = await start(app);
  const here = coding.details.getByRole('region', { name: 'Coded here' });
  for (let step = 0; step < 20 && (await here.count()) === 0; step += 1) await coding.press('n');
  const other = here.locator('[aria-current=false]').first();
  const name = (await other.textContent()) ?? '';
  await other.focus();
  await coding.press('Enter');
  const chosen = here.locator('[aria-current=true]');
  await expect(chosen).toHaveText(name);
  await expect(chosen).toBeFocused();
});
