import type { Locator } from '@playwright/test';
import { type App, expect, loaded } from '#tests/e2e/app.ts';

/** The library as somebody in front of the screen finds their way about it. */
export class LibraryPage {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  get table(): Locator {
    return this.#app.page.getByRole('grid', { name: 'Sources' });
  }

  get details(): Locator {
    return this.#app.page.getByRole('complementary', { name: 'Library: details' });
  }

  get filter(): Locator {
    return this.#app.page.getByRole('searchbox', { name: 'Filter sources' });
  }

  /** A row by words in it. */
  row(words: string | RegExp): Locator {
    return this.table.getByRole('row').filter({ hasText: words });
  }

  button(name: string | RegExp): Locator {
    return this.#app.page.getByRole('button', { name });
  }

  async open(): Promise<void> {
    await this.#app.page
      .getByRole('navigation', { name: 'Work areas' })
      .getByRole('button', { name: 'Library' })
      .click();
    await loaded(this.#app.page, 'Library');
  }

  async tab(name: string): Promise<void> {
    await this.#app.page.getByRole('tab', { name }).click();
  }

  /** Opens a list under a label and chooses from it. */
  async choose(label: string, choice: string): Promise<void> {
    await this.#app.page.getByRole('button', { name: new RegExp(`${label}$`, 'u') }).click();
    await this.#app.page.getByRole('option', { name: choice, exact: true }).click();
  }

  /** Runs a command by name from the palette, as keyboards do. */
  async command(name: string): Promise<void> {
    const { page } = this.#app;
    // The palette does not open over a dialog that is still going.
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('searchbox').fill(name);
    await page.getByRole('menuitem', { name, exact: true }).waitFor();
    await page.keyboard.press('Enter');
  }
}
