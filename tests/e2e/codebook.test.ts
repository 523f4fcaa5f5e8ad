import type { Code } from '#shared/model/code.ts';
import { expect, test } from './app.ts';
import {
  bodyCodes,
  bodyOutline,
  CodebookPage,
  codeNamed,
  seedCodes,
} from './pages/codebook-page.ts';

test.use({ project: 'new' });

test('an empty codebook says what it is for, and the first codes are made by the keyboard alone', async ({
  app,
}) => {
  const codebook = new CodebookPage(app.page);
  await codebook.open();
  await expect(app.page.getByText('No codes yet')).toBeVisible();
  await app.expectAccessible();
  await app.page.getByRole('main').getByRole('button', { name: 'New code' }).focus();
  await app.page.keyboard.press('Enter');
  await expect(codebook.dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await app.expectAccessible();
  await app.page.keyboard.press('Enter');
  await expect(codebook.dialog.getByText('Type a name first')).toBeVisible();
  await app.page.keyboard.type('Fear of movement');
  await app.page.keyboard.press('Enter');
  await codebook.expectFocused('Fear of movement');
  await codebook.expectAnnounced('Created ‘Fear of movement’. Undo available.');
  await app.page.keyboard.press('Control+Shift+Enter');
  await expect(codebook.dialog).toHaveAccessibleName('New code inside ‘Fear of movement’');
  await app.page.keyboard.type('Bending');
  await app.page.keyboard.press('Enter');
  await codebook.expectFocused('Bending');
  await app.page.keyboard.press('Control+Enter');
  await app.page.keyboard.type('Lifting');
  await app.page.keyboard.press('Enter');
  await codebook.expectFocused('Lifting');
  await codebook.expectOutline(['Fear of movement', '  Bending', '  Lifting']);
  await expect(app.page.getByText('3 codes, 0 codings')).toBeVisible();
});

test('several codes are made one after the other without leaving the form', async ({ app }) => {
  const codebook = new CodebookPage(app.page);
  await codebook.open();
  await app.page.getByRole('main').getByRole('button', { name: 'New code' }).click();
  for (const name of ['One', 'Two']) {
    await app.page.keyboard.type(name);
    await codebook.dialog.getByRole('button', { name: 'Create and add another' }).click();
    await expect(codebook.dialog.getByText(`Created ‘${name}’`)).toBeVisible();
  }
  await app.page.keyboard.type('two');
  await expect(codebook.dialog.getByText('There is a code ‘Two’ already')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await codebook.expectOutline(['One', 'Two']);
  await codebook.expectFocused('Two');
});

test('codes are moved, nested and brought back by the keys', async ({ app }) => {
  const codebook = new CodebookPage(app.page);
  await seedCodes(app, bodyCodes);
  await codebook.open();
  await codebook.expectOutline(bodyOutline);
  await codebook.row('Pain').click();
  await app.page.keyboard.type('sl');
  await codebook.expectFocused('Sleep');
  await app.page.keyboard.press('Alt+ArrowUp');
  await codebook.expectOutline(['Sleep', 'Pain', '  Flare', '  Ache', 'Work', '  Boss', 'Hope']);
  await codebook.expectAnnounced('Moved ‘Sleep’: now 1 of 4 at the top level. Undo available.');
  await codebook.expectFocused('Sleep');
  await app.page.keyboard.press('Alt+ArrowUp');
  await codebook.expectAnnounced('This is the first one here.');
  await app.page.keyboard.press('Alt+ArrowDown');
  await codebook.expectOutline(bodyOutline);
  await app.page.keyboard.press('Alt+Shift+ArrowRight');
  await codebook.expectOutline(['Pain', '  Flare', '  Ache', '  Sleep', 'Work', '  Boss', 'Hope']);
  await codebook.expectAnnounced('Moved ‘Sleep’: now 3 of 3 in ‘Pain’.');
  await app.page.keyboard.press('Alt+Shift+ArrowLeft');
  await codebook.expectOutline(bodyOutline);
  // At the top level the key has nothing to do; it must not lead back out of the codebook.
  await app.page.keyboard.press('Alt+Shift+ArrowLeft');
  await codebook.expectAnnounced('It is at the top level already.');
  await codebook.expectFocused('Sleep');
  await app.page.keyboard.press('End');
  await codebook.expectFocused('Hope');
  await app.page.keyboard.press('Home');
  await codebook.expectFocused('Pain');
  await app.page.keyboard.press('ArrowLeft');
  await codebook.expectOutline(['Pain', 'Sleep', 'Work', '  Boss', 'Hope']);
  await app.page.keyboard.press('ArrowRight');
  await codebook.expectOutline(bodyOutline);
  await app.page.keyboard.press('Control+z');
  await codebook.expectAnnounced('Undone: Move code');
  await codebook.expectOutline(['Pain', '  Flare', '  Ache', '  Sleep', 'Work', '  Boss', 'Hope']);
});

test('several codes move together, and a code is dragged by the keyboard', async ({ app }) => {
  const codebook = new CodebookPage(app.page);
  await seedCodes(app, bodyCodes);
  await codebook.open();
  await codebook.row('Work').click();
  await app.page.keyboard.press('Shift+ArrowDown');
  await app.page.keyboard.press('Shift+ArrowDown');
  await expect(codebook.details.getByRole('heading', { name: '3 codes chosen' })).toBeVisible();
  await app.expectAccessible();
  await app.page.keyboard.press('Alt+ArrowUp');
  await codebook.expectOutline(['Pain', '  Flare', '  Ache', 'Work', '  Boss', 'Hope', 'Sleep']);
  await codebook.expectAnnounced('Moved 2 codes: now 2 of 4 at the top level.');
  await codebook.row('Sleep').click();
  await app.page.keyboard.press('ArrowRight');
  await expect(app.page.getByRole('button', { name: 'Drag Sleep' })).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(app.page.locator(':focus')).toHaveAccessibleName(/Insert/u);
  await expect(async () => {
    await app.page.keyboard.press('ArrowUp');
    await expect(app.page.locator(':focus')).toHaveAccessibleName('Drop on Pain', {
      timeout: 150,
    });
  }).toPass({ intervals: [0] });
  await app.page.keyboard.press('Enter');
  await codebook.expectOutline(['Pain', '  Flare', '  Ache', '  Sleep', 'Work', '  Boss', 'Hope']);
  await codebook.expectFocused('Sleep');
});

test('codes are dragged by the mouse, between others and onto one', async ({ app }) => {
  const codebook = new CodebookPage(app.page);
  await seedCodes(app, bodyCodes);
  await codebook.open();
  await codebook.drag('Hope', 'Sleep', 'top');
  await codebook.expectOutline(['Pain', '  Flare', '  Ache', 'Hope', 'Sleep', 'Work', '  Boss']);
  await codebook.drag('Hope', 'Work', 'middle');
  await codebook.expectOutline(['Pain', '  Flare', '  Ache', 'Sleep', 'Work', '  Boss', '  Hope']);
  await codebook.row('Flare').click();
  await codebook.row('Ache').click({ modifiers: ['ControlOrMeta'] });
  await codebook.drag('Ache', 'Sleep', 'middle');
  await codebook.expectOutline(['Pain', 'Sleep', '  Flare', '  Ache', 'Work', '  Boss', '  Hope']);
  // A code does not go into what is nested in it.
  await codebook.drag('Work', 'Boss', 'middle');
  await codebook.expectOutline(['Pain', 'Sleep', '  Flare', '  Ache', 'Work', '  Boss', '  Hope']);
});

test('a code is moved by choosing its new parent from a list', async ({ app }) => {
  const codebook = new CodebookPage(app.page);
  await seedCodes(app, bodyCodes);
  await codebook.open();
  await codebook.row('Boss').click();
  await codebook.button('Move codes to').focus();
  await app.page.keyboard.press('Enter');
  await expect(codebook.dialog).toHaveAccessibleName('Move ‘Boss’ to');
  await expect(codebook.dialog.getByRole('option', { name: 'Boss' })).toHaveCount(0);
  await app.expectAccessible();
  await app.page.keyboard.type('slee');
  await expect(codebook.dialog.getByRole('option')).toHaveCount(1);
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await codebook.expectOutline(['Pain', '  Flare', '  Ache', 'Sleep', '  Boss', 'Work', 'Hope']);
  await codebook.expectFocused('Boss');
});

test('an unused code is deleted at once, and undo brings it and the focus back', async ({
  app,
}) => {
  const codebook = new CodebookPage(app.page);
  await seedCodes(app, bodyCodes);
  await codebook.open();
  await codebook.row('Sleep').click();
  await app.page.keyboard.press('Delete');
  await codebook.expectOutline(['Pain', '  Flare', '  Ache', 'Work', '  Boss', 'Hope']);
  await codebook.expectFocused('Work');
  await codebook.expectAnnounced('Deleted ‘Sleep’. Undo available.');
  await codebook.undoInToast('Deleted ‘Sleep’');
  await codebook.expectOutline(bodyOutline);
  await codebook.expectFocused('Sleep');
  // Nested codes go along, so that is said first; Escape keeps everything.
  await codebook.row('Pain').click();
  await app.page.keyboard.press('Delete');
  await expect(codebook.dialog.getByText('2 codes nested in it')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await codebook.expectFocused('Pain');
  await codebook.expectOutline(bodyOutline);
});

test('a filter that finds nothing offers the nearest codes, and can be cleared', async ({
  app,
}) => {
  const codebook = new CodebookPage(app.page);
  await seedCodes(app, bodyCodes);
  await codebook.open();
  await codebook.row('Pain').click();
  await app.page.keyboard.press('Control+f');
  await expect(codebook.filter).toBeFocused();
  await app.page.keyboard.type('bos');
  await codebook.expectOutline(['Work', '  Boss']);
  await expect(app.page.getByText('1 of 7 codes')).toBeVisible();
  await app.page.keyboard.type('ss hog');
  await expect(app.page.getByText('No code is called ‘bosss hog’')).toBeVisible();
  await app.expectAccessible();
  await app.page.getByRole('button', { name: 'Boss', exact: true }).click();
  await codebook.expectOutline(['Work', '  Boss']);
  await codebook.filter.focus();
  await app.page.keyboard.press('Escape');
  await codebook.expectOutline(bodyOutline);
});

test('all codes fold and unfold, and sort by name', async ({ app }) => {
  const codebook = new CodebookPage(app.page);
  await seedCodes(app, bodyCodes);
  await codebook.open();
  await app.page.getByRole('button', { name: 'Collapse all codes' }).click();
  await codebook.expectOutline(['Pain', 'Sleep', 'Work', 'Hope']);
  await app.page.getByRole('button', { name: 'Expand all codes' }).click();
  await codebook.expectOutline(bodyOutline);
  await app.page.getByRole('button', { name: /Sort codes/u }).click();
  await app.page.getByRole('option', { name: 'Name' }).click();
  await codebook.expectOutline(['Hope', 'Pain', '  Ache', '  Flare', 'Sleep', 'Work', '  Boss']);
  await codebook.row('Sleep').click();
  await app.page.keyboard.press('Alt+ArrowUp');
  await codebook.expectAnnounced('Sort by codebook order to move codes by the keys.');
});

test('a deep address opens its code, and says so when that code is gone', async ({ app }) => {
  const codebook = new CodebookPage(app.page);
  await seedCodes(app, bodyCodes);
  const boss = await codeNamed(app, 'Boss');
  await codebook.open();
  await app.page.getByRole('button', { name: 'Collapse all codes' }).click();
  await app.page.evaluate((id) => {
    location.hash = `#/codebook/${id}`;
  }, boss?.id);
  await codebook.expectFocused('Boss');
  await expect(codebook.field('Name')).toHaveValue('Boss');
  await app.page.evaluate(() => {
    location.hash = '#/codebook/00000000-0000-7000-8000-000000000000';
  });
  await expect(codebook.details.getByText('This code is no longer in the project')).toBeVisible();
});

test('while codes are read grey lines stand in; a failure says what happened and can be tried again', async ({
  app,
}) => {
  const codebook = new CodebookPage(app.page);
  await seedCodes(app, bodyCodes);
  let answer: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await app.page.route('**/call/codes.list', async (route) => {
    await asked;
    const error = { code: 'internal', message: 'The codes could not be read.' };
    await route.fulfill({ json: { ok: false, error } });
  });
  // What is kept from before would be shown otherwise.
  await app.page.reload();
  await app.page.getByRole('button', { name: 'Codebook', exact: true }).click();
  await expect(app.page.getByRole('main').getByRole('status', { name: 'Loading' })).toBeVisible();
  answer();
  await expect(app.page.getByRole('alert')).toContainText('The codes could not be read.');
  await app.expectAccessible();
  await app.page.unroute('**/call/codes.list');
  await app.page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await codebook.expectOutline(bodyOutline);
});

test('2,000 codes stay quick to hand: only what is in sight is drawn', async ({ app }) => {
  test.slow();
  const codebook = new CodebookPage(app.page);
  // The screens would read the growing list anew for every code, so they are put aside meanwhile.
  const address = app.page.url();
  await app.page.goto('about:blank');
  const create = async (name: string, parentId: string | null): Promise<string> => {
    const reply = await app.page.request.post(new URL('/call/codes.create', address).href, {
      data: { name, parentId },
    });
    return ((await reply.json()) as { readonly value: Code }).value.id;
  };
  for (let area = 0; area < 40; area += 1) {
    const parent = await create(`Area ${area}`, null);
    await Promise.all(
      Array.from({ length: 49 }, (_, index) => create(`Code ${area}.${index}`, parent)),
    );
  }
  await app.page.goto(address);
  await codebook.open();
  await expect(app.page.getByText('2,000 codes, 0 codings')).toBeVisible();
  expect(await codebook.tree.getByRole('row').count()).toBeLessThan(100);
  await codebook.row('Area 0').click();
  await app.page.keyboard.press('End');
  await codebook.expectFocused('Code 39.48');
  await codebook.filter.fill('39.4');
  await expect(app.page.getByText('10 of 2,000 codes')).toBeVisible();
  await codebook.filter.fill('');
  await app.page.getByRole('button', { name: 'Collapse all codes' }).click();
  await expect(codebook.row('Area 1')).toBeVisible();
  await expect(codebook.tree.getByRole('row', { name: /^Code/u })).toHaveCount(0);
  await app.expectAccessible();

  await codebook.row('Area 0').click();
  await app.page.keyboard.press('End');
  await codebook.expectFocused('Area 39');
  await app.page.keyboard.press('Shift+ArrowUp');
  await expect(codebook.details.getByRole('heading', { name: '2 codes chosen' })).toBeVisible();
  await app.page.keyboard.press('Alt+ArrowUp');
  await codebook.expectAnnounced('Moved 2 codes: now 38 of 40 at the top level.');
  await app.page.getByRole('button', { name: 'Expand all codes' }).click();
  await codebook.show('Unused');
  await expect(app.page.getByText('2,000 of 2,000 codes')).toBeVisible();
  await app.page.getByRole('button', { name: /Sort codes/u }).click();
  await app.page.getByRole('option', { name: 'Newest' }).click();
  await expect(codebook.tree.getByRole('row').first()).toHaveAccessibleName(/^Code 39\./u);
  await codebook.tree.getByRole('row').first().click();
  await app.page.keyboard.press('Control+a');
  await expect(codebook.details.getByRole('heading', { name: '2,000 codes chosen' })).toBeVisible();
  await app.expectAccessible();
});
