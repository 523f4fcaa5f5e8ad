import { expect, type Locator, type Page } from '@playwright/test';
import { loaded } from '#tests/e2e/app.ts';

/** The tab Packs of the area Review, and the screen that makes a pack. */
export class PacksPage {
  readonly page: Page;
  readonly main: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main', { name: 'Review' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Review', exact: true }).click();
    await loaded(this.page, 'Review');
  }

  /** Goes to a step by its name. */
  async step(name: string): Promise<void> {
    await this.main
      .getByRole('navigation', { name: 'Steps of the review pack' })
      .getByRole('button', { name })
      .click();
    await expect(this.main.getByRole('heading', { level: 2, name })).toBeFocused();
  }

  /** Chooses the first quotes of a theme that is open, and says that they are checked. */
  async chooseQuotes(theme: string, count: number): Promise<void> {
    const section = this.main.getByRole('region', { name: `Quotes for ${theme}` });
    const chosen = section.getByRole('list', { name: `Quotes chosen for ${theme}` });
    const rest = section.getByRole('list').last();
    for (let at = 0; at < count; at++) {
      await rest.getByRole('checkbox').first().press('Space');
      await expect(chosen.getByRole('listitem')).toHaveCount(at + 1);
    }
    for (const box of await chosen.getByRole('checkbox').all()) await box.press('Space');
  }

  /** Says of everything that was found that it identifies nobody. */
  async answerAll(): Promise<void> {
    for (const box of await this.main.getByRole('checkbox', { name: 'Identifies nobody' }).all())
      if (!(await box.isChecked())) await box.press('Space');
  }
}
