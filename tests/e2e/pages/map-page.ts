import type { Locator, Page } from '@playwright/test';
import { expect } from '#tests/e2e/app.ts';
import { ThemesPage } from './themes-page.ts';

/** The thematic map and its outline as somebody sees and uses them. */
export class MapPage extends ThemesPage {
  readonly canvas: Locator;
  readonly outline: Locator;

  constructor(page: Page) {
    super(page);
    this.canvas = page.getByRole('application', { name: 'Thematic map' });
    this.outline = page.getByRole('treegrid', { name: 'Outline of the map' });
  }

  /** Turns to a view by the switch. */
  async view(name: 'Board' | 'Map' | 'Outline'): Promise<void> {
    await this.main.getByRole('radio', { name, exact: true }).click();
    if (name === 'Map') await expect(this.canvas).toBeVisible();
    if (name === 'Outline') await expect(this.outline).toBeVisible();
  }

  /** A theme or code on the canvas, by its name and what it is. */
  box(name: string, kind: 'theme' | 'subtheme' | 'code'): Locator {
    return this.canvas.getByRole('button', { name: new RegExp(`^${name}, ${kind}`, 'u') });
  }

  /** A relation on the canvas, by its sentence. */
  relation(sentence: string): Locator {
    return this.canvas.getByRole('button', { name: `${sentence}, relation`, exact: true });
  }

  /** A line of the outline; a code in several themes has several. */
  line(words: string): Locator {
    return this.outline.getByRole('row', { name: new RegExp(`^${words}`, 'u') });
  }
}
