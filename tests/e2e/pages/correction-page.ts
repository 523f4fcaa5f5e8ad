import type { Locator, Page } from '@playwright/test';
import { expect } from '#tests/e2e/app.ts';

/** A turn open for correction, as somebody sees and uses it. */
export class CorrectionPage {
  readonly page: Page;
  readonly review: Locator;

  constructor(page: Page) {
    this.page = page;
    this.review = page.getByRole('region', { name: /^What (?:the correction|merging) changes$/u });
  }

  /** All of the turn that is open, counted from 1. */
  turn(number: number): Locator {
    return this.page.getByRole('group', { name: `Correct turn ${number}`, exact: true });
  }

  /** Its words. */
  words(number: number): Locator {
    return this.page.getByRole('textbox', { name: `Words of turn ${number}`, exact: true });
  }

  /** Waits until a turn is open, with the caret in its words. */
  async expectOpen(number: number): Promise<void> {
    await expect(this.words(number)).toBeFocused();
  }

  /** Waits until nothing is open for correction. */
  async expectClosed(): Promise<void> {
    await expect(this.page.getByRole('group', { name: /^Correct turn/u })).toHaveCount(0);
  }

  /** Selects words in the open turn, on the page, as dragging over them would. */
  async select(number: number, words: string): Promise<void> {
    await this.words(number).evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const start = node.textContent?.indexOf(wanted) ?? -1;
        if (start < 0) continue;
        getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length);
        return;
      }
      throw new Error(`The turn does not say: ${wanted}`);
    }, words);
    // The editor hears of a selection on the page a moment later.
    await this.page.waitForTimeout(50);
  }

  /** Puts the caret at the start of words in the open turn. */
  async putCaret(number: number, words: string): Promise<void> {
    await this.select(number, words);
    await this.page.keyboard.press('ArrowLeft');
  }
}
