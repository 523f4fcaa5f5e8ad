import type { Locator, Page } from '@playwright/test';
import type { Code } from '#shared/model/code.ts';
import { type App, expect, loaded } from '#tests/e2e/app.ts';

/** Names of codes, and what is nested in them. */
interface Seed {
  readonly [name: string]: Seed;
}

/** Creates codes as another window would. */
export const seedCodes = async (
  app: App,
  codes: Seed,
  parentId: string | null = null,
): Promise<void> => {
  for (const [name, nested] of Object.entries(codes)) {
    const code = (await app.call('codes.create', { name, parentId })) as Code;
    await seedCodes(app, nested, code.id);
  }
};

/** A code as it is on disk. */
export const codeNamed = async (app: App, name: string): Promise<Code | undefined> =>
  ((await app.call('codes.list')) as readonly Code[]).find((code) => code.name === name);

/** A small codebook, and how the tree reads with it. */
export const bodyCodes = {
  Pain: { Flare: {}, Ache: {} },
  Sleep: {},
  Work: { Boss: {} },
  Hope: {},
} as const;
export const bodyOutline = ['Pain', '  Flare', '  Ache', 'Sleep', 'Work', '  Boss', 'Hope'];

/** A code of the sample study: 10 codings, two codes nested in it, in themes. */
export const sampleCode = 'Brushed off';

/** The codebook as somebody sees and uses it. */
export class CodebookPage {
  readonly page: Page;
  readonly tree: Locator;
  readonly details: Locator;
  readonly filter: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.tree = page.getByRole('treegrid', { name: 'Codes' });
    this.details = page.getByRole('complementary', { name: 'Codebook: details' });
    this.filter = page.getByRole('searchbox', { name: 'Filter codes' });
    this.dialog = page.getByRole('dialog');
  }

  /** Goes to the codebook by the rail. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Codebook', exact: true }).click();
    await loaded(this.page, 'Codebook');
  }

  /** The row of a code; its accessible name begins with the code's and goes on with its counts. */
  row(name: string): Locator {
    return this.tree.getByRole('row', { name: new RegExp(`^${name},`, 'u') });
  }

  /** A button of the bar above the tree. */
  button(name: string): Locator {
    return this.page
      .getByRole('toolbar', { name: 'Codes' })
      .getByRole('button', { name, exact: true });
  }

  /** Shows only some of the codes, or similar names. */
  async show(what: string): Promise<void> {
    await this.page.getByRole('button', { name: /Show codes/u }).click();
    await this.page.getByRole('option', { name: what, exact: true }).click();
  }

  /** A field of the chosen code. */
  field(label: string): Locator {
    return this.details.getByRole('textbox', { name: label, exact: true });
  }

  /** The names of the codes in sight, two spaces before each for every level of nesting. */
  async outline(): Promise<readonly string[]> {
    const rows = await this.tree.getByRole('row').evaluateAll((all) =>
      all.map((row) => ({
        level: Number(row.getAttribute('aria-level')),
        label: row.getAttribute('aria-label') ?? '',
      })),
    );
    return rows.map(
      ({ level, label }) =>
        '  '.repeat(level - 1) + label.replace(/, (?:not used yet|[\d,]+ codings? in .*)$/u, ''),
    );
  }

  /** Waits until the tree reads like this. */
  async expectOutline(lines: readonly string[]): Promise<void> {
    await expect.poll(() => this.outline()).toEqual(lines);
  }

  /** Waits until a code is the only one chosen, and its row has the focus. */
  async expectFocused(name: string): Promise<void> {
    await expect(this.row(name)).toBeFocused();
    await expect(this.row(name)).toHaveAttribute('aria-selected', 'true');
    await expect(this.tree.getByRole('row', { selected: true })).toHaveCount(1);
  }

  /** Waits until these words have been said to screen readers. */
  async expectAnnounced(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words }).first()).toBeAttached();
  }

  /** The passing message that says this. */
  toast(words: string | RegExp): Locator {
    return this.page
      .getByRole('region', { name: /^Notifications/u })
      .getByRole('listitem')
      .filter({ hasText: words });
  }

  /** Undoes by the button in the toast that says this. */
  async undoInToast(words: string): Promise<void> {
    await this.toast(words).getByRole('button', { name: 'Undo' }).click();
  }

  /** Drags a row with the mouse onto another (`middle`), or just before (`top`) or behind (`bottom`) it. */
  async drag(from: string, to: string, where: 'top' | 'middle' | 'bottom'): Promise<void> {
    const box = await this.row(to).boundingBox();
    if (box === null) throw new Error(`${to} is not in sight`);
    const y = { top: box.y + 3, middle: box.y + box.height / 2, bottom: box.y + box.height - 3 };
    await this.row(from).hover({ position: { x: 120, y: 14 } });
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + 140, y[where] - 1, { steps: 6 });
    await this.page.mouse.move(box.x + 140, y[where]);
    await this.page.mouse.up();
  }
}
