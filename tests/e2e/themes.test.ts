import type { Code } from '#shared/model/code.ts';
import type { Segment } from '#shared/model/coding.ts';
import type { Theme } from '#shared/model/theme.ts';
import { paragraphsOf, richTextFrom } from '#shared/text/rich-text.ts';
import { type App, expect, test } from './app.ts';
import { ThemesPage } from './pages/themes-page.ts';

/** Codes by theme, as another window would make them; a theme named `A > B` is a subtheme. */
const seed = async (
  app: App,
  themes: Readonly<Record<string, readonly string[]>>,
  unplaced: readonly string[] = [],
): Promise<void> => {
  const codes = new Map<string, string>();
  const codeId = async (name: string): Promise<string> => {
    const known = codes.get(name);
    if (known !== undefined) return known;
    const { id } = (await app.call('codes.create', { name })) as Code;
    codes.set(name, id);
    return id;
  };
  const ids = new Map<string, string>();
  for (const [path, names] of Object.entries(themes)) {
    const [own, above] = path.split(' > ').toReversed();
    const parentId = above === undefined ? null : (ids.get(above) ?? null);
    const { id } = (await app.call('themes.create', { name: own, parentId })) as Theme;
    ids.set(own ?? '', id);
    for (const name of names)
      await app.call('themes.addCode', { themeId: id, codeId: await codeId(name) });
  }
  for (const name of unplaced) await codeId(name);
};

const themeNamed = async (app: App, name: string): Promise<Theme> => {
  const found = ((await app.call('themes.list')) as readonly Theme[]).find(
    (theme) => theme.name === name,
  );
  if (found === undefined) throw new Error(`No theme is called ${name}`);
  return found;
};

test.describe('in a new project', () => {
  test.use({ project: 'new' });

  test('an empty board says what a theme is, and the first one is made in its place', async ({
    app,
  }) => {
    const themes = new ThemesPage(app.page);
    await themes.open();
    await expect(
      themes.main.getByText('A theme is a pattern that several codes share'),
    ).toBeVisible();
    await expect(themes.main.getByText('No codes yet.')).toBeVisible();
    await expect(themes.details.getByText('No theme chosen')).toBeVisible();
    await app.expectAccessible();
    await themes.main.getByRole('button', { name: 'New theme' }).last().click();
    await expect(themes.page.getByLabel('Name of the new theme')).toBeFocused();
    await app.expectAccessible();
    await app.page.keyboard.press('Escape');
    await expect(themes.main.getByRole('button', { name: 'New theme' }).first()).toBeFocused();
    expect(await app.call('themes.list')).toEqual([]);
    await app.page.keyboard.press('Enter');
    await app.page.keyboard.type('Silence as work');
    await app.page.keyboard.press('Enter');
    await expect(themes.name('Silence as work')).toBeFocused();
    await themes.expectSaid('Theme ‘Silence as work’ added');
    await expect(themes.theme('Silence as work')).toContainText('Candidate');
    await expect(themes.field('Name')).toHaveValue('Silence as work');
    await app.expectAccessible();
  });

  test('themes are named, renamed and ordered by the keyboard', async ({ app }) => {
    const themes = new ThemesPage(app.page);
    await seed(app, { One: [], Two: [], Three: [] });
    await themes.open();
    await themes.expectThemes(['One', 'Two', 'Three']);
    await themes.name('One').focus();
    await app.page.keyboard.press('Alt+ArrowRight');
    await themes.expectThemes(['Two', 'One', 'Three']);
    await expect(themes.name('One')).toBeFocused();
    await themes.expectSaid('‘One’ moved after ‘Two’');
    await app.page.keyboard.press('Alt+ArrowDown');
    await themes.expectThemes(['Two', 'Three', 'One']);
    // At the end the key has nothing to do; it must not lead the window anywhere.
    await app.page.keyboard.press('Alt+ArrowRight');
    await themes.expectThemes(['Two', 'Three', 'One']);
    await app.page.keyboard.press('Alt+ArrowLeft');
    await themes.expectThemes(['Two', 'One', 'Three']);
    await app.page.keyboard.press('F2');
    await expect(themes.page.getByLabel('New name for One')).toBeFocused();
    await app.page.keyboard.type('First');
    await app.page.keyboard.press('Enter');
    await themes.expectThemes(['Two', 'First', 'Three']);
    await expect(themes.name('First')).toBeFocused();
    await app.page.keyboard.press('F2');
    await app.page.keyboard.type('Other');
    await app.page.keyboard.press('Escape');
    await expect(themes.name('First')).toBeFocused();
    await app.page.keyboard.press('Control+Shift+Enter');
    await app.page.keyboard.type('Inside');
    await app.page.keyboard.press('Enter');
    await expect(themes.name('Inside')).toBeFocused();
    await expect(themes.theme('First').getByRole('region', { name: 'Inside' })).toBeVisible();
    await app.page.keyboard.press('Control+z');
    await expect(themes.name('Inside')).toHaveCount(0);
    await themes.expectSaid(/^Undone: Create theme/u);
  });

  test('a theme is made a subtheme, and a theme of its own again, from its menu', async ({
    app,
  }) => {
    const themes = new ThemesPage(app.page);
    await seed(app, { Body: ['Ache'], 'Body > Back': [], Mind: [] });
    await themes.open();
    await themes.main.getByRole('button', { name: 'More for Mind' }).click();
    await app.expectAccessible();
    await app.page.getByRole('menuitem', { name: 'Make subtheme of' }).click();
    await expect(themes.dialog).toHaveAccessibleName('Make ‘Mind’ a subtheme of');
    await app.expectAccessible();
    await app.page.keyboard.type('back');
    await app.page.keyboard.press('Enter');
    await expect(themes.theme('Back').getByRole('region', { name: 'Mind' })).toBeVisible();
    await expect(themes.name('Mind')).toBeFocused();
    await themes.expectSaid('‘Mind’ is now a subtheme of ‘Back’');
    // What it is nested in cannot go into it.
    await themes.name('Body').focus();
    await themes.command('Make subtheme of');
    await expect(themes.dialog.getByText('Nothing has that name.')).toBeVisible();
    await app.page.keyboard.press('Escape');
    await themes.name('Mind').focus();
    await themes.command('Make a theme of its own');
    await themes.expectThemes(['Body', 'Mind']);
  });

  test('themes are dragged beside others and into them', async ({ app }) => {
    const themes = new ThemesPage(app.page);
    await app.page.setViewportSize({ width: 1800, height: 900 });
    await seed(app, { One: ['Ache'], Two: [], Three: [] });
    await themes.open();
    await themes.drag(themes.name('Three'), themes.theme('One'), { at: [0.1, 0.5] });
    await themes.expectThemes(['Three', 'One', 'Two']);
    await themes.drag(themes.name('Three'), themes.theme('One'), { at: [0.9, 0.1] });
    await themes.expectThemes(['One', 'Three', 'Two']);
    await themes.drag(themes.name('Two'), themes.codes('One'));
    await expect(themes.theme('One').getByRole('region', { name: 'Two' })).toBeVisible();
    await themes.expectThemes(['One', 'Three']);
    // A theme does not go into what is nested in it.
    await themes.drag(themes.name('One'), themes.theme('Two'));
    await themes.expectThemes(['One', 'Three']);
  });

  test('codes are dragged between themes, moved or, with a key, added', async ({ app }) => {
    const themes = new ThemesPage(app.page);
    await seed(app, { Body: ['Ache', 'Flare'], Mind: ['Worry'], 'Mind > Night': [] }, ['Sleep']);
    await themes.open();
    await themes.drag(themes.unplacedCode('Sleep'), themes.codes('Night'));
    await themes.expectCodes('Night', ['Sleep']);
    await expect(themes.main.getByText('Every code stands in a theme.')).toBeVisible();
    await themes.expectSaid('‘Sleep’ added to ‘Night’');
    await themes.drag(themes.code('Body', 'Ache'), themes.code('Mind', 'Worry'), {
      at: [0.5, 0.1],
    });
    await themes.expectCodes('Mind', ['Ache', 'Worry']);
    await themes.expectCodes('Body', ['Flare']);
    for (const key of ['Control', 'Alt'] as const) {
      await themes.drag(themes.code('Mind', 'Worry'), themes.codes('Body'), {
        key,
        at: [0.5, 0.9],
      });
      await themes.expectCodes('Body', ['Flare', 'Worry']);
      await themes.expectCodes('Mind', ['Ache', 'Worry']);
      await expect(themes.code('Body', 'Worry').getByRole('img')).toHaveAccessibleName(
        'Also in ‘Mind’',
      );
      await app.call('history.undo');
      await themes.expectCodes('Body', ['Flare']);
    }
    await themes.drag(themes.code('Mind', 'Worry'), themes.code('Mind', 'Ache'), {
      at: [0.5, 0.1],
    });
    await themes.expectCodes('Mind', ['Worry', 'Ache']);
    // The head of a theme takes codes as well.
    await themes.drag(themes.code('Mind', 'Ache'), themes.name('Body'));
    await themes.expectCodes('Body', ['Flare', 'Ache']);
    await themes.drag(themes.code('Body', 'Ache'), themes.unplaced);
    await themes.expectCodes('Body', ['Flare']);
    await expect(themes.unplacedCode('Ache')).toBeVisible();
    await themes.undoInToast('‘Ache’ taken out of ‘Body’');
    await themes.expectCodes('Body', ['Flare', 'Ache']);
    await app.expectAccessible();
  });

  test('codes are dragged by the keyboard', async ({ app }) => {
    const themes = new ThemesPage(app.page);
    await seed(app, { Body: ['Ache'], Mind: ['Worry'] }, ['Sleep']);
    await themes.open();
    const { keyboard } = app.page;
    await themes.unplacedCode('Sleep').focus();
    await keyboard.press('ArrowRight');
    await expect(themes.unplacedCode('Sleep').getByRole('button')).toBeFocused();
    await keyboard.press('Enter');
    const target = (name: string) => app.page.getByRole('button', { name });
    for (let step = 0; step < 8; step += 1) {
      if (
        await target('Insert after Worry').evaluateAll((all) =>
          all.includes(document.activeElement as HTMLElement),
        )
      )
        break;
      await keyboard.press(step % 4 === 0 ? 'Tab' : 'ArrowDown');
    }
    await expect(target('Insert after Worry')).toBeFocused();
    await keyboard.press('Enter');
    await themes.expectCodes('Mind', ['Worry', 'Sleep']);
    await expect(themes.code('Mind', 'Sleep')).toBeFocused();
  });

  test('codes are placed, moved and taken out by commands and keys', async ({ app }) => {
    const themes = new ThemesPage(app.page);
    await seed(app, { Body: ['Ache', 'Flare'], Mind: ['Worry'] }, ['Sleep']);
    await themes.open();
    const { keyboard } = app.page;
    await themes.unplacedCode('Sleep').click();
    await themes.command('Add code to theme');
    await expect(themes.dialog).toHaveAccessibleName('Add ‘Sleep’ to');
    await keyboard.type('mind');
    await keyboard.press('Enter');
    await themes.expectCodes('Mind', ['Worry', 'Sleep']);
    await expect(themes.code('Mind', 'Sleep')).toBeFocused();
    await themes.command('Add code to theme');
    // It stands in Mind, so only Body is left to choose.
    await expect(themes.dialog.getByRole('menuitem')).toHaveText(['Body']);
    await keyboard.press('Escape');
    await expect(themes.code('Mind', 'Sleep')).toBeFocused();
    await keyboard.press('Alt+ArrowUp');
    await themes.expectCodes('Mind', ['Sleep', 'Worry']);
    await expect(themes.code('Mind', 'Sleep')).toBeFocused();
    await themes.command('Move code to theme');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await themes.expectCodes('Mind', ['Worry']);
    await themes.expectCodes('Body', ['Ache', 'Flare', 'Sleep']);
    await themes.expectSaid('‘Sleep’ moved from ‘Mind’ to ‘Body’');
    await expect(themes.code('Body', 'Sleep')).toBeFocused();
    await keyboard.press('Delete');
    await themes.expectCodes('Body', ['Ache', 'Flare']);
    await expect(themes.code('Body', 'Flare')).toBeFocused();
    await themes.expectSaid('‘Sleep’ taken out of ‘Body’. Undo available.');
    await keyboard.press('Delete');
    await themes.expectCodes('Body', ['Ache']);
    await expect(themes.code('Body', 'Ache')).toBeFocused();
    await keyboard.press('Delete');
    await themes.expectCodes('Body', []);
    await expect(themes.name('Body')).toBeFocused();
    await themes.name('Body').focus();
    await themes.command('Add a code to this theme');
    await keyboard.type('ach');
    await keyboard.press('Enter');
    await themes.expectCodes('Body', ['Ache']);
    await keyboard.press('Control+z');
    await themes.expectCodes('Body', []);
  });

  test('a theme is deleted with its subthemes, and an undo brings it back to where one was', async ({
    app,
  }) => {
    const themes = new ThemesPage(app.page);
    await seed(app, { Body: ['Ache'], 'Body > Back': ['Flare'], Mind: [] });
    await themes.open();
    await themes.name('Body').focus();
    await themes.command('Delete theme');
    await themes.expectThemes(['Mind']);
    await expect(themes.name('Mind')).toBeFocused();
    await expect(themes.unplacedCode('Flare')).toBeVisible();
    await themes.undoInToast('Theme ‘Body’ deleted with 1 subtheme');
    await themes.expectThemes(['Body', 'Mind']);
    await themes.expectCodes('Back', ['Flare']);
    await expect(themes.name('Body')).toBeFocused();
    await expect(themes.field('Name')).toHaveValue('Body');
  });

  test('a theme is retired with a reason, and restored', async ({ app }) => {
    const themes = new ThemesPage(app.page);
    await seed(app, { Body: ['Ache'], Mind: [] });
    await themes.open();
    await themes.name('Body').focus();
    await themes.command('Retire theme');
    await expect(themes.dialog.getByRole('button', { name: 'Retire theme' })).toBeDisabled();
    await app.expectAccessible();
    await app.page.keyboard.type('Fits better elsewhere');
    await themes.dialog.getByRole('button', { name: 'Retire theme' }).click();
    await themes.expectThemes(['Mind']);
    await expect(themes.unplacedCode('Ache')).toBeVisible();
    await themes.main.getByRole('button', { name: 'Retired themes 1' }).click();
    await expect(themes.main.getByText('Fits better elsewhere')).toBeVisible();
    await app.expectAccessible();
    await themes.name('Body').click();
    await expect(themes.field('Why it is retired')).toHaveValue('Fits better elsewhere');
    await app.expectAccessible();
    await themes.main.getByRole('button', { name: 'Restore theme Body' }).click();
    await themes.expectThemes(['Body', 'Mind']);
    await expect(themes.name('Body')).toBeFocused();
    await expect(themes.unplacedCode('Ache')).toHaveCount(0);
    await themes.details.getByRole('button', { name: 'Status' }).click();
    await app.page.getByRole('option', { name: 'Named' }).click();
    await expect(themes.theme('Body')).toContainText('Named');
    await themes.expectSaid('‘Body’ is now named');
  });

  test('words save themselves, and none is lost on the way', async ({ app }) => {
    const themes = new ThemesPage(app.page);
    await seed(app, { Body: ['Ache'], Mind: [] });
    await themes.open();
    await themes.name('Body').click();
    const saved = themes.details.getByRole('banner').getByText('Saved');
    await themes.field('Central organising concept').fill('The body decides.');
    await expect
      .poll(async () => (await themeNamed(app, 'Body')).concept)
      .toBe('The body decides.');
    await expect(themes.details.getByText('Saved').first()).toBeVisible();
    // Typed and at once another theme is chosen: nothing waits for the pause.
    await themes.field('What it is not').fill('Not about sleep.');
    await themes.name('Mind').click();
    await expect(themes.field('What it is not')).toHaveValue('');
    await themes.name('Body').click();
    await expect(themes.field('What it is not')).toHaveValue('Not about sleep.');
    expect((await themeNamed(app, 'Body')).boundaries).toBe('Not about sleep.');
    // An edit is undone elsewhere while somebody types.
    await app.call('themes.update', { id: (await themeNamed(app, 'Mind')).id, status: 'named' });
    await themes.field('Plain-language summary').click();
    await app.page.keyboard.type('What peo', { delay: 20 });
    await app.call('history.undo');
    await app.page.keyboard.type('ple said.', { delay: 20 });
    await expect(themes.field('Plain-language summary')).toHaveValue('What people said.');
    await expect
      .poll(async () => (await themeNamed(app, 'Body')).summary)
      .toBe('What people said.');
    // A name cannot be empty: the old one stays.
    await themes.field('Name').fill('');
    await expect(themes.details.getByText('This cannot be empty.')).toBeVisible();
    await themes.field('What it is not').focus();
    await expect(themes.field('Name')).toHaveValue('Body');
    await expect(saved).toHaveCount(0);
  });

  test('the narrative is written with headings, lists and bold words', async ({ app }) => {
    const themes = new ThemesPage(app.page);
    await seed(app, { Body: [] });
    await themes.open();
    await themes.name('Body').click();
    const narrative = themes.field('Narrative');
    const { keyboard } = app.page;
    const tool = (name: string) =>
      themes.details
        .getByRole('toolbar', { name: 'Narrative: format' })
        .getByRole('button', { name });
    await narrative.click();
    await keyboard.type('Bodies ');
    await keyboard.press('Control+b');
    await expect(tool('Bold')).toHaveAttribute('aria-pressed', 'true');
    await keyboard.type('decide');
    await keyboard.press('Control+b');
    // The same keys show and hide the panes elsewhere.
    await keyboard.press('Control+i');
    await keyboard.type(' here');
    await keyboard.press('Control+i');
    await expect(narrative.locator('em')).toHaveText(' here');
    await keyboard.press('Enter');
    await tool('Bullet list').click();
    await expect(narrative).toBeFocused();
    await keyboard.type('first');
    await keyboard.press('Enter');
    await keyboard.type('second');
    await tool('Heading').click();
    await expect(narrative.getByRole('heading', { name: 'second' })).toBeVisible();
    await expect(narrative.getByRole('listitem')).toHaveText(['first']);
    await expect(narrative.locator('strong')).toHaveText('decide');
    await app.expectAccessible();
    // Undo is the editor's own while it has the focus, and the panel stays where it is.
    await keyboard.press('Control+z');
    await expect(narrative.getByRole('listitem')).toHaveText(['first', 'second']);
    await expect(themes.name('Body')).toBeVisible();
    await expect
      .poll(async () => paragraphsOf((await themeNamed(app, 'Body')).narrative))
      .toEqual(['Bodies decide here', 'first', 'second']);
    await keyboard.press('Control+a');
    await keyboard.press('Delete');
    await expect.poll(async () => (await themeNamed(app, 'Body')).narrative).toBe('');
    // Another window writes; this one shows it.
    await themes.field('What it is not').focus();
    await app.call('themes.update', {
      id: (await themeNamed(app, 'Body')).id,
      narrative: richTextFrom(['Written elsewhere.']),
    });
    await expect(narrative).toHaveText('Written elsewhere.');
    await app.call('history.undo');
    await expect(narrative).not.toContainText('Written elsewhere.');
  });

  test('what is pasted keeps its structure and nothing else', async ({ app }) => {
    const themes = new ThemesPage(app.page);
    await seed(app, { Body: [] });
    await themes.open();
    await themes.name('Body').click();
    const narrative = themes.field('Narrative');
    await narrative.click();
    await narrative.evaluate((element) => {
      const data = new DataTransfer();
      data.setData(
        'text/html',
        '<h1 style="color:red">Big</h1><p align="center"><b>bold</b> <u>under</u> <a href="https://example.org">link</a><script>document.title = "script"</script></p><ul><li>one</li></ul>',
      );
      data.setData('text/plain', 'plain');
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect(narrative.getByRole('heading', { name: 'Big', level: 3 })).toBeVisible();
    await expect(narrative.getByRole('listitem')).toHaveText(['one']);
    await expect(narrative.locator('img, a, u, [style*="color"], [style*="center"]')).toHaveCount(
      0,
    );
    await expect
      .poll(async () => paragraphsOf((await themeNamed(app, 'Body')).narrative))
      .toEqual(['Big', 'bold under link', 'one']);
  });

  test('memos on a theme are written, kept and brought back', async ({ app }) => {
    const themes = new ThemesPage(app.page);
    await seed(app, { Body: [] });
    await themes.open();
    await themes.name('Body').click();
    await themes.details.getByRole('tab', { name: 'Memos 0' }).click();
    await expect(themes.details.getByText('No memos on this theme yet')).toBeVisible();
    await app.expectAccessible();
    await themes.details.getByRole('button', { name: 'Write a memo' }).click();
    await expect(themes.details.locator('[contenteditable=true]')).toBeFocused();
    await app.page.keyboard.type('Two themes became one.');
    await themes.field('Title of the memo').fill('Why');
    await themes.name('Body').focus();
    await expect(themes.details.getByRole('tab', { name: 'Memos 1' })).toBeVisible();
    await app.expectAccessible();
    await expect
      .poll(async () => JSON.stringify(await app.call('memos.list')))
      .toMatch(/"title":"Why".*Two themes became one\./u);
    await themes.details.getByRole('button', { name: 'Delete memo' }).click();
    await expect(themes.details.getByText('No memos on this theme yet')).toBeVisible();
    await themes.undoInToast('Memo deleted');
    await expect(themes.field('Title of the memo')).toHaveValue('Why');
  });

  test('two thousand unplaced codes are found, and what is not found says where it is', async ({
    app,
  }) => {
    test.setTimeout(240_000);
    const themes = new ThemesPage(app.page);
    await seed(app, { Body: ['Ache'] });
    await app.page.evaluate(async () => {
      for (let start = 0; start < 2000; start += 50)
        await Promise.all(
          Array.from({ length: 50 }, (_, index) =>
            fetch('/call/codes.create', {
              method: 'POST',
              body: JSON.stringify({ name: `Code ${start + index}` }),
            }),
          ),
        );
    });
    await themes.open();
    await expect(themes.main.getByRole('status').filter({ hasText: '2,000' })).toBeVisible();
    // Only what is in sight is drawn.
    expect(await themes.unplaced.getByRole('row').count()).toBeLessThan(100);
    const search = themes.main.getByRole('searchbox', { name: 'Search unplaced codes' });
    await search.fill('1999');
    await expect(themes.unplacedCode('Code 1999')).toBeVisible();
    await expect(themes.main.getByText('1 of 2,000')).toBeVisible();
    await search.fill('ache');
    await expect(themes.main.getByText('No unplaced code is called ‘ache’.')).toBeVisible();
    await expect(themes.main.getByText('‘Ache’ stands in ‘Body’.')).toBeVisible();
    await app.expectAccessible();
    await themes.main.getByRole('button', { name: 'Clear the search' }).click();
    await expect(themes.unplacedCode('Code 0')).toBeVisible();
    await themes.unplacedCode('Code 0').click();
    await app.page.keyboard.press('End');
    await expect(themes.unplacedCode('Code 1999')).toBeFocused();
    await app.expectAccessible();
  });
});

test.describe('in the sample study', () => {
  test('the quotes behind a theme are one click away, and each leads to its place', async ({
    app,
  }) => {
    const themes = new ThemesPage(app.page);
    await themes.open();
    const { id } = await themeNamed(app, 'Believed before helped');
    const { total, segments } = (await app.call('themes.segments', {
      themeId: id,
      limit: 1000,
    })) as { readonly total: number; readonly segments: readonly Segment[] };
    await themes.main
      .getByRole('button', { name: `Show ${total} quotes of Believed before helped` })
      .click();
    await expect(themes.details.getByRole('tab', { name: `Quotes ${total}` })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    const first = segments[0]!;
    const source = themes.details.getByRole('region', { name: first.sourceName, exact: true });
    await expect(source.getByRole('link').first()).toContainText(
      `${first.speaker}, turn ${first.turn}`,
    );
    await app.expectAccessible();
    // Reading to the end reads the rest.
    await expect(async () => {
      await themes.details.getByRole('link').last().scrollIntoViewIfNeeded();
      expect(await themes.details.getByRole('link').count()).toBe(total);
    }).toPass();
    const last = segments.at(-1)!;
    await themes.details.getByRole('link').last().click();
    await expect(app.page.getByRole('main', { name: 'Coding' })).toBeVisible();
    await expect(
      app.page.getByRole('heading', { name: last.sourceName, exact: true }),
    ).toBeVisible();
    await expect(
      app.page.getByRole('complementary', { name: 'Coding: details' }).getByText(last.text).first(),
    ).toBeVisible();
    await app.page.goBack();
    await expect(themes.field('Name').or(themes.details.getByRole('link').first())).toBeVisible();
  });

  for (const view of ['Columns', 'Cards'])
    test(`the board as ${view.toLowerCase()} has nothing wrong in light and dark`, async ({
      app,
    }) => {
      const themes = new ThemesPage(app.page);
      await themes.open();
      await themes.main.getByRole('radio', { name: view }).click();
      await themes.name('An answer to live with').click();
      await expect(themes.field('Name')).toHaveValue('An answer to live with');
      for (const colorScheme of ['light', 'dark'] as const) {
        // Without motion, so that no colour is looked at on its way from one scheme to the other.
        await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await app.expectAccessible();
      }
      await app.page.reload();
      await expect(themes.main.getByRole('radio', { name: view })).toBeChecked();
      await expect(themes.field('Name')).toHaveValue('An answer to live with');
    });

  test('at 1024 pixels and at 200 % zoom nothing is out of reach', async ({ app }) => {
    const themes = new ThemesPage(app.page);
    await themes.open();
    const reachable = async (): Promise<void> => {
      // A click that something else would get is refused here.
      for (const control of [
        themes.main.getByRole('button', { name: 'New theme' }),
        themes.main.getByRole('radio', { name: 'Cards' }),
        themes.main.getByRole('searchbox'),
        themes.main.getByRole('button', { name: /^Retired themes/u }),
        themes.name('Different locked doors'),
      ])
        await control.click({ trial: true });
      await app.expectAccessible();
    };
    for (const viewport of [
      { width: 1024, height: 700 },
      { width: 720, height: 450 },
    ]) {
      await app.page.setViewportSize(viewport);
      await reachable();
      // The focus alone does not bring the details over the board; a choice does.
      await themes.name('Whose word is it?').focus();
      await expect(themes.details).toBeHidden();
      await themes.command('Mark theme as named');
      await expect(themes.theme('Whose word is it?')).toContainText('Named');
      await app.call('history.undo');
      await themes.name('Whose word is it?').click();
      await expect(themes.field('Name')).toHaveValue('Whose word is it?');
      await reachable();
      await app.page.getByRole('button', { name: 'Close the details' }).click();
      await themes.name('Believed before helped').click();
      await app.page.getByRole('button', { name: 'Close the details' }).click();
    }
  });

  test('a theme chosen in the palette comes into sight', async ({ app }) => {
    const themes = new ThemesPage(app.page);
    await themes.open();
    const last = themes.main
      .getByRole('heading', { level: 2 })
      .and(themes.main.locator('[data-theme] *'))
      .last();
    const name = (await last.textContent()) ?? '';
    await expect(last).not.toBeInViewport();
    await themes.command(name);
    await expect(themes.name(name)).toBeInViewport();
    await expect(themes.field('Name')).toHaveValue(name);
  });

  test('a board that cannot be read says so, and is read again', async ({ app }) => {
    const themes = new ThemesPage(app.page);
    await app.page.route('**/call/themes.codes', (route) =>
      route.fulfill({
        contentType: 'application/json',
        body: JSON.stringify({
          ok: false,
          error: { code: 'internal', message: 'The disk did not answer.' },
        }),
      }),
    );
    await app.page.getByRole('button', { name: 'Themes', exact: true }).click();
    await expect(themes.main.getByText('The disk did not answer.').first()).toBeVisible();
    await app.expectAccessible();
    await app.page.unroute('**/call/themes.codes');
    await themes.main.getByRole('button', { name: 'Try again' }).click();
    await expect(themes.name('Believed before helped')).toBeVisible();
  });
});
