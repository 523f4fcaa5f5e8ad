import type { Locator, Page } from '@playwright/test';
import { expect } from '#tests/e2e/app.ts';
import { ShellPage } from './shell-page.ts';

/** The reports as somebody sees and drives them: parts, the part that is written, the preview. */
export class WritingPage {
  readonly page: Page;
  readonly main: Locator;
  readonly lists: Locator;
  /** The parts of the report that is open, in order. */
  readonly parts: Locator;
  readonly preview: Locator;
  readonly picker: Locator;

  constructor(page: Page) {
    this.page = page;
    const shell = new ShellPage(page);
    this.main = shell.main('Writing');
    this.lists = shell.lists('Writing');
    this.parts = this.main.getByRole('grid', { name: 'Parts of the report' });
    this.preview = this.main.getByRole('region', { name: 'Preview' });
    this.picker = page.getByRole('dialog');
  }

  /** Starts a report from the themes. */
  async start(title: string): Promise<void> {
    await new ShellPage(this.page).goTo('Writing');
    await this.main.getByRole('button', { name: 'New report' }).click();
    await this.picker.getByRole('textbox', { name: 'Title' }).fill(title);
    await this.page.keyboard.press('Enter');
    await expect(this.parts).toBeVisible();
  }

  part(name: string): Locator {
    return this.parts.getByRole('row', { name: new RegExp(`^${name}`, 'u') });
  }

  /** Where the part that is chosen is written. */
  editor(name: string): Locator {
    return this.main.getByRole('region', { name: `Part: ${name}` });
  }

  /** The quotes to choose from. */
  get quotes(): Locator {
    return this.picker.getByRole('grid', { name: 'Quotes to choose from' });
  }

  get chosen(): Locator {
    return this.picker.getByRole('list', { name: 'Chosen quotes' }).getByRole('listitem');
  }

  /** The names of the parts, from the first to the last. */
  async expectParts(names: readonly string[]): Promise<void> {
    await expect(this.parts.getByRole('row')).toHaveText(
      names.map((name) => new RegExp(name, 'u')),
    );
  }
}
