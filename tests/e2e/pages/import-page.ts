import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator } from '@playwright/test';
import type { App } from '#tests/e2e/app.ts';

/** The import screen as somebody in front of it finds their way about. */
export class ImportPage {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  get files(): Locator {
    return this.#app.page.getByRole('listbox', { name: 'Files read' });
  }

  get details(): Locator {
    return this.#app.page.getByRole('region', { name: 'Chosen file' });
  }

  get preview(): Locator {
    return this.details.getByRole('region', { name: 'Preview' });
  }

  get summary(): Locator {
    return this.#app.page.getByRole('heading', { level: 1, name: /imported/u });
  }

  /** A file in the list by words in its row. */
  file(words: string | RegExp): Locator {
    return this.files.getByRole('option').filter({ hasText: words });
  }

  field(label: string): Locator {
    return this.details
      .getByLabel(label, { exact: true })
      .and(this.#app.page.locator('input, textarea'));
  }

  /** Writes files of these names and words into the test's folder; answers their paths. */
  write(files: Readonly<Record<string, string | Uint8Array>>): string[] {
    return Object.entries(files).map(([name, content]) => {
      const path = join(this.#app.folder, 'files', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    });
  }

  /** Picks files as with the browser's own chooser. */
  async pick(paths: readonly string[], button = 'Import interviews'): Promise<void> {
    const { page } = this.#app;
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: button }).click();
    await (await chooser).setFiles([...paths]);
  }

  /** Opens a list under a label and chooses from it. */
  async choose(label: string, choice: string): Promise<void> {
    await this.details.getByRole('button', { name: new RegExp(`${label}$`, 'u') }).click();
    await this.#app.page.getByRole('option', { name: choice }).click();
  }

  async run(): Promise<void> {
    await this.#app.page.getByRole('button', { name: /^Import \d+ interviews?$/u }).click();
    await this.summary.waitFor();
  }
}
