import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '#tests/helpers/chromium.ts';

/*
 * `npm run screens`: a picture of every work area of the sample study, light and dark, wide and
 * narrow, and in forced colours, into the folder screens/ (which git ignores), for looking at.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'electron/cli/main.ts');
const wide = { width: 1440, height: 900 };
const narrow = { width: 1024, height: 700 };
const looks = {
  'light-1440': { colorScheme: 'light', viewport: wide },
  'light-1024': { colorScheme: 'light', viewport: narrow },
  'dark-1440': { colorScheme: 'dark', viewport: wide },
  'dark-1024': { colorScheme: 'dark', viewport: narrow },
  'forced-1440': { colorScheme: 'dark', forcedColors: 'active', viewport: wide },
} as const;

const area = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.waitForTimeout(900);
};

/** Each screen by name, and how to get there. */
const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  library: (page) => area(page, 'Library'),
  cases: async (page) => {
    await page.getByRole('tab', { name: 'Cases' }).click();
    await page.getByText('P03 Nasreen').first().click();
    await page.waitForTimeout(500);
  },
  coding: async (page) => {
    await area(page, 'Coding');
    await page.locator('[data-transcript]').focus();
    for (const key of ['j', 'j', 'j', 'n', 'n']) await page.keyboard.press(key);
    await page.waitForTimeout(500);
  },
  filter: async (page) => {
    await page.keyboard.press('f');
    // By key, since in a narrow window the details lie over the bar.
    await page.getByRole('button', { name: /^Colour by/u }).press('Enter');
    await page.getByRole('menuitemradio', { name: 'coder' }).press('Enter');
    await page.waitForTimeout(400);
  },
  reading: async (page) => {
    await page.getByRole('button', { name: /^Colour by/u }).press('Enter');
    await page.getByRole('menuitemradio', { name: 'code', exact: true }).press('Enter');
    await page.locator('[data-transcript]').focus();
    await page.keyboard.press('f');
    await page.keyboard.press('Shift+R');
    for (const key of ['Home', 'j', 'j', 'l', 'm']) await page.keyboard.press(key);
    await page.waitForTimeout(300);
    await page.keyboard.type('She says plant first. What is the joke doing?');
    await page.keyboard.press('Control+Enter');
    await page.waitForTimeout(500);
  },
  'side-by-side': async (page) => {
    await page.keyboard.press('Shift+R');
    await page.keyboard.press('b');
    await page.getByRole('button', { name: 'Show side by side' }).click();
    await page.waitForTimeout(700);
  },
  passages: async (page) => {
    await page.locator('[data-transcript=main]').focus();
    await page.keyboard.press('b');
    await page.getByRole('button', { name: 'One column' }).click();
    await page.locator('[data-transcript]').focus();
    for (const key of ['Home', 'j', 'j', 'l', 'a', 'j', 'l']) await page.keyboard.press(key);
    await page.waitForTimeout(300);
  },
  picker: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    await page.keyboard.press('/');
    await page.waitForTimeout(300);
    await page.keyboard.type('be');
    await page.waitForTimeout(400);
  },
  correction: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.waitForTimeout(600);
    await page.keyboard.type('Well, ');
    await page.waitForTimeout(300);
  },
  codebook: async (page) => {
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Escape');
    await area(page, 'Codebook');
    await page.getByText('Brushed off').first().click();
    await page.waitForTimeout(500);
  },
  similar: async (page) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('similar names');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(500);
  },
  themes: async (page) => {
    await area(page, 'Themes');
    await page.getByText('Believed before helped').first().click();
    await page.waitForTimeout(700);
  },
  'theme-review': async (page) => {
    await page.locator('[data-theme-name]').first().focus();
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('grid', { name: 'Extracts' }).focus();
    await page.keyboard.press('c');
    await page.waitForTimeout(500);
  },
  silent: async (page) => {
    await page.getByRole('tab', { name: 'Who is silent' }).click();
    await page.waitForTimeout(400);
  },
  map: async (page) => {
    // Out of the review first.
    await page.goto(`${page.url().split('#')[0]}#/themes`);
    await page.getByRole('radio', { name: 'Map', exact: true }).click();
    await page.locator('[data-map-node]').first().waitFor();
    await page.waitForTimeout(700);
  },
  outline: async (page) => {
    await page.getByRole('radio', { name: 'Outline', exact: true }).click();
    await page.waitForTimeout(700);
  },
  journal: (page) => area(page, 'Memos'),
  memos: async (page) => {
    await page.getByRole('tab', { name: 'All memos' }).click();
    await page.getByText('Three obstacles').first().click();
    await page.waitForTimeout(500);
  },
  writing: async (page) => {
    await area(page, 'Writing');
    // The study is the same for every size and scheme, so the report is there from the second on.
    const report = page.getByRole('button', { name: 'Supplement', exact: true });
    if ((await report.count()) === 0) {
      await page.getByRole('main').getByRole('button', { name: 'New report' }).click();
      await page.getByRole('textbox', { name: 'Title' }).fill('Supplement');
      await page.keyboard.press('Enter');
    } else await report.click();
    await page.getByRole('row', { name: /^Believed before helped, Theme/u }).click();
    await page.waitForTimeout(700);
  },
  quotes: async (page) => {
    await page.getByRole('button', { name: 'Choose quotes' }).click();
    await page.waitForTimeout(700);
  },
  search: async (page) => {
    await page.keyboard.press('Escape');
    await area(page, 'Search');
    await page.getByRole('searchbox', { name: 'Search the project' }).fill('worry');
    await page.waitForTimeout(600);
  },
  analysis: async (page) => {
    await area(page, 'Analysis');
    await page.getByRole('grid', { name: 'Segments' }).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'e']) await page.keyboard.press(key);
    await page.waitForTimeout(500);
  },
  planning: async (page) => {
    await area(page, 'Planning');
    await page.getByText('Show that you take the pain as true').first().click();
    await page.waitForTimeout(500);
  },
  'what-rests-on-this': async (page) => {
    await area(page, 'Coding');
    await page.locator('[data-transcript]').focus();
    await page.keyboard.press('n');
    await page.keyboard.press('Control+Shift+E');
    await page.waitForTimeout(600);
  },
  checks: async (page) => {
    await page.keyboard.press('Escape');
    await area(page, 'Planning');
    await page.getByRole('tab', { name: /^Checks/u }).click();
    await page.waitForTimeout(500);
  },
  review: async (page) => {
    await area(page, 'Review');
    await page.getByRole('tab', { name: 'Packs' }).click();
    await page.waitForTimeout(300);
  },
  'review-pack': async (page) => {
    await page.getByRole('button', { name: 'Make a review pack' }).first().click();
    await page.getByRole('checkbox', { name: 'Believed before helped' }).press('Space');
    await page.getByRole('button', { name: '3 Quotes' }).click();
    await page.waitForTimeout(500);
    for (const _ of [0, 1, 2]) {
      await page
        .getByRole('main')
        .getByRole('list')
        .last()
        .getByRole('checkbox')
        .first()
        .press('Space');
      await page.waitForTimeout(200);
    }
  },
  'review-checks': async (page) => {
    await page.getByRole('button', { name: '4 Checks' }).click();
    await page.waitForTimeout(600);
  },
  'review-read': async (page) => {
    await page.getByRole('button', { name: '5 Read through' }).click();
    await page.waitForTimeout(600);
    await page.getByRole('button', { name: 'Cancel', exact: true }).focus();
  },
  replies: async (page) => {
    await area(page, 'Review');
    await page.getByRole('tab', { name: 'Replies' }).click();
    await page.getByText('Whose word is it?').first().click();
    await page.waitForTimeout(500);
  },
  log: async (page) => {
    await page.getByRole('tab', { name: 'Log' }).click();
    await page.waitForTimeout(500);
  },
  history: async (page) => {
    await area(page, 'History');
    await page.getByRole('option').first().click();
    await page.waitForTimeout(400);
  },
  palette: async (page) => {
    await page.keyboard.press('Control+k');
    await page.waitForTimeout(400);
    await page.keyboard.type('exp');
    await page.waitForTimeout(300);
  },
  reader: async (page) => {
    await page.getByRole('dialog').getByRole('searchbox').fill('Reader mode');
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Start reader mode' }).click();
    await page.waitForTimeout(500);
  },
};

const folder = mkdtempSync(join(tmpdir(), 'understory-screens-'));
const out = join(root, 'screens');
mkdirSync(out, { recursive: true });
const file = join(folder, 'Sample study.understory');
execFileSync(process.execPath, [cli, 'sample', file], { stdio: 'ignore' });
const server = spawn(process.execPath, [cli, 'serve', file, '--no-open'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, UNDERSTORY_DATA: join(folder, 'data') },
});
const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
try {
  let address = '';
  for await (const line of createInterface({ input: server.stdout })) {
    address = /http:\S+/u.exec(line)?.[0] ?? '';
    if (address !== '') break;
  }
  for (const [look, options] of Object.entries(looks)) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForTimeout(800);
    for (const [name, show] of Object.entries(screens)) {
      await show(page);
      const path = join(out, `${name}-${look}.png`);
      await page.screenshot({ path });
      process.stdout.write(`${path}\n`);
    }
    await context.close();
  }
} finally {
  await browser.close();
  server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
