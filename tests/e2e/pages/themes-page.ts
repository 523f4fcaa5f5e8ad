import type { Locator, Page } from '@playwright/test';
import { expect, loaded } from '#tests/e2e/app.ts';

/** The themes screen as somebody sees and uses it. */
export class ThemesPage {
  readonly page: Page;
  readonly main: Locator;
  readonly details: Locator;
  readonly dialog: Locator;
  readonly unplaced: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main', { name: 'Themes' });
    this.details = page.getByRole('complementary', { name: 'Themes: details' });
    this.dialog = page.getByRole('dialog');
    this.unplaced = page.getByRole('grid', { name: 'Unplaced codes' });
  }

  /** Goes to the themes by the rail. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Themes', exact: true }).click();
    await loaded(this.page, 'Themes');
  }

  /** A theme or subtheme on the board. */
  theme(name: string): Locator {
    return this.main.getByRole('region', { name, exact: true });
  }

  /** The name of a theme on the board, which the focus and the drag start from. */
  name(name: string): Locator {
    return this.main.getByRole('button', { name, exact: true });
  }

  /** The codes of a theme, without those of its subthemes. */
  codes(theme: string): Locator {
    return this.main.getByRole('grid', { name: `Codes in ${theme}`, exact: true });
  }

  /** A code in a theme. */
  code(theme: string, name: string): Locator {
    return this.codes(theme).getByRole('row', { name, exact: true });
  }

  /** A code that stands in no theme. */
  unplacedCode(name: string): Locator {
    return this.unplaced.getByRole('row', { name, exact: true });
  }

  /** A field of the theme that is looked at. */
  field(label: string): Locator {
    return this.details.getByRole('textbox', { name: label, exact: true });
  }

  /** Waits until the themes stand on the board in this order. */
  async expectThemes(names: readonly string[]): Promise<void> {
    await expect(
      this.main.getByRole('heading', { level: 2 }).and(this.main.locator('[data-theme] *')),
    ).toHaveText([...names]);
  }

  /** Waits until these codes, and no others, stand in a theme in this order. */
  async expectCodes(theme: string, names: readonly string[]): Promise<void> {
    await expect
      .poll(() =>
        this.codes(theme)
          .getByRole('row')
          .evaluateAll((rows) => rows.flatMap((row) => row.getAttribute('aria-label') ?? [])),
      )
      .toEqual([...names]);
  }

  /** Waits until these words have been said to screen readers. */
  async expectSaid(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words }).first()).toBeAttached();
  }

  /** Runs a command by its name from the palette. */
  async command(name: string): Promise<void> {
    // The palette does not open over a dialog that is still going.
    await expect(this.dialog).toHaveCount(0);
    await this.page.keyboard.press('Control+k');
    await this.dialog.getByRole('searchbox').fill(name);
    // Where a command has keys, they stand behind its name.
    await this.dialog.getByRole('menuitem').filter({ hasText: name }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Undoes by the button in the toast that says this. */
  async undoInToast(words: string): Promise<void> {
    await this.page
      .getByRole('listitem')
      .filter({ hasText: words })
      .getByRole('button', { name: 'Undo' })
      .click();
  }

  /** Drags with the mouse, with keys held down at the end, to a place within the target. */
  async drag(
    from: Locator,
    to: Locator,
    how: { readonly key?: 'Control' | 'Alt'; readonly at?: readonly [number, number] } = {},
  ): Promise<void> {
    await from.hover();
    await this.page.mouse.down();
    const box = await to.boundingBox();
    if (box === null) throw new Error('The target is not in sight');
    const [across, down] = how.at ?? [0.5, 0.5];
    const x = box.x + box.width * across;
    const y = box.y + box.height * down;
    if (how.key !== undefined) await this.page.keyboard.down(how.key);
    await this.page.mouse.move(x - 4, y - 2, { steps: 8 });
    await this.page.mouse.move(x, y, { steps: 2 });
    await this.page.mouse.up();
    if (how.key !== undefined) await this.page.keyboard.up(how.key);
  }
}
