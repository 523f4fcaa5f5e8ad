import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';

const folder = fileURLToPath(new URL('../../fixtures/journey', import.meta.url));

/** Five invented interviews. */
export const interviews: readonly string[] = readdirSync(folder)
  .sort()
  .map((name) => join(folder, name));

/** What the journeys look at, whichever way they go there. */
export class Journey {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The heading of the source that is open in Coding, with its counts. */
  get header(): Locator {
    return this.page.locator('main header').first();
  }

  /** The words of the n-th turn, counted from 1. */
  turn(number: number): Locator {
    return this.page.locator(`#turn-${number - 1} [data-speech]`);
  }

  /** Waits until the open source has so many codings. */
  async expectCodings(count: number): Promise<void> {
    await expect(this.header).toContainText(`${count} ${count === 1 ? 'coding' : 'codings'}`);
  }

  /** Waits until screen readers were told this. */
  async expectSaid(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words }).first()).toBeAttached();
  }

  /** The words that are painted as coded, joined. */
  paintedWords(): Promise<string> {
    return this.page.evaluate(() =>
      [...CSS.highlights.entries()]
        .filter(([name]) => /^code-\d/u.test(name))
        .flatMap(([, highlight]) => [...highlight])
        .map((part) =>
          (part.startContainer.textContent ?? '').slice(part.startOffset, part.endOffset),
        )
        .join('\n'),
    );
  }
}
