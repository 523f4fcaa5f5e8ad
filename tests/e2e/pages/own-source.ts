import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, expect } from '#tests/e2e/app.ts';

/** Imports a source with these words into a new project, by its screen. */
export const importWords = async (app: App, name: string, words: string): Promise<void> => {
  const file = join(app.folder, `${name}.txt`);
  writeFileSync(file, words);
  const chooser = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: 'Import interviews' }).first().click();
  await (await chooser).setFiles([file]);
  await app.page.getByRole('button', { name: /^Import 1 /u }).click();
  await expect
    .poll(async () => ((await app.call('sources.list')) as readonly unknown[]).length)
    .toBeGreaterThan(0);
};
