import type { Locator } from '@playwright/test';
import type { App } from '#tests/e2e/app.ts';

/** The grid of cases as somebody in front of the screen finds their way about it. */
export class CasesPage {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  get grid(): Locator {
    return this.#app.page.getByRole('grid', { name: 'Cases' });
  }

  get details(): Locator {
    return this.#app.page.getByRole('complementary', { name: 'Library: details' });
  }

  get filter(): Locator {
    return this.#app.page.getByRole('searchbox', { name: 'Filter cases' });
  }

  /** The cell that has the focus, or holds what has it. */
  get focused(): Locator {
    return this.grid.locator('[role=gridcell]:focus, [role=rowheader]:focus');
  }

  head(name: string | RegExp): Locator {
    return this.grid.getByRole('columnheader', { name });
  }

  /** A row by the pseudonym in it. */
  row(pseudonym: string): Locator {
    return this.grid
      .getByRole('row')
      .filter({ has: this.#app.page.getByRole('rowheader', { name: pseudonym, exact: true }) });
  }

  /** A cell by the pseudonym of its case and the name of its column. */
  async cell(pseudonym: string, column: string): Promise<Locator> {
    const index = await this.head(column).getAttribute('aria-colindex');
    return this.row(pseudonym).locator(`[aria-colindex="${index}"]`);
  }

  /** The field of the cell that is edited. */
  field(name: string): Locator {
    return this.grid.getByLabel(name, { exact: true });
  }

  /** The columns' names from left to right, as far as they are drawn. */
  heads(): Promise<string[]> {
    return this.grid.getByRole('columnheader').allInnerTexts();
  }

  async open(): Promise<void> {
    const { page } = this.#app;
    await page
      .getByRole('navigation', { name: 'Work areas' })
      .getByRole('button', { name: 'Library' })
      .click();
    await page.getByRole('tab', { name: 'Cases' }).click();
  }
}
