import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportReport } from '#electron/exporters/report.ts';
import type { WrittenReport } from '#shared/model/written.ts';
import { chromiumFlags, findChromium } from '#tests/helpers/chromium.ts';
import { type TempFolder, tempFolder } from '#tests/helpers/engine.ts';
import { allSaying, smallReport } from './reports.ts';
import { hostileTexts } from './segment-lists.ts';

let browser: Browser;
let folder: TempFolder;

beforeAll(async () => {
  folder = await tempFolder();
  browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
});
afterAll(async () => {
  await browser.close();
  await folder.remove();
});

interface Opened {
  readonly page: Page;
  /** What the browser complained of or asked for beside the page itself. */
  readonly noticed: readonly string[];
}

const open = async (report: WrittenReport, scheme: 'light' | 'dark' = 'light'): Promise<Opened> => {
  const file = join(folder.path, 'report.html');
  writeFileSync(file, (await exportReport(report, 'html')).bytes);
  const page = await (await browser.newContext({ colorScheme: scheme })).newPage();
  const noticed: string[] = [];
  page.on('console', (message) => noticed.push(message.text()));
  page.on('pageerror', (error) => noticed.push(error.message));
  page.on('dialog', (dialog) => noticed.push(dialog.message()));
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) noticed.push(request.url());
  });
  await page.goto(pathToFileURL(file).href);
  return { page, noticed };
};

test.each(['light', 'dark'] as const)(
  'a report is a page without fault in the %s',
  async (scheme) => {
    const { page, noticed } = await open(smallReport, scheme);
    expect(noticed).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.close();
  },
);

test('it has one title, headings in order, quotations with who says them, a table with headers', async () => {
  const { page } = await open(smallReport);
  const headings = page.locator('h1, h2, h3, h4');
  expect(
    await headings.evaluateAll((all) => all.map((one) => `${one.tagName} ${one.textContent}`)),
  ).toEqual([
    'H1 What would help',
    'H2 Introduction',
    'H2 Themes at a glance',
    'H2 Credibility',
    'H3 At work',
    'H2 Findings',
  ]);
  const quote = page.locator('main section > figure').first();
  expect(await quote.locator('blockquote').textContent()).toBe(
    '“They had decided before I sat down.”',
  );
  expect(await quote.locator('figcaption').textContent()).toBe(
    'P01 Marian, Participant, Baseline, turn 23',
  );
  expect(
    await page.locator('th').evaluateAll((all) => all.map((one) => one.getAttribute('scope'))),
  ).toEqual(['col', 'col', 'col', 'col', 'rowgroup', 'row']);
  expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
  expect(await page.locator('ol > li > ul > li').allTextContents()).toEqual(['Within it']);
  await page.close();
});

test('it runs nothing and asks for nothing, whatever the words are', async () => {
  for (const text of hostileTexts) {
    const { page, noticed } = await open(allSaying(text));
    expect(noticed).toEqual([]);
    expect(await page.locator('script, img, iframe, link, a, svg, form').count()).toBe(0);
    const said = (await page.locator('h2').textContent()) ?? '';
    expect(said.replaceAll('\r', '')).toBe(text.replaceAll('\r', ''));
    await page.close();
  }
});
