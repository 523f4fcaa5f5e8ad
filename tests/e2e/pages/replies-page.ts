import type { Locator, Page } from '@playwright/test';
import { expect, loaded } from '#tests/e2e/app.ts';

/** The replies and the log in Review, as somebody sees and uses them. */
export class RepliesPage {
  readonly page: Page;
  readonly main: Locator;
  readonly dialog: Locator;
  readonly list: Locator;
  /** The answer that is looked at. */
  readonly answer: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main', { name: 'Review', exact: true });
    this.dialog = page.getByRole('dialog');
    this.list = this.main.getByRole('grid', { name: 'Answers' });
    this.answer = this.main.getByRole('article', { name: 'The answer' });
  }

  /** Goes to a tab of Review. */
  async open(tab: 'Replies' | 'Log'): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Work areas' })
      .getByRole('button', { name: 'Review', exact: true })
      .click();
    await loaded(this.page, 'Review');
    await this.main.getByRole('tab', { name: tab }).click();
    await loaded(this.page, 'Review');
  }

  /** The row of an answer, by who gave it on what. */
  row(theme: string, who: string): Locator {
    return this.list.getByRole('row', { name: `${theme}, ${who}` });
  }

  /** Chooses files by the button. */
  async importFiles(paths: readonly string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.main.getByRole('button', { name: 'Import replies' }).click();
    await (await chooser).setFiles([...paths]);
  }

  /** The words of the outcome. */
  get note(): Locator {
    return this.answer.getByRole('textbox');
  }

  /** A part of the log. */
  item(name: string): Locator {
    return this.main.getByRole('region', { name, exact: true });
  }

  /** Waits until these words have been said to screen readers. */
  async expectSaid(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words }).first()).toBeAttached();
  }
}
