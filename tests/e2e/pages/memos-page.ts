import type { Locator, Page } from '@playwright/test';
import { expect } from '#tests/e2e/app.ts';
import { ShellPage } from './shell-page.ts';

/** The memos as somebody sees and drives them: the journal, all memos, the details. */
export class MemosPage {
  readonly page: Page;
  readonly main: Locator;
  readonly details: Locator;
  /** Every entry of the journal, in the order of the screen. */
  readonly entries: Locator;
  readonly days: Locator;
  readonly list: Locator;
  /** Where the words of the open memo are written. */
  readonly words: Locator;
  readonly links: Locator;
  readonly menu: Locator;

  constructor(page: Page) {
    this.page = page;
    const shell = new ShellPage(page);
    this.main = shell.main('Memos');
    this.details = shell.details('Memos');
    this.entries = this.main.getByRole('region', { name: 'Journal' }).getByRole('listitem');
    this.days = this.main.getByRole('heading', { level: 2 });
    this.list = this.main.getByRole('grid', { name: 'Memos' });
    this.words = this.main.getByRole('textbox', { name: /^(?:Journal entry|Memo)$/u });
    this.links = this.details.getByRole('region', { name: 'Links' });
    this.menu = page.getByRole('listbox');
  }

  async open(): Promise<void> {
    await new ShellPage(this.page).goTo('Memos');
  }

  async openAll(): Promise<void> {
    await this.open();
    await this.main.getByRole('tab', { name: 'All memos' }).click();
    await expect(this.list).toBeVisible();
  }

  row(words: string | RegExp): Locator {
    return this.list.getByRole('row').filter({ hasText: words });
  }

  field(name: string): Locator {
    return this.main.getByRole('textbox', { name, exact: true });
  }

  toast(words: string): Locator {
    return this.page.locator('[data-sonner-toast]').filter({ hasText: words });
  }

  /** Waits until what was typed is on disk. */
  async expectSaved(): Promise<void> {
    await expect(this.main.getByRole('status').filter({ hasText: /^Saved$/u })).toBeAttached();
  }
}
