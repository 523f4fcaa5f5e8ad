import { readFile } from 'node:fs/promises';
import type { Code } from '#shared/model/code.ts';
import { type App, expect, test } from './app.ts';
import { CodebookPage } from './pages/codebook-page.ts';

interface Seed {
  readonly [name: string]: Seed;
}

/** Creates codes as another window would: names, and what is nested in them. */
const seed = async (app: App, codes: Seed, parentId: string | null = null): Promise<void> => {
  for (const [name, nested] of Object.entries(codes)) {
    const code = (await app.call('codes.create', { name, parentId })) as Code;
    await seed(app, nested, code.id);
  }
};

const codeNamed = async (app: App, name: string): Promise<Code | undefined> =>
  ((await app.call('codes.list')) as readonly Code[]).find((code) => code.name === name);

const body = { Pain: { Flare: {}, Ache: {} }, Sleep: {}, Work: { Boss: {} }, Hope: {} };
const bodyOutline = ['Pain', '  Flare', '  Ache', 'Sleep', 'Work', '  Boss', 'Hope'];

/** The sample study's quotes of a code, and the codes it has. */
const sampleCode = 'Brushed off';

test.describe('in a new project', () => {
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
    await seed(app, body);
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
    await codebook.expectOutline([
      'Pain',
      '  Flare',
      '  Ache',
      '  Sleep',
      'Work',
      '  Boss',
      'Hope',
    ]);
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
    await codebook.expectOutline([
      'Pain',
      '  Flare',
      '  Ache',
      '  Sleep',
      'Work',
      '  Boss',
      'Hope',
    ]);
  });

  test('several codes move together, and a code is dragged by the keyboard', async ({ app }) => {
    const codebook = new CodebookPage(app.page);
    await seed(app, body);
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
    await codebook.expectOutline([
      'Pain',
      '  Flare',
      '  Ache',
      '  Sleep',
      'Work',
      '  Boss',
      'Hope',
    ]);
    await codebook.expectFocused('Sleep');
  });

  test('codes are dragged by the mouse, between others and onto one', async ({ app }) => {
    const codebook = new CodebookPage(app.page);
    await seed(app, body);
    await codebook.open();
    await codebook.drag('Hope', 'Sleep', 'top');
    await codebook.expectOutline(['Pain', '  Flare', '  Ache', 'Hope', 'Sleep', 'Work', '  Boss']);
    await codebook.drag('Hope', 'Work', 'middle');
    await codebook.expectOutline([
      'Pain',
      '  Flare',
      '  Ache',
      'Sleep',
      'Work',
      '  Boss',
      '  Hope',
    ]);
    await codebook.row('Flare').click();
    await codebook.row('Ache').click({ modifiers: ['ControlOrMeta'] });
    await codebook.drag('Ache', 'Sleep', 'middle');
    await codebook.expectOutline([
      'Pain',
      'Sleep',
      '  Flare',
      '  Ache',
      'Work',
      '  Boss',
      '  Hope',
    ]);
    // A code does not go into what is nested in it.
    await codebook.drag('Work', 'Boss', 'middle');
    await codebook.expectOutline([
      'Pain',
      'Sleep',
      '  Flare',
      '  Ache',
      'Work',
      '  Boss',
      '  Hope',
    ]);
  });

  test('a code is moved by choosing its new parent from a list', async ({ app }) => {
    const codebook = new CodebookPage(app.page);
    await seed(app, body);
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
    await seed(app, body);
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

  test('what is typed saves itself, survives turning to another code, and an undo', async ({
    app,
  }) => {
    const codebook = new CodebookPage(app.page);
    await seed(app, body);
    await codebook.open();
    await codebook.row('Sleep').click();
    await codebook.field('Definition').fill('Nights with pain');
    await expect(codebook.details.getByText('Saving')).toBeVisible();
    await expect(codebook.details.getByRole('status')).toHaveText('Saved');
    expect((await codeNamed(app, 'Sleep'))?.definition).toBe('Nights with pain');
    // Turning to another code at once loses nothing.
    await codebook.field('Inclusion criteria').pressSequentially('Waking');
    await codebook.row('Hope').click();
    await expect(codebook.field('Inclusion criteria')).toHaveValue('');
    await expect.poll(async () => (await codeNamed(app, 'Sleep'))?.inclusion).toBe('Waking');
    await codebook.row('Sleep').click();
    await expect(codebook.field('Inclusion criteria')).toHaveValue('Waking');
    // An undo that arrives while somebody types in another field leaves those words alone.
    await codebook.field('Near miss').pressSequentially('Tired by');
    await app.call('history.undo');
    await codebook.field('Near miss').pressSequentially(' day');
    await expect(codebook.field('Inclusion criteria')).toHaveValue('');
    await expect(codebook.field('Near miss')).toHaveValue('Tired by day');
    await expect.poll(async () => (await codeNamed(app, 'Sleep'))?.nearMiss).toBe('Tired by day');
    await expect(codebook.field('Near miss')).toHaveValue('Tired by day');
  });

  test('words typed for a code that goes away are kept, and saved when it comes back', async ({
    app,
  }) => {
    const codebook = new CodebookPage(app.page);
    await seed(app, body);
    await codebook.open();
    await codebook.row('Sleep').click();
    await codebook.field('Definition').pressSequentially('Nights');
    await app.call('codes.delete', { ids: [(await codeNamed(app, 'Sleep'))?.id] });
    await expect(codebook.row('Sleep')).toHaveCount(0);
    await expect(codebook.field('Name')).toHaveValue('Work');
    await expect(
      codebook.toast('What you typed is kept until this window is closed'),
    ).toBeVisible();
    await app.call('history.undo');
    await codebook.row('Sleep').click();
    await expect(codebook.field('Definition')).toHaveValue('Nights');
    await expect.poll(async () => (await codeNamed(app, 'Sleep'))?.definition).toBe('Nights');
    await expect(codebook.details.getByRole('status')).toHaveText('Saved');
  });

  test('a code is renamed by the keyboard; an empty name is refused and the old one stays', async ({
    app,
  }) => {
    const codebook = new CodebookPage(app.page);
    await seed(app, body);
    await codebook.open();
    await codebook.row('Hope').click();
    await app.page.keyboard.press('F2');
    await expect(codebook.field('Name')).toBeFocused();
    await app.page.keyboard.press('Delete');
    await expect(codebook.details.getByText('A name cannot be empty')).toBeVisible();
    await app.page.keyboard.press('Tab');
    await expect(codebook.field('Name')).toHaveValue('Hope');
    await codebook.row('Hope').click();
    await app.page.keyboard.press('F2');
    await app.page.keyboard.type('Looking ahead');
    await expect(codebook.row('Looking ahead')).toBeVisible();
    await expect(codebook.field('Name')).toHaveValue('Looking ahead');
  });

  test('the colour is one of sixteen with names, chosen by the arrows', async ({ app }) => {
    const codebook = new CodebookPage(app.page);
    await seed(app, { Pain: {} });
    await codebook.open();
    await codebook.row('Pain').click();
    await expect(codebook.details.getByRole('radio')).toHaveCount(16);
    await codebook.details.getByRole('radio', { name: 'Blue' }).focus();
    await app.page.keyboard.press('ArrowRight');
    await expect(codebook.details.getByText('Colour: Amber')).toBeVisible();
    await expect.poll(async () => (await codeNamed(app, 'Pain'))?.colour).toBe(1);
    await expect(codebook.row('Pain').locator('[title=Amber]')).toBeVisible();
  });

  test('a filter that finds nothing offers the nearest codes, and can be cleared', async ({
    app,
  }) => {
    const codebook = new CodebookPage(app.page);
    await seed(app, body);
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
    await seed(app, body);
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
    await seed(app, body);
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
  });
});

test.describe('in the sample study', () => {
  test('a code shows what it means and where it is used; a quote leads to its place', async ({
    app,
  }) => {
    const codebook = new CodebookPage(app.page);
    await codebook.open();
    await codebook.row(sampleCode).click();
    await expect(codebook.field('Definition')).toHaveValue(/account is set aside/u);
    await expect(codebook.details.getByText('10 codings in 10 sources')).toBeVisible();
    const quotes = codebook.details.getByRole('link');
    await expect(quotes).toHaveCount(10);
    await app.expectAccessible();
    const words = (await quotes.first().locator('span').first().textContent()) ?? '';
    await quotes.first().focus();
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByRole('main', { name: 'Coding' })).toContainText(words);
    await app.page.goBack();
    await expect(codebook.row(sampleCode)).toHaveAttribute('aria-selected', 'true');
  });

  test('merging says what will happen, does it, and undo brings all back', async ({ app }) => {
    const codebook = new CodebookPage(app.page);
    await codebook.open();
    await codebook.row('Hinted it is in the head').click();
    await codebook.row(sampleCode).click({ modifiers: ['ControlOrMeta'] });
    await codebook.button('Merge codes').click();
    await expect(codebook.dialog).toHaveAccessibleName('Merge 2 codes');
    await app.expectAccessible();
    // What is nested in one that goes cannot be what stays.
    await expect(codebook.dialog.getByRole('option', { name: /^Hinted/u })).toHaveCount(0);
    await codebook.dialog.getByRole('option', { name: /^Brushed off/u }).click();
    await expect(
      codebook.dialog.getByText(/^7 codings.* to ‘Brushed off’\. Where two codings/u),
    ).toBeVisible();
    await codebook.dialog.getByRole('button', { name: 'Merge codes' }).click();
    await codebook.expectFocused(sampleCode);
    await expect(codebook.row('Hinted it is in the head')).toHaveCount(0);
    await expect(codebook.details.getByText(/^17 codings in/u)).toBeVisible();
    await codebook.undoInToast('Merged ‘Hinted it is in the head’ into ‘Brushed off’');
    await codebook.expectFocused('Hinted it is in the head');
    await codebook.row(sampleCode).click();
    await expect(codebook.details.getByText('10 codings in 10 sources')).toBeVisible();
  });

  test('a code is merged into another one by the keyboard', async ({ app }) => {
    const codebook = new CodebookPage(app.page);
    await codebook.open();
    await codebook.row('Put down to age or wear').click();
    await codebook.button('Merge codes').focus();
    await app.page.keyboard.press('Enter');
    await app.page.keyboard.type('seen as');
    await expect(codebook.dialog.getByRole('option')).toHaveCount(1);
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('Enter');
    await expect(codebook.dialog.getByText(/^4 codings.* to ‘Seen as a type’/u)).toBeVisible();
    await codebook.dialog.getByRole('button', { name: 'Merge codes' }).focus();
    await app.page.keyboard.press('Enter');
    await codebook.expectFocused('Seen as a type');
    await expect(codebook.details.getByText(/^16 codings in/u)).toBeVisible();
  });

  test('splitting gives the quotes that were chosen to a new code', async ({ app }) => {
    const codebook = new CodebookPage(app.page);
    await codebook.open();
    await codebook.row(sampleCode).click();
    await codebook.button('Split code').click();
    await expect(codebook.dialog.getByText('Choose the quotes')).toBeVisible();
    await app.expectAccessible();
    await codebook.dialog.getByRole('textbox', { name: 'Name' }).fill('Told to carry on');
    await codebook.dialog.getByRole('button', { name: 'Split code' }).click();
    await expect(codebook.dialog.getByText('Choose at least one quote.')).toBeVisible();
    const quotes = codebook.dialog.getByRole('grid', { name: 'Quotes' }).getByRole('row');
    await quotes.nth(0).click();
    await quotes.nth(2).click();
    await expect(
      codebook.dialog.getByText('2 codings move to ‘Told to carry on’, 8 stay.'),
    ).toBeVisible();
    await codebook.dialog.getByRole('button', { name: 'Split code' }).click();
    await codebook.expectFocused('Told to carry on');
    await expect(codebook.details.getByText('2 codings in 2 sources')).toBeVisible();
    await expect(codebook.row(sampleCode)).toHaveAccessibleName(/8 codings in 8 sources/u);
    await app.page.keyboard.press('Control+z');
    await expect(codebook.row('Told to carry on')).toHaveCount(0);
    await expect(codebook.row(sampleCode)).toHaveAccessibleName(/10 codings in 10 sources/u);
  });

  test('deleting a used code says what goes along first, and undo brings it back', async ({
    app,
  }) => {
    const codebook = new CodebookPage(app.page);
    await codebook.open();
    await codebook.row(sampleCode).click();
    await codebook.button('Delete codes').click();
    await expect(codebook.dialog).toHaveAccessibleName('Delete ‘Brushed off’');
    await expect(codebook.dialog.getByText('2 codes nested in it')).toBeVisible();
    await expect(codebook.dialog.getByText('21 codings in 14 sources')).toBeVisible();
    await app.expectAccessible();
    await codebook.dialog.getByRole('button', { name: 'Delete 3 codes' }).click();
    await expect(codebook.row(sampleCode)).toHaveCount(0);
    await codebook.expectFocused('Seen as a type');
    await codebook.undoInToast('Deleted ‘Brushed off’ with 21 codings');
    await codebook.expectFocused(sampleCode);
    await expect(codebook.details.getByText('10 codings in 10 sources')).toBeVisible();
  });

  test('a memo on a code saves itself while it is written', async ({ app }) => {
    const codebook = new CodebookPage(app.page);
    await codebook.open();
    await codebook.row(sampleCode).click();
    await codebook.details.getByRole('button', { name: 'Write a memo' }).click();
    await app.page.keyboard.type('Not the same as being short of time.');
    await app.expectAccessible();
    await codebook.details.getByRole('button', { name: 'Done' }).click();
    await expect(codebook.details.getByRole('article')).toContainText('short of time');
    await codebook.details.getByRole('button', { name: /^Change memo/u }).click();
    await app.page.keyboard.press('Control+End');
    await app.page.keyboard.type(' See GP2.');
    await codebook.row('Believed at last').click();
    await codebook.row(sampleCode).click();
    await expect(codebook.details.getByRole('article')).toContainText('short of time. See GP2.');
    await codebook.details.getByRole('button', { name: /^Delete memo/u }).click();
    await expect(codebook.details.getByRole('article')).toHaveCount(0);
    await codebook.undoInToast('Deleted the memo');
    await expect(codebook.details.getByRole('article')).toContainText('See GP2.');
  });

  test('the most used codes come first, with the codes they are nested in', async ({ app }) => {
    const codebook = new CodebookPage(app.page);
    await codebook.open();
    await app.page.getByRole('button', { name: /Sort codes/u }).click();
    await app.page.getByRole('option', { name: 'Most used' }).click();
    await expect(codebook.tree.getByRole('row').first()).toHaveAccessibleName(
      'Keeping it in, 23 codings in 16 sources',
    );
    await expect(codebook.tree.getByRole('row').first()).toContainText('Living round pain');
    await expect(app.page.getByRole('button', { name: 'Collapse all codes' })).toBeDisabled();
  });

  test('the codebook is exported as chosen, by the keyboard', async ({ app }) => {
    const codebook = new CodebookPage(app.page);
    await codebook.open();
    await codebook.row(sampleCode).click();
    await codebook.button('Export codebook').focus();
    await app.page.keyboard.press('Enter');
    await expect(codebook.dialog).toHaveAccessibleName('Export codebook');
    await app.expectAccessible();
    await codebook.dialog.getByRole('radio', { name: /CSV/u }).focus();
    await app.page.keyboard.press('Space');
    await codebook.dialog.getByRole('radio', { name: 'Only the 3 codes' }).focus();
    await app.page.keyboard.press('Space');
    const download = app.page.waitForEvent('download');
    await codebook.dialog.getByRole('button', { name: 'Export codebook' }).focus();
    await app.page.keyboard.press('Enter');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/ codebook\.csv$/u);
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toContain('Brushed off');
    expect(text).toContain('Hinted it is in the head');
    expect(text).not.toContain('Keeping it in');
    await expect(codebook.toast(/^Exported 3 codes to .*codebook\.csv \(/u)).toBeVisible();
    await expect(codebook.dialog).toHaveCount(0);
    await expect(codebook.button('Export codebook')).toBeFocused();
  });

  test('in dark and at 1024 pixels nothing covers the codes', async ({ app }) => {
    const codebook = new CodebookPage(app.page);
    await app.page.emulateMedia({ colorScheme: 'dark' });
    await app.page.setViewportSize({ width: 1024, height: 700 });
    await codebook.open();
    await codebook.row(sampleCode).click();
    await app.expectAccessible();
    const tree = await codebook.tree.boundingBox();
    const details = await codebook.details.boundingBox();
    expect(tree).not.toBeNull();
    expect((tree?.x ?? 0) + (tree?.width ?? 0)).toBeLessThanOrEqual(details?.x ?? 0);
    await codebook.button('Export codebook').click();
    await expect(codebook.dialog.getByRole('button', { name: 'Export codebook' })).toBeInViewport();
    await app.expectAccessible();
  });
});
