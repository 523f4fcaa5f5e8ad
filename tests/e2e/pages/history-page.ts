import type { Locator, Page } from '@playwright/test';
import { ShellPage } from './shell-page.ts';

/** The history as somebody looks through it. */
export class HistoryPage {
  readonly page: Page;
  readonly shell: ShellPage;
  readonly main: Locator;
  readonly details: Locator;
  readonly list: Locator;
  readonly steps: Locator;

  constructor(page: Page) {
    this.page = page;
    this.shell = new ShellPage(page);
    this.main = this.shell.main('History');
    this.details = this.shell.details('History');
    this.list = this.main.getByRole('listbox', { name: 'Steps' });
    this.steps = this.list.getByRole('option');
  }

  async open(): Promise<void> {
    await this.shell.goTo('History');
  }

  /** The steps whose words say this. */
  step(words: RegExp): Locator {
    return this.list.getByRole('option').filter({
      has: this.page.locator('span').filter({ hasText: words }),
    });
  }

  /** Chooses in one of the lists above the steps. */
  async choose(list: RegExp, choice: string): Promise<void> {
    await this.main.getByRole('button', { name: list }).click();
    await this.page.getByRole('option', { name: choice, exact: true }).click();
  }
}
