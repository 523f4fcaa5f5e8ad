import { readFileSync } from 'node:fs';
import type { Code } from '#shared/model/code.ts';
import type { ThematicMap } from '#shared/model/map.ts';
import type { Theme } from '#shared/model/theme.ts';
import { type App, expect, test } from './app.ts';
import { MapPage } from './pages/map-page.ts';

/** Pain with the subtheme Doubt and the code Ache, Rest; and Silence, a code of Doubt and of Rest. */
const seed = async (app: App): Promise<void> => {
  const theme = async (name: string, parentId: string | null = null) =>
    (await app.call('themes.create', { name, parentId, concept: `${name} in one idea` })) as Theme;
  const pain = await theme('Pain');
  const doubt = await theme('Doubt', pain.id);
  const rest = await theme('Rest');
  const put = async (name: string, themes: readonly Theme[]): Promise<void> => {
    const { id: codeId } = (await app.call('codes.create', { name })) as Code;
    for (const { id: themeId } of themes) await app.call('themes.addCode', { themeId, codeId });
  };
  await put('Ache', [pain]);
  await put('Silence', [doubt, rest]);
};

const mapOf = async (app: App): Promise<ThematicMap> => (await app.call('map.get')) as ThematicMap;

test.describe('in a new project', () => {
  test.use({ project: 'new' });

  test('an empty map says what it is for', async ({ app }) => {
    const map = new MapPage(app.page);
    await map.open();
    await map.main.getByRole('radio', { name: 'Map' }).click();
    await expect(
      map.main.getByText('Themes and how they hang together are drawn here'),
    ).toBeVisible();
    await expect(map.main.getByRole('radio', { name: 'Map' })).toBeFocused();
    await app.expectAccessible();
    await map.main.getByRole('button', { name: 'Go to the board' }).click();
    await expect(map.main.getByText('Themes are built here from codes')).toBeVisible();
  });

  test('the map is rearranged, related, shown and exported by mouse', async ({ app }) => {
    const map = new MapPage(app.page);
    await seed(app);
    await map.open();
    await map.view('Map');
    await expect(map.main.getByText('2 themes, 1 subtheme, 2 codes')).toBeVisible();
    // A code in two themes stands there once, linked to both.
    await expect(map.box('Silence', 'code')).toHaveAccessibleName(
      'Silence, code, in Doubt and Rest',
    );
    await app.expectAccessible();

    const box = map.box('Rest', 'theme');
    const before = await box.boundingBox();
    await map.drag(box, map.canvas, { at: [0.8, 0.85] });
    await map.expectSaid('‘Rest’ moved');
    const after = await box.boundingBox();
    expect(Math.abs((after?.x ?? 0) - (before?.x ?? 0))).toBeGreaterThan(100);
    await expect.poll(async () => (await mapOf(app)).places.length).toBe(1);
    await map.main.getByRole('button', { name: 'Lay out again' }).click();
    await map.expectSaid(/^Laid out again/u);
    await expect.poll(async () => (await box.boundingBox())?.x).toBeCloseTo(before?.x ?? 0, 0);
    await app.page.keyboard.press('Control+z');
    await expect.poll(async () => (await box.boundingBox())?.x).toBeCloseTo(after?.x ?? 0, 0);

    // In a narrow window the details lie over the map, which keeps clear of them.
    await app.page.setViewportSize({ width: 1024, height: 700 });
    await map.box('Ache', 'code').click();
    await expect(map.details.getByRole('heading', { name: 'Ache' })).toBeVisible();
    await map.box('Pain', 'theme').click();
    await expect(map.field('Name')).toHaveValue('Pain');
    await map.main.getByRole('button', { name: 'Add relation' }).click();
    await expect(map.dialog).toHaveAccessibleName('Relate ‘Pain’ to');
    await map.dialog.getByRole('menuitem', { name: 'Rest' }).click();
    await app.expectAccessible();
    await map.dialog.getByRole('button', { name: 'stands against' }).click();
    await map.dialog.getByRole('button', { name: 'Add relation' }).click();
    await expect(map.relation('Pain stands against Rest')).toBeFocused();
    await app.expectAccessible();
    // Where the system chooses the colours, every kind of line is drawn in that of text.
    await app.page.emulateMedia({ forcedColors: 'active' });
    const ink = await map.main.evaluate((main) => getComputedStyle(main).color);
    await expect(map.canvas.locator('path[data-kind="subtheme"]')).toHaveCSS('stroke', ink);
    await app.page.emulateMedia({ forcedColors: 'none' });
    await map.relation('Pain stands against Rest').click();
    await map.dialog.getByRole('button', { name: 'Turn round' }).click();
    await expect(map.relation('Rest stands against Pain')).toBeVisible();

    await map.main.locator('label').filter({ hasText: 'Codes' }).click();
    await expect(map.box('Ache', 'code')).toHaveCount(0);
    await expect(map.box('Doubt', 'subtheme')).toBeVisible();

    const exported = async (format: RegExp): Promise<Buffer> => {
      await map.main.getByRole('button', { name: 'Export map' }).click();
      await map.dialog.locator('label').filter({ hasText: format }).click();
      const [download] = await Promise.all([
        app.page.waitForEvent('download'),
        map.dialog.getByRole('button', { name: 'Export map' }).click(),
      ]);
      return readFileSync(await download.path());
    };
    const svg = (await exported(/^Drawing/u)).toString();
    expect(svg).toContain('>stands against</text>');
    expect(svg).not.toContain('>Ache</text>');
    const png = await exported(/^Picture/u);
    const width = Number(/ width="(\d+)"/u.exec(svg)?.[1]);
    // The header of a PNG: its width in pixels stands 16 bytes in.
    expect(png.readUInt32BE(16)).toBe(width * 2);
    expect(png.length).toBeGreaterThan(2000);
  });

  test('the map is gone about, rearranged and related by the keyboard, and read as an outline', async ({
    app,
  }) => {
    const map = new MapPage(app.page);
    const { keyboard } = app.page;
    await seed(app);
    await map.open();
    await map.view('Map');
    await map.main.getByRole('button', { name: 'Add relation' }).focus();
    await keyboard.press('Tab');
    // The outline is offered before the canvas.
    await expect(
      map.main.getByRole('button', { name: 'Read the map as an outline' }),
    ).toBeFocused();
    await app.expectAccessible();
    await keyboard.press('Tab');
    await expect(map.box('Pain', 'theme')).toBeFocused();
    await keyboard.press('ArrowRight');
    await expect(map.canvas.locator(':focus')).toHaveAccessibleName(/in Pain/u);
    await keyboard.press('ArrowLeft');
    await expect(map.box('Pain', 'theme')).toBeFocused();
    await keyboard.press('Enter');
    await expect(map.field('Name')).toHaveValue('Pain');
    await expect(map.box('Pain', 'theme')).toBeFocused();
    // What rests on it, and its review, are asked for here as on the board, and lead back here.
    await keyboard.press('Control+Shift+E');
    await expect(map.dialog).toHaveAccessibleName('What rests on this?');
    await keyboard.press('Escape');
    await expect(map.box('Pain', 'theme')).toBeFocused();
    await keyboard.press('Alt+Enter');
    await expect(map.main.getByRole('heading', { name: 'Pain', level: 1 })).toBeFocused();
    await keyboard.press('Escape');
    await expect(map.box('Pain', 'theme')).toBeFocused();

    const before = (await map.box('Pain', 'theme').boundingBox())?.x ?? 0;
    for (const key of ['Alt+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'])
      await keyboard.press(key);
    await map.expectSaid('‘Pain’ moved');
    await expect.poll(async () => (await mapOf(app)).places.length).toBe(1);
    expect((await map.box('Pain', 'theme').boundingBox())?.x).toBeGreaterThan(before + 20);
    // Several presses in a row are one step.
    await keyboard.press('Control+z');
    await expect.poll(async () => (await mapOf(app)).places.length).toBe(0);

    await keyboard.press('r');
    await expect(map.dialog).toHaveAccessibleName('Relate ‘Pain’ to');
    await keyboard.type('rest');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(map.dialog).toHaveAccessibleName('Add relation');
    await keyboard.type('hides');
    await keyboard.press('Enter');
    await expect(map.relation('Pain hides Rest')).toBeFocused();
    await map.expectSaid('‘Pain’ hides ‘Rest’. Relation added');
    await keyboard.press('F2');
    await expect(map.dialog.getByRole('textbox')).toHaveValue('hides');
    await map.dialog.getByRole('textbox').fill('leads to');
    await keyboard.press('Enter');
    await expect(map.relation('Pain leads to Rest')).toBeFocused();
    await map.expectSaid('Now ‘Pain’ leads to ‘Rest’');

    const zoom = async (): Promise<number> => {
      const style = await map.canvas.locator('.react-flow__viewport').getAttribute('style');
      return Number(/scale\(([\d.]+)\)/u.exec(style ?? '')?.[1]);
    };
    const whole = await zoom();
    await keyboard.press('-');
    await expect.poll(zoom).toBeCloseTo(whole * 0.8, 3);
    await keyboard.press('=');
    await expect.poll(zoom).toBeCloseTo(whole, 3);
    await keyboard.press('=');
    await expect.poll(zoom).toBeGreaterThan(whole * 1.2);
    await keyboard.press('0');
    await expect.poll(zoom).toBeCloseTo(whole, 1);
    await keyboard.press('Shift+Tab');
    await expect(
      map.main.getByRole('button', { name: 'Read the map as an outline' }),
    ).toBeFocused();
    await keyboard.press('Enter');

    await expect(map.outline).toBeVisible();
    await expect(map.line('Pain, theme, Pain in one idea')).toBeVisible();
    await expect(map.line('leads to Rest')).toBeVisible();
    await expect(map.line('Pain leads to this')).toBeVisible();
    await expect(map.line('Silence, code')).toHaveCount(2);
    await app.expectAccessible();
    await map.line('Rest, theme').focus();
    await keyboard.press('Alt+Enter');
    await expect(map.main.getByRole('heading', { name: 'Rest', level: 1 })).toBeFocused();
    await keyboard.press('Escape');
    await expect(map.line('Rest, theme')).toBeFocused();
    await map.line('leads to Rest').focus();
    await keyboard.press('Delete');
    await expect(map.line('leads to Rest')).toHaveCount(0);
    await expect(map.line('Pain, theme')).toBeFocused();
    await keyboard.press('Control+z');
    await expect(map.line('leads to Rest')).toBeVisible();
    await map.line('Silence, code, also in Rest').focus();
    await keyboard.press('Enter');
    await expect(map.details.getByRole('heading', { name: 'Silence' })).toBeVisible();
    await keyboard.press('r');
    await keyboard.type('pain');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.type('is part of');
    await keyboard.press('Enter');
    await expect(map.line('is part of Pain').first()).toBeVisible();
    const { relations } = await mapOf(app);
    expect(relations.map(({ label, fromKind }) => `${fromKind} ${label}`)).toEqual([
      'theme leads to',
      'code is part of',
    ]);
  });
});
