import type { Coding } from '#shared/model/coding.ts';
import { type App, expect, test } from './app.ts';
import { CodingPage } from './pages/coding-page.ts';

/*
 * The first interview of the sample study, by keyboard alone: read, coded, gone through, put right.
 * What a screen reader is told stands here as it is told.
 */

const countCodings = async (app: App): Promise<number> => {
  const [first] = (await app.call('sources.list')) as readonly { id: string }[];
  const list = (await app.call('codings.list', { sourceId: first?.id })) as readonly Coding[];
  return list.length;
};

/** Fails the test at the first touch of a mouse: errors in the page do. */
const forbidMouse = (app: App): Promise<void> =>
  app.page.evaluate(() => {
    addEventListener('pointerdown', () => reportError(new Error('A mouse was used')), true);
  });

test('the first interview is coded from the first turn on by keyboard alone', async ({ app }) => {
  const coding = new CodingPage(app.page);
  await forbidMouse(app);
  await coding.openByKeys();
  const before = await countCodings(app);

  // Turn by turn; a screen reader reads each one's name: number, speaker, words.
  await expect(coding.transcript).toHaveRole('application');
  await expect(coding.transcript).toHaveAccessibleDescription(/^J and K go from turn to turn/u);
  await coding.press('j', 'j', 'j');
  expect(await coding.focusedTurn()).toBe(3);
  await expect(coding.turn(3)).toHaveAccessibleName(/^Turn 3, Dr Hewitt: It was a plant\. Yes,/u);

  // Sentence by sentence.
  await coding.press('l');
  await coding.expectSaid('It was a plant.');
  await coding.press('l');
  await coding.expectSaid('Yes, put it there.');
  await coding.press('h', 'Shift+L');
  await coding.expectPainted('selection-kept', ['It was a plant. Yes, put it there.']);

  // A code that is there already.
  await coding.press('/');
  await expect(coding.picker.getByRole('searchbox')).toBeFocused();
  await app.page.keyboard.type('Ten min');
  await app.expectAccessible();
  await coding.press('Enter');
  await coding.expectSaid("Coded 'Ten minutes', 8 words, turn 3. Undo available.");
  await coding.expectCodings(before + 1);
  await expect(coding.turn(3)).toHaveAccessibleDescription('1 coding: Ten minutes');
  await coding.press('s', 's');
  await coding.expectSaid(/Coded Ten minutes\.$/u);

  // A new code; the last code once more; words as their own code.
  await coding.press('j', 'k', 'l', 'l', 'l', '/');
  await expect(coding.picker.getByRole('searchbox')).toBeFocused();
  await app.page.keyboard.type('Eating while asked');
  await coding.press('Enter');
  await coding.expectSaid(/^Coded 'Eating while asked', \d+ words, turn 3\. Undo available\.$/u);
  await coding.press('l', '.');
  await coding.expectSaid("Coded 'Eating while asked', 3 words, turn 3. Undo available.");
  await coding.press('.');
  await coding.expectSaid("Already coded 'Eating while asked'.");
  await coding.press('l', 'i');
  await coding.expectSaid("Coded 'Eat, eat.', 2 words, turn 4. Undo available.");
  await coding.expectCodings(before + 4);

  // Marked as important, and as latent.
  await coding.press('*');
  await coding.expectSaid("'Eat, eat.': important. Undo available.");
  await coding.press('~');
  await coding.expectSaid("'Eat, eat.': semantic. Undo available.");
  await coding.press('~');
  await coding.expectSaid("'Eat, eat.': latent. Undo available.");
  await expect(coding.turn(4)).toHaveAccessibleDescription(
    '1 coding: Eat, eat. (important, latent)',
  );

  // A memo on the coding looked at.
  await coding.press('m');
  await expect(coding.details.getByRole('textbox')).toBeFocused();
  await app.page.keyboard.type('njk. She offers, he eats.');
  await coding.press('Control+Enter');
  await coding.expectSaid('Memo saved');
  expect(await coding.focusedTurn()).toBe(4);
  await expect(coding.turn(4)).toHaveAccessibleDescription(/with a memo\.$/u);

  // Several passages at once, in different turns, undone as one.
  await coding.press('j', 's', 'a');
  await coding.expectSaid('1 passage chosen. Esc lets go of them.');
  await coding.press('l', 'a', 'j', 'l');
  await expect(coding.bar).toContainText('3 passages');
  await coding.expectPainted('passages-kept', [
    'What do I do, or what do I wish I did?',
    'Start with do.',
  ]);
  await app.expectAccessible();
  await coding.press('2');
  await coding.expectSaid(
    /^Coded 'Eating while asked' at 3 passages, \d+ words\. Undo available\.$/u,
  );
  await coding.expectCodings(before + 7);
  await coding.press('Control+z');
  await coding.expectSaid("Undone: Code 3 passages with 'Eating while asked'");
  await coding.expectCodings(before + 4);
  await coding.press('Control+Shift+z');
  await coding.expectCodings(before + 7);
  await coding.press('l');
  await coding.expectPainted('passages-kept', []);

  // An end moved, another code, gone and back.
  await coding.press('Escape', 'Escape', 'n', '[');
  await coding.expectSaid(/^Now \d+ words\. Undo available\.$/u);
  await coding.press(']', 'r');
  await expect(coding.picker.getByRole('searchbox')).toBeFocused();
  await app.page.keyboard.type('Having nothing');
  await coding.press('Enter');
  await coding.expectSaid("Recoded to 'Having nothing to offer'. Undo available.");
  // At once: it goes by the name it has now.
  await coding.press('Delete');
  await coding.expectSaid("Removed 'Having nothing to offer' from this passage. Undo available.");
  await coding.expectCodings(before + 6);
  await coding.press('Control+z');
  await coding.expectCodings(before + 7);
  await app.expectAccessible();
});

test('the first interview is gone through by keys: uncoded, speakers, numbers, words found, notes', async ({
  app,
}) => {
  const coding = new CodingPage(app.page);
  await forbidMouse(app);
  await coding.openByKeys();
  const last = await app.page.locator('[data-turn]').count();

  await coding.press('End');
  expect(await coding.focusedTurn()).toBe(last);
  await coding.press('Shift+U');
  const uncoded = await coding.focusedTurn();
  expect(uncoded).toBeLessThan(last);
  await expect(coding.turn(uncoded)).toHaveAccessibleDescription('');
  await coding.press('Home');
  expect(await coding.focusedTurn()).toBe(1);
  await coding.press('Shift+U');
  await coding.expectSaid('Every turn from here back is coded.');

  // The same speaker, on and back; then anyone but the interviewer, then one who was chosen.
  await coding.press('j', 'v');
  await expect(coding.turn(await coding.focusedTurn())).toHaveAccessibleName(/Interviewer/u);
  expect(await coding.focusedTurn()).toBe(4);
  await coding.press('Shift+V');
  expect(await coding.focusedTurn()).toBe(2);
  await coding.press('w', 'w');
  expect(await coding.focusedTurn()).toBe(5);
  await coding.press('o');
  const whose = app.page.getByRole('dialog', { name: 'Whose turns to go through' });
  await expect(whose).toBeVisible();
  await app.expectAccessible();
  await coding.press('Tab', 'ArrowDown', 'ArrowDown');
  await expect(whose.getByRole('radio', { name: 'Interviewer', exact: true })).toBeChecked();
  await coding.press('Tab', 'Tab', 'Enter');
  await expect.poll(() => coding.focusedTurn()).toBe(6);
  await coding.press('w');
  expect(await coding.focusedTurn()).toBe(8);

  // By number; one that is not there is said.
  await coding.press('g');
  const number = app.page.getByRole('dialog', { name: 'Go to turn' });
  await expect(number.getByRole('textbox')).toBeFocused();
  await app.page.keyboard.type('900');
  await coding.press('Enter');
  await expect(number).toContainText(`There are turns 1 to ${last}.`);
  await app.expectAccessible();
  await coding.press('Backspace', 'Backspace', 'Backspace', '3', '0', 'Enter');
  await expect.poll(() => coding.focusedTurn()).toBe(30);
  await expect(coding.turn(30)).toBeInViewport();

  // Words are looked for once and gone through while the bar is closed.
  await coding.press('Home', 'Control+f');
  await app.page.keyboard.type('minutes');
  await expect(coding.find.getByRole('status')).toHaveText('7 found');
  await coding.press('Enter', 'Escape');
  await coding.expectPainted('selection-kept', ['minutes']);
  const first = await coding.focusedTurn();
  await coding.press('F3');
  await coding.expectSaid(/^2 of 7, turn \d+: /u);
  await coding.press('Control+Shift+g');
  await coding.expectSaid(/^1 of 7, turn \d+: /u);
  expect(await coding.focusedTurn()).toBe(first);
  await coding.press('Shift+F3');
  await coding.expectSaid(/^7 of 7, turn \d+: /u);

  // A note on a turn, found again from elsewhere and read out, while one codes.
  await coding.press('Home', 'j', 'l', 'Shift+M');
  await expect(coding.notes.getByRole('textbox')).toBeFocused();
  await app.page.keyboard.type('A plant, to begin with.');
  await coding.press('Control+Enter');
  expect(await coding.focusedTurn()).toBe(2);
  await expect(coding.turn(2)).toHaveAccessibleDescription('1 note.');
  await expect(app.page.getByRole('button', { name: 'Note on turn 2' })).toBeVisible();
  await coding.press('End', 'Shift+Y');
  await coding.expectSaid(/^Note, turn 2: A plant, to begin with\. On: Is it all right/u);
  await expect(coding.notes).toContainText('A plant, to begin with.');
  await app.expectAccessible();
  await coding.press('y');
  await coding.expectSaid('No further note.');
});
