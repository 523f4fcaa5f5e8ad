import type { Locator } from '@playwright/test';
import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import { type App, expect, test } from './app.ts';
import { CodingPage } from './pages/coding-page.ts';
import { CorrectionPage } from './pages/correction-page.ts';
import { HistoryPage } from './pages/history-page.ts';

const gp = 'GP1 Dr Hewitt';

const readingOf = async (app: App): Promise<Reading> => {
  const sources = (await app.call('sources.list')) as readonly { id: string; name: string }[];
  const id = sources.find((source) => source.name === gp)?.id;
  return (await app.call('sources.get', { id })) as Reading;
};

const speechOf = async (app: App, number: number): Promise<string> => {
  const { text, turns } = await readingOf(app);
  const turn = turns[number - 1];
  return text.slice(turn?.speechStart, turn?.end);
};

/** Codes the first place where the interview says this with a code of this name. */
const code = async (app: App, name: string, quote: string): Promise<Coding> => {
  const { text, source } = await readingOf(app);
  const codes = (await app.call('codes.list')) as readonly Code[];
  const start = text.indexOf(quote);
  expect(start, quote).toBeGreaterThanOrEqual(0);
  return (await app.call('codings.create', {
    sourceId: source.id,
    codeId: codes.find((known) => known.name === name)?.id,
    start,
    end: start + quote.length,
  })) as Coding;
};

/** The words of all codings of the interview, by place. */
const quotes = async (app: App): Promise<readonly string[]> => {
  const { text, source } = await readingOf(app);
  const list = (await app.call('codings.list', { sourceId: source.id })) as readonly Coding[];
  return list.map(({ start, end }) => text.slice(start, end));
};

const passage =
  'It’s up there, behind your head, so they think I’m looking at them, which I’m quite proud of.';

test('a coded word is put right in place: its codings stay on it, and undo brings all back', async ({
  app,
}) => {
  const { page } = app;
  const coding = new CodingPage(page);
  const correction = new CorrectionPage(page);
  await code(app, 'Having nothing to offer', 'couch');
  const [before, said] = [await quotes(app), await speechOf(app, 7)];
  await coding.open(gp);
  const count = before.length;
  await coding.expectCodings(count);

  // By pointer: the pencil beside the turn.
  await coding.turn(7).hover();
  await page.getByRole('button', { name: 'Correct turn 7' }).click();
  await correction.expectOpen(7);
  await app.expectAccessible();
  await correction.select(7, 'couch');
  await page.keyboard.type('coaches');
  await expect(correction.turn(7)).toContainText('1 place corrected');
  // The codings are painted over what is typed, on the words they will be on.
  await expect.poll(() => coding.painted('code-')).toContain('coaches');
  await app.expectAccessible();

  // Left, the words are kept and offered again.
  await page.keyboard.press('Escape');
  await correction.expectClosed();
  await coding.expectSaid('Not saved. Your words for turn 7 are kept. Press E to go on.');
  await expect(coding.speech(7)).toHaveText(said);
  await expect.poll(() => coding.focusedTurn()).toBe(7);
  await expect(coding.turn(7)).toContainText('Correction not saved');
  await app.expectAccessible();
  // Neither does a reload take them.
  await page.reload();
  await expect(coding.turn(7)).toContainText('Correction not saved');
  await coding.transcript.focus();
  await coding.press('j', 'j', 'j', 'j', 'j', 'j', 'j');
  await coding.press('e');
  await correction.expectOpen(7);
  await expect(correction.turn(7)).toContainText('These are your words from before');
  const topOf = async (words: Locator): Promise<number> => (await words.boundingBox())?.y ?? 0;
  const stood = await topOf(correction.words(7));

  // No coding does more than move, so it is saved at once.
  await page.keyboard.press('Control+Enter');
  await coding.expectSaid(/^Turn 7 corrected\. \d+ codings moved\. Undo available\.$/u);
  await correction.expectClosed();
  await expect(coding.speech(7)).toHaveText(said.replace('couch', 'coaches'));
  await expect.poll(() => coding.focusedTurn()).toBe(7);
  // The words stay where the eyes are.
  expect(Math.abs((await topOf(coding.speech(7))) - stood)).toBeLessThan(4);
  await expect(coding.turn(7)).not.toContainText('not saved');
  await expect.poll(() => coding.painted('code-')).toContain('coaches');
  expect(await quotes(app)).toEqual(before.map((words) => words.replace('couch', 'coaches')));
  // What comes after it stands on its own words, too.
  await coding.press('n', 'n', 'n');
  await expect
    .poll(async () =>
      (await quotes(app)).includes((await coding.painted('coding-active')).join('')),
    )
    .toBe(true);

  await page.keyboard.press('Control+z');
  await coding.expectSaid('Undone: Correct turn 7');
  await expect(coding.speech(7)).toHaveText(said);
  await expect.poll(() => coding.painted('code-')).toContain('couch');
  expect(await quotes(app)).toEqual(before);
  expect(await app.call('project.check')).toMatchObject({ sound: true });

  // Unsaved words for a turn that was changed meanwhile are let go of after a reload, and that is said.
  await coding.transcript.focus();
  await coding.press('e');
  await correction.expectOpen(7);
  await correction.select(7, 'couch');
  await page.keyboard.type('sofa');
  await expect(correction.turn(7)).toContainText('1 place corrected');
  await page.keyboard.press('Escape');
  await expect(coding.turn(7)).toContainText('Correction not saved');
  const { source, turns } = await readingOf(app);
  const speech = { turnId: turns[6]?.id, before: said, after: said.replace('couch', 'settee') };
  await app.call('turns.correct', { sourceId: source.id, speeches: [speech], lose: [] });
  await page.reload();
  await expect(page.getByText(/^Turn 7 was changed after you began/u).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy the words' })).toBeVisible();
  await expect(coding.speech(7)).toContainText('settee');
  await expect(coding.turn(7)).not.toContainText('not saved');
  await app.expectAccessible();
  await page.reload();
  await expect(coding.speech(7)).toContainText('settee');
  await expect(page.getByText(/^Turn 7 was changed/u)).toHaveCount(0);
});

test('a coded passage that is deleted is listed first, and comes back with undo', async ({
  app,
}) => {
  const { page } = app;
  const coding = new CodingPage(page);
  const correction = new CorrectionPage(page);
  const before = await quotes(app);
  expect(before).toContain(passage);
  await code(app, 'Having nothing to offer', `clock. ${passage}`);
  await coding.open(gp);
  await coding.expectCodings(before.length + 1);
  await coding.transcript.focus();
  await coding.press('j', 'j', 'j', 'j', 'j', 'j', 'j', 'e');
  await correction.expectOpen(7);
  await correction.select(7, passage);
  await coding.press('Delete');
  await expect(correction.turn(7)).toContainText('1 coding gets shorter, 1 coding would be lost');
  await page.keyboard.press('Control+Enter');
  await expect(correction.review).toContainText(
    '1 place corrected. 1 coding gets shorter, 1 coding would be lost.',
  );
  await expect(correction.review.getByRole('heading')).toBeFocused();
  const [lost, shorter] = [
    correction.review.getByRole('listitem').nth(0),
    correction.review.getByRole('listitem').nth(1),
  ];
  await expect(lost).toContainText('would be lost');
  await expect(lost).toContainText(passage);
  await expect(shorter).toContainText('Having nothing to offer');
  await app.expectAccessible();
  // Nothing is saved until somebody said so.
  await coding.expectCodings(before.length + 1);
  await page.keyboard.press('Escape');
  await correction.expectOpen(7);
  await page.keyboard.press('Control+Enter');
  await correction.review.getByRole('button', { name: 'Save correction, lose 1 coding' }).click();
  await coding.expectCodings(before.length);
  await correction.expectClosed();
  await expect(coding.speech(7)).not.toContainText('behind your head');

  // The history shows the words, not offsets.
  const history = new HistoryPage(page);
  await history.open();
  await history
    .step(/Correct turn 7/u)
    .first()
    .click();
  const change = history.details
    .getByRole('listitem')
    .filter({ hasText: 'Edited text of source' })
    .last();
  await expect(change.getByRole('deletion')).toContainText('behind your head');
  await expect(history.details.getByText(/moved with the words$/u)).toBeVisible();
  await app.expectAccessible();
  await page.getByRole('button', { name: 'Undo: Correct turn 7' }).first().click();
  await page.getByRole('button', { name: 'Coding', exact: true }).click();
  await coding.expectCodings(before.length + 1);
  await expect(coding.speech(7)).toContainText(passage);
  expect((await quotes(app)).filter((words) => words === passage)).toHaveLength(1);

  // The same words throughout the source, looked at place by place first.
  await page.keyboard.press('Control+Shift+h');
  const replacing = page.getByRole('dialog', { name: 'Replace in the source' });
  await replacing.getByLabel('Words as they are now').fill('minutes');
  await replacing.getByLabel('Words as they should be').fill('whole minutes');
  const places = replacing.getByRole('listitem');
  await expect(places.first()).toContainText('minutes whole minutes');
  const count = await places.count();
  expect(count).toBeGreaterThan(2);
  await app.expectAccessible();
  await places.first().getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await replacing.getByRole('button', { name: `Replace ${count - 1} places` }).click();
  await expect(replacing.getByText(/\d+ codings? gets? longer/u)).toBeVisible();
  await expect(replacing).toContainText('Ten minutes');
  await app.expectAccessible();
  await replacing.getByRole('button', { name: `Replace ${count - 1} places` }).click();
  await expect(replacing).toBeHidden();
  await coding.expectSaid(new RegExp(`^Replaced ‘minutes’ in ${count - 1} places\\. `, 'u'));
  expect((await readingOf(app)).text.split('whole minutes')).toHaveLength(count);
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect.poll(async () => (await readingOf(app)).text.includes('whole minutes')).toBe(false);
  expect(await app.call('project.check')).toMatchObject({ sound: true });
});

test('a turn is split, given to somebody else and merged again by keyboard alone', async ({
  app,
}) => {
  const { page } = app;
  // As wide as a window at 200 % zoom, in forced colours.
  await page.setViewportSize({ width: 720, height: 450 });
  await page.emulateMedia({ forcedColors: 'active' });
  const coding = new CodingPage(page);
  const correction = new CorrectionPage(page);
  const [original, before] = [await readingOf(app), await quotes(app)];
  await page.getByRole('button', { name: 'Coding', exact: true }).click();
  await page.evaluate((hash) => location.assign(hash), `#/coding/${original.source.id}`);
  await page.reload();
  await expect(coding.turn(7)).toBeAttached();
  await coding.transcript.focus();
  await coding.press('j', 'j', 'j', 'j', 'j', 'j', 'j', 'e');
  await correction.expectOpen(7);
  await app.expectAccessible();
  // "[pause] |I look at the clock"
  await coding.press('Control+Home');
  for (let step = 0; step < 8; step += 1) await coding.press('ArrowRight');
  await coding.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Speaker of turn 7' })).toBeFocused();
  await coding.press('Tab');
  await expect(page.getByRole('button', { name: 'Split here' })).toBeFocused();
  await coding.press('Enter');
  await coding.expectSaid('Turn 7 split. You are at its second half, turn 8. Undo available.');
  await expect(coding.speech(7)).toHaveText('[pause]');
  await expect(coding.speech(8)).toHaveText(/^I look at the clock/u);
  await expect.poll(() => coding.focusedTurn()).toBe(8);
  expect(await quotes(app)).toEqual(before);
  // A turn that goes again leaves the focus to the one that has its words.
  await coding.press('Control+z');
  await expect.poll(() => coding.focusedTurn()).toBe(7);
  await coding.press('Control+Shift+z');
  await expect(coding.speech(8)).toHaveText(/^I look at the clock/u);

  await coding.press('e');
  await correction.expectOpen(7);
  await coding.press('Tab');
  await page.keyboard.type('Receptionist');
  await coding.press('Enter');
  await coding.expectSaid('Turn 7 is now said by Receptionist. Undo available.');
  await expect(coding.turn(7)).toContainText('Receptionist');

  await coding.press('Tab', 'Tab');
  await expect(page.getByRole('button', { name: 'Merge with next turn' })).toBeFocused();
  await coding.press('Enter');
  await coding.expectSaid(/^Turns 7 and 8 merged\. /u);
  await correction.expectClosed();
  await expect.poll(() => coding.focusedTurn()).toBe(7);
  await expect(coding.speech(7)).toHaveText(/^\[pause\] I look at the clock/u);
  expect((await readingOf(app)).text).toBe(original.text);
  expect(await quotes(app)).toEqual(before);
  for (const undone of ['Merge turns 7 and 8', 'Change speaker of turn 7', 'Split turn 7']) {
    await page.keyboard.press('Control+z');
    await coding.expectSaid(`Undone: ${undone}`);
  }
  expect(await readingOf(app)).toEqual(original);
  await app.expectAccessible();
});
