import type { Memo } from '#shared/model/memo.ts';
import { type App, expect, test } from './app.ts';
import { CodingPage } from './pages/coding-page.ts';

const gp = 'GP1 Dr Hewitt';

const notesOf = async (app: App): Promise<readonly Memo[]> => {
  const [first] = (await app.call('sources.list')) as readonly { id: string }[];
  const memos = (await app.call('memos.inSource', { sourceId: first?.id })) as readonly Memo[];
  return memos.filter((memo) => memo.targetKind === 'source');
};

const sizeOf = (coding: CodingPage): Promise<number> =>
  coding.speech(3).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

test('a source is read without codes, in larger type, and notes stand beside their words', async ({
  app,
}) => {
  const coding = new CodingPage(app.page);
  await coding.open(gp);
  const small = await sizeOf(coding);
  const read = app.page.getByRole('button', { name: 'Read', exact: true });
  await read.click();
  await expect(read).toHaveAttribute('aria-pressed', 'true');
  await expect(coding.transcript).toHaveRole('document');
  expect(await sizeOf(coding)).toBeGreaterThan(small * 1.15);
  await coding.expectPainted('code-', []);
  await expect(app.page.locator('[data-stripe]')).toHaveCount(0);
  await expect(app.page.getByRole('row', { name: /^Ten minutes/u })).toHaveCount(0);
  await app.expectAccessible();

  // Nothing codes here, by no key, and the palette does not offer it.
  const before = ((await app.call('project.state')) as { undo: string | null }).undo;
  await coding.drag([3, 'It was a plant']);
  await coding.press('i', '.', '1', '/');
  await expect(coding.picker).toHaveCount(0);
  expect(((await app.call('project.state')) as { undo: string | null }).undo).toBe(before);

  // From the bar above the words; it saves itself.
  await coding.bar.getByRole('button', { name: 'Note on this passage' }).click();
  await expect(coding.notes.getByRole('textbox')).toBeFocused();
  await app.page.keyboard.type('He jokes first.');
  await app.expectAccessible();
  await coding.press('Escape');
  await expect(coding.notes).toHaveText(/He jokes first\./u);
  expect(await coding.focusedTurn()).toBe(3);
  await expect.poll(async () => (await notesOf(app)).length).toBe(1);
  const besideWords = async (): Promise<number> => {
    const words = await coding.pointOf(3, 'It was', 0);
    const card = await coding.notes.first().boundingBox();
    return Math.abs((card?.y ?? -1000) + 10 - words.y);
  };
  await expect.poll(besideWords).toBeLessThan(16);

  // Two at one place do not lie over each other.
  await coding.press('l', 'm');
  await app.page.keyboard.type('And then he is gone again, which is a thing to ask about.');
  await coding.press('Control+Enter');
  await expect(coding.notes).toHaveCount(2);
  const [one, two] = await Promise.all([0, 1].map((at) => coding.notes.nth(at).boundingBox()));
  expect(two?.y ?? 0).toBeGreaterThanOrEqual((one?.y ?? 0) + (one?.height ?? 0));

  // Changed, deleted, brought back.
  await coding.notes.first().getByRole('button', { name: 'Change the note' }).click();
  await coding.press('Control+End');
  await app.page.keyboard.type(' Always.');
  await coding.press('Control+Enter');
  await expect(coding.notes.first()).toContainText('He jokes first. Always.');
  await coding.notes.first().getByRole('button', { name: 'Delete the note' }).click();
  await coding.expectSaid('Note deleted. Undo available.');
  await expect(coding.notes).toHaveCount(1);
  await coding.press('Control+z');
  await expect(coding.notes).toHaveCount(2);
  await app.page.getByRole('tab', { name: 'Notes' }).click();
  await app.page.getByRole('button', { name: /^Turn 3 It was a plant He jokes/u }).click();
  await coding.expectPainted('selection-kept', ['It was a plant']);
  await app.expectAccessible();

  // With little room they stand at the foot of the pane; nothing is cut off.
  await app.page.setViewportSize({ width: 720, height: 700 });
  await coding.transcript.scrollIntoViewIfNeeded();
  await expect(coding.notes.first()).toBeInViewport();
  expect(await coding.transcript.evaluate((pane) => pane.scrollWidth - pane.clientWidth)).toBe(0);
  await app.expectAccessible();
  await app.page.setViewportSize({ width: 1440, height: 900 });
  await app.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await app.expectAccessible();
  await app.page.emulateMedia({ forcedColors: 'none' });

  // Back to coding: small signs are left, and one opens the note over the margin.
  await coding.transcript.focus();
  await coding.press('Escape', 'Shift+R');
  await expect(coding.transcript).toHaveRole('application');
  await expect(coding.notes).toHaveCount(0);
  await app.page.getByRole('button', { name: 'Note on turn 3' }).first().click();
  await expect(coding.notes).toHaveText(/He jokes first\. Always\./u);
  await app.expectAccessible();
});

test('how far one has read is remembered, also in another window', async ({ app }) => {
  const coding = new CodingPage(app.page);
  await coding.open(gp);
  await coding.transcript.focus();
  await coding.press('Shift+R');
  const header = app.page.locator('main header').first();
  await expect(header).toContainText('Not read yet');
  await expect(header).toContainText(/Read to turn \d+ of 61/u);
  await coding.speech(30).scrollIntoViewIfNeeded();
  await coding.press('g');
  await app.page.keyboard.type('40');
  await coding.press('Enter');
  await expect(header).toContainText(/Read to turn (?:39|4\d) of 61/u);
  const said = await header.textContent();
  const again = await app.page.context().newPage();
  await again.goto(app.address);
  const other = new CodingPage(again);
  await other.open(gp);
  await other.transcript.focus();
  await other.press('Shift+R');
  const reached = Number(/Read to turn (\d+)/u.exec(said ?? '')?.[1]);
  await expect(other.turn(reached)).toBeInViewport();
  await expect(again.getByRole('button', { name: /^GP1 Dr Hewitt/u })).toContainText(
    `Read to turn ${reached} of 61`,
  );
  await again.close();
});
