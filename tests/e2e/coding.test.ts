import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import { type App, expect, test } from './app.ts';
import { CodingPage } from './pages/coding-page.ts';

const gp = 'GP1 Dr Hewitt';
const ten =
  'Ten minutes, and three of them is her getting from the chair to the couch. I’m not moaning about her, she can’t go any faster, it’s what she’s come about. But it’s three minutes.';

const codings = async (app: App): Promise<readonly Coding[]> => {
  const sources = (await app.call('sources.list')) as readonly { id: string; name: string }[];
  const sourceId = sources.find((source) => source.name === gp)?.id;
  return (await app.call('codings.list', { sourceId })) as readonly Coding[];
};

/** The words of the codings of one code in the open source. */
const quotesOf = async (app: App, name: string): Promise<readonly string[]> => {
  const list = (await app.call('codes.list')) as readonly Code[];
  const code = list.find((known) => known.name === name);
  const found = (await codings(app)).filter((coding) => coding.codeId === code?.id);
  const [first] = found;
  if (first === undefined) return [];
  const reading = (await app.call('sources.get', { id: first.sourceId })) as Reading;
  return found.map((coding) => reading.text.slice(coding.start, coding.end));
};

test('words across turns are selected by mouse, coded from the bar, and undone', async ({
  app,
}) => {
  const coding = new CodingPage(app.page);
  await coding.open(gp);
  const before = (await codings(app)).length;
  // Backwards, from a later turn to an earlier one.
  await coding.drag([3, 'It was'], [5, 'What do I'], true);
  const words = await coding.painted('selection-kept');
  expect(words).toHaveLength(3);
  expect(words[1]).toMatch(/^Eat, eat\..*What do you do\?$/u);
  await app.expectAccessible();
  await coding.bar.getByRole('button', { name: 'Code', exact: true }).click();
  await coding.picker.getByRole('searchbox').fill('Having nothing');
  await app.expectAccessible();
  await coding.picker.getByRole('menuitem', { name: /Having nothing to offer/u }).click();
  await coding.expectCodings(before + 1);
  await coding.expectSaid(
    /^Coded 'Having nothing to offer', \d+ words, turn 3\. Undo available\.$/u,
  );
  await coding.expectPainted('coding-active', words);
  await expect(coding.stripes('Having nothing to offer').first()).toBeVisible();
  await app.page.keyboard.press('Control+z');
  await coding.expectCodings(before);
  await coding.expectSaid(/^Undone: Code/u);
  await coding.expectPainted('coding-active', []);
  await coding.expectPainted('selection-kept', words);
});

test('a triple click takes a coded turn as a whole, a selection may leave the words', async ({
  app,
}) => {
  const coding = new CodingPage(app.page);
  await coding.open(gp);
  const point = await coding.pointOf(7, 'thirty-eight');
  await app.page.mouse.click(point.x, point.y, { clickCount: 3 });
  const speech = (await coding.speech(7).textContent()) ?? '';
  await coding.expectPainted('selection-kept', [speech.trim()]);
  // On with the keys from where the mouse was.
  await app.page.keyboard.press('j');
  expect(await coding.focusedTurn()).toBe(8);
  // Down and out of the pane, to the status bar.
  const start = await coding.pointOf(7, 'thirty-eight', 0);
  await app.page.mouse.move(start.x - 2, start.y);
  await app.page.mouse.down();
  await app.page.mouse.move(start.x, 700, { steps: 4 });
  await app.page.mouse.move(start.x, 893, { steps: 4 });
  await app.page.mouse.up();
  await expect(coding.bar).toBeVisible();
  const words = await coding.painted('selection-kept');
  expect(words[0]).toMatch(/^thirty-eight contacts/u);
  expect(words.length).toBeGreaterThan(1);
});

test('coded words light their stripe, a click chooses them, further clicks go through all', async ({
  app,
}) => {
  const coding = new CodingPage(app.page);
  await coding.open(gp);
  const point = await coding.pointOf(7, 'Ten minutes');
  await app.page.mouse.move(point.x, point.y);
  await coding.expectPainted('coding-hovered', [ten]);
  await app.page.mouse.click(point.x, point.y);
  await coding.expectPainted('coding-active', [ten]);
  await expect(coding.details.getByRole('heading', { name: 'Ten minutes' })).toBeVisible();
  await app.expectAccessible();
  const both = await coding.pointOf(9, 'paracetamol');
  await app.page.mouse.click(both.x, both.y);
  await expect(coding.details.getByRole('heading', { name: 'Tablets as the reply' })).toBeVisible();
  await app.page.waitForTimeout(600);
  await app.page.mouse.click(both.x, both.y);
  await expect(coding.details.getByRole('heading', { name: 'Brushed off' })).toBeVisible();
  await app.page.waitForTimeout(600);
  await app.page.mouse.click(both.x, both.y);
  await expect(coding.details.getByRole('heading', { name: 'Tablets as the reply' })).toBeVisible();
  await coding.stripes('Brushed off').first().hover();
  await expect.poll(async () => (await coding.painted('coding-hovered'))[0]).toMatch(/^So I say/u);
  // A memo is marked beside its coding.
  await expect(coding.stripes('Brushed off').locator('[data-memo]').first()).toBeVisible();
  await expect(coding.tag).toHaveText(/Brushed off, with a memo$/u);
});

test('an end of a coding is dragged to another word; Esc leaves it as it was', async ({ app }) => {
  const coding = new CodingPage(app.page);
  await coding.open(gp);
  const point = await coding.pointOf(7, 'Ten minutes');
  await app.page.mouse.click(point.x, point.y);
  const grip = app.page.locator('[data-grip=end]');
  const drag = async (words: string): Promise<void> => {
    const box = await grip.boundingBox();
    const to = await coding.pointOf(7, words, words.length - 1);
    await app.page.mouse.move((box?.x ?? 0) + 7, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await app.page.mouse.down();
    await app.page.mouse.move(to.x + 3, to.y, { steps: 5 });
  };
  await drag('getting from the chair');
  const shorter = 'Ten minutes, and three of them is her getting from the chair';
  await coding.expectPainted('coding-active', [shorter]);
  await app.page.keyboard.press('Escape');
  await app.page.mouse.up();
  await coding.expectPainted('coding-active', [ten]);
  expect(await quotesOf(app, 'Ten minutes')).toContain(ten);
  await drag('getting from the chair');
  await app.page.mouse.up();
  await coding.expectSaid('Now 12 words. Undo available.');
  await coding.expectPainted('coding-active', [shorter]);
  expect(await quotesOf(app, 'Ten minutes')).toContain(shorter);
  await app.page.keyboard.press('Control+z');
  await coding.expectPainted('coding-active', [ten]);
});

test('a code is dragged onto words, and words onto a code', async ({ app }) => {
  const coding = new CodingPage(app.page);
  await coding.open(gp);
  const row = await coding.code('Brushed off').boundingBox();
  const onRow = { x: (row?.x ?? 0) + 60, y: (row?.y ?? 0) + 13 };
  const sentence = await coding.pointOf(4, 'when somebody');
  await app.page.mouse.move(onRow.x, onRow.y);
  await app.page.mouse.down();
  await app.page.mouse.move(onRow.x + 20, onRow.y + 2, { steps: 4 });
  await app.page.mouse.move(sentence.x, sentence.y, { steps: 6 });
  await app.page.mouse.move(sentence.x + 1, sentence.y);
  await expect
    .poll(async () => (await coding.painted('selection-kept')).join(''))
    .toMatch(/^I suppose .* what happens\?$/su);
  await app.page.mouse.up();
  await coding.expectSaid(/^Coded 'Brushed off', \d+ words, turn 4/u);

  await coding.drag([5, 'What do I do']);
  await coding.expectPainted('selection-kept', ['What do I do']);
  const words = await coding.pointOf(5, 'do I');
  await app.page.mouse.move(words.x, words.y);
  await app.page.mouse.down();
  await app.page.mouse.move(words.x - 20, words.y + 2, { steps: 4 });
  await app.page.mouse.move(onRow.x, onRow.y, { steps: 8 });
  await app.page.mouse.move(onRow.x + 2, onRow.y);
  await app.page.mouse.up();
  await coding.expectSaid("Coded 'Brushed off', 4 words, turn 5. Undo available.");
  expect(await quotesOf(app, 'Brushed off')).toContain('What do I do');
});

test('a code in the panel codes only words that were selected', async ({ app }) => {
  const coding = new CodingPage(app.page);
  await coding.open(gp);
  const before = (await codings(app)).length;
  await coding.code('Known by the GP').click();
  await coding.expectSaid('Select some words first, then choose a code for them.');
  expect(await codings(app)).toHaveLength(before);
  await coding.drag([5, 'What do I do']);
  await coding.code('Known by the GP').click();
  await coding.expectCodings(before + 1);
  // The bar offers it for the next words; its number is its key.
  await coding.drag([6, 'Start']);
  await coding.bar.getByRole('button', { name: /Code with ‘Known by the GP’/u }).click();
  await coding.expectCodings(before + 2);
  expect(await quotesOf(app, 'Known by the GP')).toEqual(
    expect.arrayContaining(['What do I do', 'Start']),
  );
});

test('stripes follow the words when the text gets larger and the window narrower', async ({
  app,
}) => {
  const coding = new CodingPage(app.page);
  await coding.open(gp);
  const apart = async (): Promise<number> => {
    const words = await coding.pointOf(7, 'Ten minutes', 0);
    const stripe = await coding.stripes('Ten minutes').first().boundingBox();
    return Math.abs((stripe?.y ?? -1000) + 10 - words.y);
  };
  await expect.poll(apart).toBeLessThan(14);
  await app.page.keyboard.press('Control+=');
  await app.page.keyboard.press('Control+=');
  await app.page.keyboard.press('Control+=');
  await expect.poll(apart).toBeLessThan(20);
  await app.page.setViewportSize({ width: 1200, height: 800 });
  await expect.poll(apart).toBeLessThan(20);
});

test('another source begins with nothing selected, and coming back returns to the place', async ({
  app,
}) => {
  const coding = new CodingPage(app.page);
  await coding.open(gp);
  await coding.drag([5, 'What do I do']);
  await expect(coding.bar).toBeVisible();
  await coding.speech(40).scrollIntoViewIfNeeded();
  await app.page.waitForTimeout(400);
  const place = async (): Promise<number> => (await coding.speech(40).boundingBox())?.y ?? 0;
  const before = await place();
  await app.page.getByRole('tab', { name: 'Sources' }).click();
  await app.page.getByRole('button', { name: /^GP2/u }).click();
  await expect(app.page.getByRole('heading', { level: 1 })).toContainText('GP2');
  await expect(coding.bar).toHaveCount(0);
  await coding.expectPainted('selection-kept', []);
  const words = new Set(await app.page.locator('[data-speech]').allTextContents());
  for (const piece of await coding.painted('code-'))
    expect([...words].some((speech) => speech.includes(piece))).toBe(true);
  await app.page.getByRole('button', { name: gp, exact: true }).click();
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText(gp);
  await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(3);
});

test.describe('with a source of its own', () => {
  test.use({ project: 'new' });

  const family = '👩‍👩‍👧‍👦';
  const lines = [
    `ANN: One ${family} two, cafe\u0301 and flags 🇬🇧🇫🇷 here.`,
    'BOB: مرحبا بكم في العيادة اليوم.',
    `ANN: ${Array.from({ length: 60 }, (_, index) => `Sentence ${index} of a long turn goes on.`).join(' ')}`,
    'BOB: Yes.',
  ];

  const importLines = async (app: App, text: readonly string[]): Promise<void> => {
    const file = join(app.folder, 'own.txt');
    writeFileSync(file, text.join('\n\n'));
    const chooser = app.page.waitForEvent('filechooser');
    await app.page.getByRole('button', { name: 'Import interviews' }).first().click();
    await (await chooser).setFiles([file]);
    await app.page.getByRole('button', { name: /^Import 1 /u }).click();
    await expect
      .poll(async () => (await app.call('sources.list')) as readonly unknown[])
      .toHaveLength(1);
  };

  test('nothing to code yet says what to do', async ({ app }) => {
    await app.page.getByRole('button', { name: 'Coding', exact: true }).click();
    await expect(app.page.getByText('Nothing to code yet')).toBeVisible();
    await app.expectAccessible();
  });

  test('emoji, accents and right-to-left words are coded whole', async ({ app }) => {
    const coding = new CodingPage(app.page);
    await importLines(app, lines);
    await coding.open();
    const selectIn = async (turn: number, from: number, to: number): Promise<void> => {
      await coding.speech(turn).click();
      await coding.speech(turn).evaluate(
        (element, [start, end]) => {
          const node = element.firstChild;
          if (node !== null) getSelection()?.setBaseAndExtent(node, end, node, start);
        },
        [from, to] as const,
      );
    };
    const speech = `One ${family} two, cafe\u0301 and flags 🇬🇧🇫🇷 here.`;
    await expect(coding.speech(1)).toHaveText(speech);
    // From inside the family, backwards, to inside the accented letter.
    await selectIn(1, speech.indexOf(family) + 3, speech.indexOf('\u0301'));
    await coding.expectPainted('selection-kept', [`${family} two, cafe\u0301`]);
    // The second half of one flag and the first of the next.
    await selectIn(1, speech.indexOf('🇬🇧') + 2, speech.indexOf('🇫🇷') + 2);
    await coding.expectPainted('selection-kept', ['🇬🇧🇫🇷']);
    await app.page.keyboard.press('i');
    await coding.expectCodings(1);
    await expect(coding.code('🇬🇧🇫🇷')).toBeVisible();
    await coding.speech(2).click();
    await app.page.keyboard.press('s');
    await coding.expectPainted('selection-kept', ['مرحبا بكم في العيادة اليوم.']);
    await app.page.keyboard.press('i');
    await coding.expectCodings(2);
    await expect(app.page.locator('[data-grip]')).toHaveCount(2);
    const [start, end] = await Promise.all(
      ['start', 'end'].map((which) => app.page.locator(`[data-grip=${which}]`).boundingBox()),
    );
    expect(start?.x ?? 0).toBeGreaterThan(end?.x ?? 0);
    await app.expectAccessible();
  });
});
