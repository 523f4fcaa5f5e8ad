import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { richTextFrom } from '#shared/text/rich-text.ts';
import { answerDialogs, type DesktopWindow, postFrom } from './desktop.ts';
import { desktopFixture, eventually } from './desktop-fixture.ts';

const desktop = desktopFixture();

interface Kept {
  readonly printing: {
    readonly options: { readonly show?: boolean; readonly webPreferences?: object };
    readonly webContents: { readonly printed: readonly object[] };
  }[];
}

test('a report is printed by the app itself, in a window that is never seen and runs nothing', async () => {
  const folder = await desktop.folder();
  const app = await desktop.start({ folder });
  const [page] = await app.pages(1);
  await answerDialogs(app, { save: join(folder, 'Study.understory') });
  const project = await page!.evaluate(() =>
    (window as unknown as DesktopWindow).understory.pickNewProject('Study'),
  );
  await postFrom(page!, 'project.create', { file: project!.token, name: 'Study' });
  await postFrom(page!, 'themes.create', {
    name: 'Credibility',
    status: 'named',
    narrative: richTextFrom(['Being believed comes first. <script>alert(1)</script>']),
  });
  const report = await postFrom(page!, 'reports.create', { name: 'Findings', template: 'themes' });
  const reportId = report.ok ? (report.value as { readonly id: string }).id : '';
  await answerDialogs(app, { save: join(folder, 'Findings.pdf') });
  const target = await page!.evaluate(() =>
    (window as unknown as DesktopWindow).understory.pickTarget('Findings.pdf'),
  );
  await app.evaluate(({ app: electron }) => {
    const kept = globalThis as unknown as { printing: unknown[] };
    kept.printing = [];
    const { windows } = electron;
    const add = windows.add.bind(windows);
    windows.add = (window) => {
      kept.printing.push(window);
      return add(window);
    };
  });
  await postFrom(page!, 'exports.report', { file: target!.token, format: 'pdf', reportId });
  await eventually(async () => {
    const bytes = await readFile(join(folder, 'Findings.pdf')).catch(() => Buffer.of());
    return bytes.subarray(0, 5).toString();
  }).toBe('%PDF-');
  const shown = await app.evaluate(() =>
    (globalThis as unknown as Kept).printing.map(({ options, webContents }) => ({
      show: options.show,
      webPreferences: options.webPreferences,
      printed: webContents.printed,
    })),
  );
  expect(shown).toMatchObject([
    {
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, javascript: false },
      printed: [
        { preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true },
      ],
    },
  ]);
  expect(shown[0]?.webPreferences).not.toHaveProperty('preload');
  // It is gone again, and with it the address of the page.
  await eventually(() =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  ).toBe(1);
});
