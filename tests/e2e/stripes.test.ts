import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import { type App, expect, test } from './app.ts';
import { CodingPage } from './pages/coding-page.ts';

const gp = 'GP1 Dr Hewitt';

const openSource = async (app: App): Promise<{ coding: CodingPage; sourceId: string }> => {
  const coding = new CodingPage(app.page);
  await coding.open(gp);
  const sources = (await app.call('sources.list')) as readonly { id: string; name: string }[];
  await coding.transcript.focus();
  return { coding, sourceId: sources.find((source) => source.name === gp)?.id ?? '' };
};

const codingsOf = async (app: App, sourceId: string): Promise<readonly Coding[]> =>
  (await app.call('codings.list', { sourceId })) as readonly Coding[];

test('a coding is marked by key: shown, said, described for screen readers, undone', async ({
  app,
}) => {
  const { coding, sourceId } = await openSource(app);
  await coding.press('j', 'n');
  const name = coding.details.getByRole('heading', { level: 2 });
  await expect(name).toBeVisible();
  const code = ((await name.textContent()) ?? '').slice(1);
  await coding.press('*');
  await coding.expectSaid(`'${code}': important. Undo available.`);
  await coding.press('~');
  await coding.expectSaid(`'${code}': semantic. Undo available.`);
  await coding.press('~');
  await coding.expectSaid(`'${code}': latent. Undo available.`);
  const marks = coding.details.getByRole('group', { name: 'Marks' });
  await expect(marks.getByRole('button', { name: 'Important' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(marks.getByRole('button', { name: 'Latent' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const stripe = coding.stripes(code).first();
  await expect(stripe).toHaveAttribute('data-latent', 'true');
  await expect(stripe.locator('[data-important]')).toBeVisible();
  await expect(coding.tag).toHaveText(new RegExp(`${code}, important, latent$`, 'u'));
  const turn = await coding.focusedTurn();
  await expect(coding.turn(turn)).toHaveAccessibleDescription(
    new RegExp(`${code} \\(important, latent\\)`, 'u'),
  );
  await app.expectAccessible();
  // By pointer, and one mark at a time.
  await marks.getByRole('button', { name: 'Important' }).click();
  await expect(stripe.locator('[data-important]')).toHaveCount(0);
  await coding.press('Control+z', 'Control+z');
  await expect(marks.getByRole('button', { name: 'Semantic' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  expect((await codingsOf(app, sourceId)).filter((one) => one.important === 1)).toHaveLength(1);
});

test('pinned codes take the number keys first, keep them, and change places', async ({ app }) => {
  const { coding } = await openSource(app);
  const keys = app.page.getByRole('region', { name: 'Number keys' });
  // In the picker, by key.
  await coding.press('j', 'j', 'l', '/');
  await app.page.keyboard.type('Waiting');
  await coding.press('ArrowDown', 'Alt+p');
  await coding.expectSaid(/^Pinned '.*' to key 1$/u);
  await app.expectAccessible();
  // The first Esc empties the field, the second closes the picker.
  await coding.press('Escape', 'Escape');
  await expect(coding.picker).toHaveCount(0);
  await expect(keys.getByRole('listitem')).toHaveCount(1);
  const first = ((await keys.getByRole('listitem').first().textContent()) ?? '').slice(2);
  // In the list of codes.
  await coding.code('Ten minutes').hover();
  await app.page.getByRole('button', { name: 'Pin to a number key: Ten minutes' }).click();
  await expect(keys.getByRole('listitem').nth(1)).toContainText('Ten minutes');
  // A code that is used comes after the pinned ones.
  await coding.drag([5, 'What do I do']);
  await coding.code('Known by the GP').click();
  await expect(keys.getByRole('listitem').nth(2)).toContainText('Known by the GP');
  await coding.drag([6, 'Start']);
  await coding.press('1');
  await coding.expectSaid(`Coded '${first}', 1 word, turn 6. Undo available.`);
  await keys.getByRole('button', { name: 'Key before: Ten minutes' }).click();
  await coding.expectSaid("'Ten minutes' has key 1");
  await app.expectAccessible();
  // They are there again in another window of the same person.
  await app.page.reload();
  await expect(keys.getByRole('listitem')).toHaveText([/^1.*Ten minutes/u, /^2/u]);
  await coding.transcript.focus();
  await coding.press('j', 'j', 'j', '1');
  await coding.expectSaid(/^Coded 'Ten minutes'/u);
});

test('the sentence, the paragraph and the turn are selected around the place and coded', async ({
  app,
}) => {
  const { coding } = await openSource(app);
  const place = await coding.pointOf(4, 'when somebody');
  await app.page.mouse.click(place.x, place.y);
  await coding.press('Shift+S');
  await expect(coding.picker.getByRole('searchbox')).toBeFocused();
  await app.page.keyboard.type('Asking first');
  await coding.press('Enter');
  await coding.expectSaid(/^Coded 'Asking first', \d+ words, turn 4/u);
  await expect
    .poll(async () => (await coding.painted('coding-active')).join(''))
    .toMatch(/^I suppose .*\?$/su);
  await coding.press('Escape', 'Escape', 'Shift+T');
  await coding.press('Escape');
  const whole = ((await coding.speech(4).textContent()) ?? '').trim();
  await coding.expectPainted('selection-kept', [whole]);
  await coding.press('Escape', 'j', 'Shift+P', 'Escape');
  const next = ((await coding.speech(5).textContent()) ?? '').trim();
  await coding.expectPainted('selection-kept', [next]);
});

test('codings are filtered and coloured; what is hidden is neither painted nor walked', async ({
  app,
}) => {
  const { coding, sourceId } = await openSource(app);
  const all = await codingsOf(app, sourceId);
  await coding.press('f');
  const bar = coding.tools;
  await bar.getByRole('button', { name: 'Coders' }).click();
  await app.page.getByRole('menuitemcheckbox', { name: /Ruth Calloway/u }).click();
  await coding.press('Escape');
  const coders = (await app.call('coders.list')) as readonly { id: string; name: string }[];
  const ruth = coders.find((coder) => coder.name === 'Ruth Calloway')?.id;
  const own = all.filter((one) => one.coderId === ruth);
  expect(own.length).toBeGreaterThan(0);
  expect(own.length).toBeLessThan(all.length);
  await coding.expectSaid(`Showing ${own.length} of ${all.length} codings`);
  await expect(bar).toContainText(`Showing ${own.length} of ${all.length} codings`);
  await app.expectAccessible();
  // N goes through those that are shown, and no others.
  await coding.transcript.focus();
  const reading = (await app.call('sources.get', { id: sourceId })) as Reading;
  const walked: string[] = [];
  for (const one of own) {
    await coding.press('n');
    await coding.expectSaid(reading.text.slice(one.start, one.end));
    walked.push(one.id);
  }
  await coding.press('n');
  await coding.expectSaid('No further coding.');
  expect(walked).toHaveLength(own.length);

  await bar.getByRole('button', { name: /^Colour by/u }).click();
  await app.page.getByRole('menuitemradio', { name: 'coder' }).click();
  const legend = bar.getByRole('list', { name: 'Colours by coder' });
  await expect(legend.getByRole('listitem')).toHaveText(['RRuth Calloway']);
  await bar.getByRole('button', { name: 'Show all' }).click();
  await coding.expectSaid(`Showing all ${all.length} codings`);
  await expect(legend.getByRole('listitem')).toHaveText(['IImran Sethi', 'RRuth Calloway']);
  await expect(bar.getByRole('button', { name: /^Coded \d+ % of \d+ turns/u })).toBeVisible();
  await app.expectAccessible();
  await coding.transcript.focus();
  await coding.press('f');
  await expect(bar.getByRole('toolbar')).toHaveCount(0);
});

test('fifty codings over each other stay readable: lanes, a "+n", and every name within reach', async ({
  app,
}) => {
  const { coding, sourceId } = await openSource(app);
  const codes = (await app.call('codes.list')) as readonly Code[];
  const reading = (await app.call('sources.get', { id: sourceId })) as Reading;
  const turn = reading.turns[4];
  const chosen = codes.slice(0, 50);
  expect(chosen).toHaveLength(50);
  for (const { id: codeId } of chosen)
    await app.call('codings.create', {
      sourceId,
      codeId,
      start: turn?.speechStart,
      end: turn?.end,
    });
  const stack = app.page.locator('[data-stack="4"]');
  await expect(stack).toHaveText(/^\+\d+$/u);
  const stacked = Number((await stack.textContent())?.slice(1));
  const beside = await app.page.locator('[data-stripe]').evaluateAll((stripes) => {
    const at = document.getElementById('speech-4')?.getBoundingClientRect();
    return stripes
      .map((stripe) => stripe.getBoundingClientRect())
      .filter((box) => Math.abs(box.top - (at?.top ?? 0)) < 8)
      .map(({ left, right }) => [left, right] as const)
      .sort((a, b) => a[0] - b[0]);
  });
  expect(beside.length + stacked).toBe(50);
  beside.slice(1).forEach(([left], index) => {
    expect(left).toBeGreaterThanOrEqual((beside[index]?.[1] ?? 0) - 0.5);
  });
  await stack.hover();
  await expect(coding.tag.locator('li')).toHaveCount(13);
  await expect(coding.tag).toContainText(`and ${stacked - 12} more`);
  // By key: the list of the turn has them all, and goes to one of them.
  await coding.press('j', 'j', 'j', 'j', 'j', 'c');
  const list = app.page.getByRole('menu', { name: 'Turn 5: 50 codings' });
  await expect(list.getByRole('menuitem')).toHaveText(
    [...chosen].map(({ name }) => new RegExp(name.replace(/[()?.]/gu, '.'), 'u')),
  );
  await app.expectAccessible();
  await coding.press('ArrowDown', 'ArrowDown', 'Enter');
  await expect(list).toHaveCount(0);
  await expect(coding.details.getByRole('heading', { level: 2 })).toBeVisible();
  // Several of them get another code at once.
  await coding.details.getByRole('button', { name: 'Choose several' }).click();
  await coding.details.getByRole('button', { name: 'Choose all' }).click();
  await expect(coding.details.getByText('50 chosen')).toBeVisible();
  await app.expectAccessible();
  await coding.details
    .getByRole('group', { name: 'With the chosen codings' })
    .getByRole('button', { name: 'Recode' })
    .click();
  await app.page.keyboard.type('Being believed');
  await coding.press('Enter');
  await coding.expectSaid("Recoded 50 codings to 'Being believed'. Undo available.");
  await expect(stack).toHaveCount(0);
  await coding.press('Control+z');
  await expect(stack).toBeVisible();
});
