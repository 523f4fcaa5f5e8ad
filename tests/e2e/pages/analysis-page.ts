import type { Locator, Page } from '@playwright/test';
import { expect, loaded } from '#tests/e2e/app.ts';

/** Retrieval as somebody sees and uses it. */
export class AnalysisPage {
  readonly page: Page;
  readonly main: Locator;
  readonly panel: Locator;
  readonly details: Locator;
  readonly segments: Locator;
  /** The bar that is there while segments are chosen. */
  readonly chosen: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main', { name: 'Analysis' });
    this.panel = page.getByRole('complementary', { name: 'Analysis: lists' });
    this.details = page.getByRole('complementary', { name: 'Analysis: details' });
    this.chosen = page.getByRole('toolbar', { name: 'Chosen segments' });
    this.segments = page.getByRole('grid', { name: 'Segments' });
  }

  /** Goes to retrieval by the rail. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Analysis', exact: true }).click();
    await loaded(this.page, 'Analysis');
  }

  /** Waits until so much is found, in the words of the header. */
  async expectFound(words: string): Promise<void> {
    await expect(this.main.locator('header')).toContainText(words);
  }

  /** Chooses in a field of the query, by name, one after another. */
  async choose(field: string, ...names: readonly string[]): Promise<void> {
    await this.panel.getByRole('button', { name: new RegExp(`^${field}: `, 'u') }).click();
    const dialog = this.page.getByRole('dialog', { name: field });
    const list = dialog.getByRole('listbox');
    await expect(list).toBeVisible();
    const search = dialog.getByRole('searchbox');
    for (const name of names) {
      if ((await search.count()) > 0) await search.fill(name);
      await list.getByRole('option', { name }).first().click();
    }
    await this.page.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
  }

  /** Chooses in a plain list of the query or of the header. */
  async select(label: string | RegExp, choice: string): Promise<void> {
    await this.page.getByRole('button', { name: label }).click();
    await this.page.getByRole('option', { name: choice, exact: true }).click();
  }

  /** The row the keys are at. */
  get current(): Locator {
    return this.segments.locator('[data-current=true]');
  }
}
