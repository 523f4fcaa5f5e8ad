import type { Reading } from '#shared/contract/sources.ts';
import type { Coding } from '#shared/model/coding.ts';
import { type App, expect, test } from './app.ts';
import { CodingPage } from './pages/coding-page.ts';
import { importWords } from './pages/own-source.ts';

test.use({ project: 'new' });

const family = '👩‍👩‍👧‍👦';
const wave = '👋🏽';
const flags = '🇬🇧🇫🇷';
const stacked = 'n\u0303\u0323o\u0302\u0301';

/** Every coding of the one source with its words. */
const coded = async (app: App): Promise<readonly string[]> => {
  const [source] = (await app.call('sources.list')) as readonly { id: string }[];
  const list = (await app.call('codings.list', { sourceId: source?.id })) as readonly Coding[];
  const { text } = (await app.call('sources.get', { id: source?.id })) as Reading;
  return list.map(({ start, end }) => text.slice(start, end));
};

test('right-to-left words, marks, families, skin and flags are never cut, by mouse or by key', async ({
  app,
}) => {
  const coding = new CodingPage(app.page);
  await importWords(
    app,
    'hostile',
    [
      `ANN: One ${family} two ${wave} and ${flags} here ${stacked} end.`,
      'BOB: مرحبا بكم في العيادة. كيف حالك اليوم؟',
      'ANN: שלום וברכה. The scan said דיסק, and then L4. מה שלומך?',
      'BOB: Yes.',
    ].join('\n\n'),
  );
  await coding.open();

  // By mouse, from inside one picture to between two flags.
  const from = await coding.middleOf(1, family);
  const to = await coding.middleOf(1, flags);
  await app.page.mouse.move(from.x - 3, from.y);
  await app.page.mouse.down();
  await app.page.mouse.move(to.x + 2, to.y, { steps: 5 });
  await app.page.mouse.move(to.x, to.y);
  await app.page.mouse.up();
  await expect
    .poll(async () => (await coding.painted('selection-kept')).join(''))
    .toBe(`${family} two ${wave} and 🇬🇧`);
  await coding.press('i');
  await coding.expectCodings(1);
  const [words = ''] = await coded(app);
  await coding.expectPainted('coding-active', [words]);

  // Word by word by key: what is not a word is part of none, and what is, is whole.
  await coding.press('Escape', 'Escape', 'j', 'k', 's', 's', 's');
  await coding.expectPainted('selection-kept', ['One']);
  await coding.press('Shift+L', 'Shift+L');
  await coding.expectPainted('selection-kept', [`One ${family} two ${wave} and`]);
  await coding.press('Shift+L', 'Shift+L', 'i');
  await coding.expectCodings(2);
  expect((await coded(app)).map((part) => part.normalize())).toContain(
    `One ${family} two ${wave} and ${flags} here ${stacked}`.normalize(),
  );

  // Right to left, sentence by sentence, and in both directions in one line.
  await coding.press('Escape', 'Escape', 'j', 'l');
  await coding.expectSaid('مرحبا بكم في العيادة.');
  await coding.press('l', 'i');
  await coding.expectSaid(/^Coded 'كيف حالك اليوم؟', 3 words, turn 2/u);
  await coding.press('l', 'l');
  await coding.expectSaid('The scan said דיסק, and then L4.');
  await coding.press('i');
  await coding.expectCodings(4);
  expect(await coded(app)).toEqual(
    expect.arrayContaining(['كيف حالك اليوم؟', 'The scan said דיסק, and then L4.']),
  );
  await expect(coding.speech(2)).toHaveCSS('direction', 'rtl');
  await coding.press('Escape', 'Escape');
  await coding.drag([3, 'scan said']);
  await coding.expectPainted('selection-kept', ['scan said']);
  await app.expectAccessible();
});

test('a line of a million characters is gone through and coded at the speed of typing', async ({
  app,
}) => {
  const sentence = 'I could not bend, said Dr. Hewitt to me, and then it hurt. ';
  const coding = new CodingPage(app.page);
  await importWords(
    app,
    'long',
    `ANN: Ready?\n\nBOB: ${sentence.repeat(17_000)}\n\nANN: ${'word '.repeat(20)}`,
  );
  await coding.open();
  const [source] = (await app.call('sources.list')) as readonly { length: number }[];
  expect(source?.length).toBeGreaterThan(1_000_000);
  await coding.transcript.focus();
  await coding.press('j', 'j');
  await expect(coding.turn(2)).toHaveAccessibleName(/^Turn 2, BOB\. A long turn/u);

  // How long the page is busy with each key, from here on.
  await app.page.evaluate(() => {
    const busy: number[] = [];
    Object.assign(globalThis, { busy });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) busy.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  await coding.press('l', 'l', 'l');
  await coding.expectSaid(sentence.trim());
  await coding.press('Shift+L', 's', 'i', 'l', 'l', '[');
  await coding.expectCodings(1);
  const longest = await app.page.evaluate(() =>
    Math.max(0, ...(globalThis as unknown as { readonly busy: readonly number[] }).busy),
  );
  test.info().annotations.push({ type: 'longest task', description: `${longest} ms` });
  // Painting a line of this length is what is left; it stays far from standing still.
  expect(longest).toBeLessThan(1500);

  // Far inside, by mouse: the words under it and no others.
  await coding.speech(2).evaluate((element) => {
    const range = document.createRange();
    const node = element.firstChild;
    if (node === null) return;
    range.setStart(node, 500_000);
    range.setEnd(node, 500_001);
    const pane = element.closest('[data-transcript]');
    const box = range.getBoundingClientRect();
    pane?.scrollBy({ top: box.top - 400 });
  });
  await app.page.mouse.dblclick(700, 420);
  await expect.poll(() => coding.painted('selection-kept')).toHaveLength(1);
  const [words = ''] = await coding.painted('selection-kept');
  expect(sentence).toContain(words);
  await coding.press('s');
  await coding.press('s');
  await coding.expectPainted('selection-kept', [sentence.trim()]);
  await coding.press('i');
  await coding.expectCodings(2);
  expect(await coded(app)).toContain(sentence.trim());
  await coding.press('l');
  await coding.expectSaid(sentence.trim());
});

test('fifty million characters pasted into a field are refused, and what was there stays', async ({
  app,
}) => {
  const coding = new CodingPage(app.page);
  await importWords(app, 'short', 'ANN: One. Two.\n\nBOB: Three.');
  await coding.open();
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.page.evaluate(() => navigator.clipboard.writeText('pain '.repeat(10_000_000)));
  await coding.transcript.focus();
  await coding.press('j', 'l', 'Shift+M');
  await app.page.keyboard.type('Kept. ');
  await coding.press('Control+v');
  await coding.expectSaid(/^That is 50,000,000 characters, and this field takes 100,000\./u);
  await expect(coding.notes.getByRole('textbox')).toHaveText('Kept.');
  await app.page.keyboard.type('And on.');
  await coding.press('Control+Enter');
  await expect(coding.notes).toContainText('Kept. And on.');

  await coding.press('/');
  await app.page.keyboard.type('Hope');
  await coding.press('Control+v');
  await coding.expectSaid(/^That is 50,000,000 characters, and this field takes 200\./u);
  await coding.press('Enter');
  await coding.expectCodings(1);
  await expect(coding.code('Hope')).toBeVisible();
  await coding.press('Control+f', 'Control+v');
  await coding.expectSaid(/this field takes 100,000\. Nothing was pasted\.$/u);
  await app.expectAccessible();
});
