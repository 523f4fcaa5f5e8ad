import type { Locator, Page } from '@playwright/test';
import { expect, loaded } from '#tests/e2e/app.ts';

/** The planning screen, and what rests on a record, as somebody sees and uses them. */
export class PlanningPage {
  readonly page: Page;
  readonly main: Locator;
  readonly details: Locator;
  /** What a claim rests on, to choose from. */
  readonly picker: Locator;
  /** "What rests on this?", wherever it was asked. */
  readonly above: Locator;
  readonly checks: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main', { name: 'Planning' });
    this.details = page.getByRole('complementary', { name: 'Planning: details' });
    this.picker = page.getByRole('dialog', { name: /rests on$/u });
    this.above = page.getByRole('dialog', { name: 'What rests on this?' });
    this.checks = this.main.getByRole('grid', { name: 'Checks' });
  }

  /** Goes to the planning by the rail. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Planning', exact: true }).click();
    await loaded(this.page, 'Planning');
  }

  list(name: string): Locator {
    return this.main.getByRole('region', { name });
  }

  /** The field at the end of a list: `finding`, `guiding principle`, `planned change`. */
  newOf(kind: string): Locator {
    return this.main.getByRole('textbox', { name: `New ${kind}` });
  }

  /** The words of a claim, which the focus and the keys are at. */
  words(statement: string): Locator {
    return this.main.locator('[data-claim-words]', { hasText: statement });
  }

  /** The row of a claim. */
  claim(statement: string): Locator {
    return this.main.locator('[data-claim]', {
      has: this.page.locator('[data-claim-words]', { hasText: statement }),
    });
  }

  /** What a claim rests on, in the words of its chips. */
  chips(statement: string): Locator {
    return this.claim(statement).locator('[data-kind]');
  }

  tab(name: string | RegExp): Locator {
    return this.main.getByRole('tab', { name });
  }

  /** The names in a list, in order. */
  async expectList(name: string, statements: readonly string[]): Promise<void> {
    await expect(this.list(name).locator('[data-claim-words]')).toHaveText([...statements]);
  }

  /** What screen readers were told last. */
  async expectSaid(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words }).first()).toBeAttached();
  }
}
