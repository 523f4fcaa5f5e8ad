import type { Locator, Page } from '@playwright/test';
import { expect } from '#tests/e2e/app.ts';

/** The search as somebody sees and uses it, with what codes many places at once. */
export class SearchPage {
  readonly page: Page;
  readonly main: Locator;
  readonly field: Locator;
  readonly results: Locator;
  readonly hits: Locator;
  readonly summary: Locator;
  readonly dialog: Locator;
  readonly proposals: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main', { name: 'Search', exact: true });
    this.field = page.getByRole('searchbox', { name: 'Search the project' });
    this.results = this.main.getByRole('grid');
    this.hits = this.main.locator('[data-hit]');
    this.summary = this.main.locator('header').getByRole('status');
    this.dialog = page.getByRole('dialog');
    this.proposals = this.dialog.getByRole('grid');
  }

  /** Goes to the search by its keys, with the focus in its field. */
  async open(): Promise<void> {
    await expect(this.page.getByRole('contentinfo', { name: 'Status' })).toBeVisible();
    await this.page.keyboard.press('Control+Shift+f');
    await expect(this.field).toBeFocused();
  }

  /** Takes choices in or out of one of the filters. */
  async choose(filter: string, ...choices: readonly string[]): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${filter}: `, 'u') }).click();
    const list = this.page.getByRole('dialog', { name: filter }).getByRole('listbox');
    for (const choice of choices)
      await list.getByRole('option', { name: choice, exact: true }).click();
    await this.page.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
  }

  /** Names the code that what is looked through gets. */
  async nameCode(label: string | RegExp, name: string): Promise<void> {
    const field = this.dialog.getByRole('combobox', { name: label });
    await field.fill(name);
    await field.press('Tab');
  }
}
