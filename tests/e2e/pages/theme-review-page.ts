import type { Locator, Page } from '@playwright/test';

/** The review of one theme as somebody sees and uses it. */
export class ThemeReviewPage {
  readonly page: Page;
  readonly main: Locator;
  readonly extracts: Locator;
  readonly uncoded: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main', { name: 'Themes' });
    this.extracts = page.getByRole('grid', { name: 'Extracts' });
    this.uncoded = page.getByRole('grid', { name: 'Uncoded words beside the extracts' });
  }

  /** One extract, by words of it. */
  extract(words: string): Locator {
    return this.extracts.getByRole('row').filter({ hasText: words });
  }

  /** The extract that the keys are at. */
  get current(): Locator {
    return this.extracts.locator('[data-current=true]');
  }

  /** Goes to one of the sheets. */
  async sheet(name: string): Promise<void> {
    await this.main.getByRole('tab', { name }).click();
  }

  /** Chooses which extracts are shown, or by what they are grouped. */
  async choose(label: 'Show extracts' | 'Group extracts', option: RegExp): Promise<void> {
    await this.main.getByRole('button', { name: label }).click();
    await this.page.getByRole('option', { name: option }).click();
  }
}
