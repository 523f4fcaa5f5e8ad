import type { Locator, Page } from '@playwright/test';
import { expect, loaded } from '#tests/e2e/app.ts';

/** The window around the work areas, as somebody sees and drives it. */
export class ShellPage {
  readonly page: Page;
  readonly palette: Locator;
  readonly keyboardMap: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.palette = page.getByRole('dialog', { name: 'Find a command or a place' });
    this.keyboardMap = page.getByRole('dialog', { name: 'Keyboard map' });
    this.status = page.getByRole('contentinfo', { name: 'Status' });
  }

  /** Goes to an area by the rail and waits for it. */
  async goTo(area: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Work areas' })
      .getByRole('button', { name: area, exact: true })
      .click();
    await loaded(this.page, area);
  }

  main(area: string): Locator {
    return this.page.getByRole('main', { name: area, exact: true });
  }

  details(area: string): Locator {
    return this.page.getByRole('complementary', { name: `${area}: details` });
  }

  lists(area: string): Locator {
    return this.page.getByRole('complementary', { name: `${area}: lists` });
  }

  /** Opens the palette by its keys and types. */
  async find(typed: string): Promise<void> {
    await expect(this.status).toBeVisible();
    await this.page.keyboard.press('Control+k');
    await expect(this.palette).toBeVisible();
    await this.page.keyboard.type(typed);
  }

  /** The name of the pane that has the focus: its landmark's label. */
  focusedPane(): Promise<string | null> {
    return this.page.evaluate(
      () =>
        document.activeElement?.closest('[data-pane]')?.getAttribute('aria-label') ??
        document.activeElement?.tagName ??
        null,
    );
  }

  /** Whether the page is wider or taller than the window, so that something would be cut off. */
  async expectNothingCutOff(): Promise<void> {
    const over = await this.page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - innerWidth,
      cut: [...document.querySelectorAll('nav button, footer button')]
        .map((button) => button.getBoundingClientRect())
        .filter(({ left, right }) => left < 0 || right > innerWidth).length,
    }));
    expect(over).toEqual({ wide: 0, cut: 0 });
  }
}
