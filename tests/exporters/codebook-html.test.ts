import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportCodebook } from '#electron/exporters/codebook.ts';
import type { Codebook } from '#shared/model/codebook.ts';
import { chromiumFlags, findChromium } from '#tests/helpers/chromium.ts';
import { type TempFolder, tempFolder } from '#tests/helpers/engine.ts';
import {
  codebookOf,
  codeOf,
  everything,
  hostileCodebook,
  nothingExtra,
  smallCodebook,
  textOf,
} from './codebooks.ts';

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

const open = async (
  codebook: Codebook,
  scheme: 'light' | 'dark' = 'light',
  options = everything,
): Promise<Opened> => {
  const file = join(folder.path, 'codebook.html');
  writeFileSync(file, (await exportCodebook(codebook, 'html', options)).bytes);
  const context = await browser.newContext({ colorScheme: scheme });
  const page = await context.newPage();
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

const inLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('a codebook as a web page', () => {
  test('shows each code under a heading of its level, with its parts and its quote', async () => {
    const { page, noticed } = await open(smallCodebook);
    expect(await page.title()).toBe('Steadier Days, codebook');
    const headings = await page
      .locator('main :is(h2, h3, h4)')
      .evaluateAll((all) => all.map((each) => `${each.tagName} ${each.textContent}`));
    expect(headings).toEqual([
      'H2 Being believed',
      'H3 Having to prove it',
      'H4 Showing and hiding it',
      'H2 Trust',
    ]);
    const first = page.getByRole('article').first();
    expect(await first.locator('.meta').first().innerText()).toBe(
      'Blue · 1,234 codings in 11 sources',
    );
    expect(await first.locator('dt').allInnerTexts()).toEqual([
      'Definition',
      'Inclusion',
      'Exclusion',
      'Typical example',
      'Near miss',
      'Example quote',
      'Definition',
    ]);
    expect(await first.locator('blockquote').innerText()).toBe(
      'You can see it, they have already decided.',
    );
    expect(await first.locator('figcaption').innerText()).toBe('Marian, P01 baseline');
    expect(noticed).toEqual([]);
  });

  test('its list of codes leads to them', async () => {
    const { page } = await open(smallCodebook);
    await page.getByRole('navigation').getByRole('link', { name: 'Showing and hiding it' }).click();
    expect(await page.locator(':target h4').textContent()).toBe('Showing and hiding it');
  });

  test('has counts and quotes only where asked for', async () => {
    const { page } = await open(smallCodebook, 'light', nothingExtra);
    const text = await page.locator('body').innerText();
    expect(text).not.toContain('codings');
    expect(text).not.toContain('already decided');
  });

  test.each(['light', 'dark'] as const)('axe finds nothing on %s ground', async (scheme) => {
    const { page } = await open(smallCodebook, scheme);
    const ground = await page.evaluate(
      () => getComputedStyle(document.documentElement).backgroundColor,
    );
    expect(ground).toBe(scheme === 'light' ? 'rgb(251, 250, 248)' : 'rgb(27, 26, 24)');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  test('hostile names and texts stay words: nothing runs, nothing is fetched', async () => {
    const { page, noticed } = await open(hostileCodebook);
    expect(noticed).toEqual([]);
    expect(await page.locator('script, img, b, a[href^="javascript"]').count()).toBe(0);
    expect(await page.locator('main h2').allTextContents()).toEqual(
      hostileCodebook.codes.map((code) => code.name),
    );
    const definitions = await page.locator('dl > div:first-child > dd').allTextContents();
    expect(definitions.map(inLine)).toEqual(
      hostileCodebook.codes.map((code) => inLine(code.definition)),
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      await page.evaluate(() => window.innerWidth),
    );
  });

  test('its own policy would stop a script that got in', async () => {
    const file = join(folder.path, 'tampered.html');
    const page = textOf((await exportCodebook(smallCodebook, 'html', everything)).bytes);
    writeFileSync(file, page.replace('</main>', '<script>document.title = "ran"</script></main>'));
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(file).href);
    expect(await tab.title()).toBe('Steadier Days, codebook');
  });

  test('codes nested deeper than there are headings keep their place', async () => {
    const path = Array.from({ length: 9 }, (_, at) => `Level ${at}`);
    const codes = path.map((name, depth) =>
      codeOf({ name, depth, path: path.slice(0, depth + 1) }),
    );
    const { page } = await open(codebookOf(codes));
    expect(
      await page
        .locator('article article article article article article article article article')
        .count(),
    ).toBe(1);
    expect(await page.locator('h6').count()).toBe(5);
  });
});
