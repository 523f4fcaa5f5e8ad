import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '#tests/helpers/chromium.ts';
import { type BenchProject, densities } from './engine-bench.ts';
import { median, type Row, row } from './report.ts';

const cli = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));
const rounds = 7;
const codingsEach = 12;
/** One frame of a 60 Hz screen, in milliseconds. */
const frame = 1000 / 60;

/** A project served as the browser host does. */
export interface Server {
  readonly address: string;
  /** Resident memory of the whole host with its engine, in megabytes. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts the browser host on a project; for measuring in a browser. */
export const serve = async (path: string): Promise<Server> => {
  const child = spawn(process.execPath, [cli, 'serve', path, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let address = '';
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /http:\S+/u.exec(line);
    if (found === null) continue;
    address = found[0];
    break;
  }
  return {
    address,
    memory: () => {
      const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
};

/**
 * In the page: goes to a source and answers the milliseconds until its words (and, where it has
 * codings, their highlights) have been painted: the task after the frame in which both are there.
 */
const openInPage = ([id, name, coded]: readonly [string, string, boolean]): Promise<number> =>
  new Promise((resolve) => {
    const start = performance.now();
    location.hash = `#/coding/${id}`;
    const look = (): void => {
      const shown = document.querySelector('main h1')?.textContent === name;
      const words = document.querySelector('[data-turn] [data-speech]') !== null;
      const painted = [...CSS.highlights.values()].some((layer) => layer.size > 0);
      if (!shown || !words || (coded && !painted)) {
        requestAnimationFrame(look);
        return;
      }
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - start);
        channel.port2.postMessage(null);
      });
    };
    requestAnimationFrame(look);
  });

/** In the page: measures from the next key press to the painted frame that shows one coding more. */
const watchNextCoding = (): void => {
  const count = (): string => document.querySelector('main header')?.textContent ?? '';
  const before = count();
  const window_ = window as unknown as { measured: Promise<number> };
  window_.measured = new Promise((resolve) => {
    addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        const look = (): void => {
          if (count() === before) {
            requestAnimationFrame(look);
            return;
          }
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => resolve(performance.now() - start);
            channel.port2.postMessage(null);
          });
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
};

/** Resident memory, in megabytes, of a bare process that has read the same project. */
const rawMemory = (path: string): number => {
  const script = `
    const database = require('better-sqlite3')(process.argv[1], { readonly: true });
    const kept = ['source', 'source_text', 'turn', 'code', 'coding'].map((table) =>
      database.prepare('SELECT * FROM ' + table).all());
    console.log(process.memoryUsage.rss() / 1024 / 1024 + 0 * kept.length);`;
  return Number(execFileSync(process.execPath, ['-e', script, path], { encoding: 'utf8' }));
};

const newPage = async (browser: Browser, address: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.getByRole('button', { name: 'Library' }).waitFor();
  await page.waitForTimeout(500);
  return page;
};

/** Applies codes by key, one after another, each to another sentence; answers each time. */
const applyCodes = async (page: Page): Promise<readonly number[]> => {
  await page.locator('[data-transcript]').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('l');
  await page.keyboard.press('/');
  await page.keyboard.type('Code 0');
  await page.keyboard.press('Enter');
  await page.locator('[data-transcript]').focus();
  const times: number[] = [];
  for (let index = 0; index < codingsEach; index += 1) {
    await page.keyboard.press('l');
    await page.waitForTimeout(80);
    await page.evaluate(watchNextCoding);
    await page.keyboard.press('1');
    times.push(
      await page.evaluate(() => (window as unknown as { measured: Promise<number> }).measured),
    );
  }
  return times;
};

/** Measures what a person waits for, in a real Chromium over the browser host. */
export const benchBrowser = async (project: BenchProject): Promise<readonly Row[]> => {
  const server = await serve(project.path);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumFlags],
  });
  const opened = new Map<number, number[]>(densities.map((density) => [density, []]));
  const applied = new Map<number, readonly number[]>();
  try {
    let address = server.address;
    const context = await newPage(browser, address);
    address = new URL('/', address).href;
    await context.close();
    const shared = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const first = await shared.newPage();
    await first.goto(server.address);
    await first.close();
    for (let round = -1; round < rounds; round += 1)
      for (const density of densities) {
        const page = await shared.newPage();
        await page.goto(address);
        await page.getByRole('button', { name: 'Library' }).waitFor();
        await page.waitForTimeout(400);
        const id = project.dense.get(density) ?? '';
        const taken = await page.evaluate(openInPage, [
          id,
          `Dense ${density}`,
          density > 0,
        ] as const);
        if (round >= 0) opened.get(density)?.push(taken);
        await page.close();
      }
    for (const density of densities) {
      const page = await shared.newPage();
      await page.goto(`${address}#/coding/${project.dense.get(density) ?? ''}`);
      await page.getByRole('heading', { name: `Dense ${density}` }).waitFor();
      await page.waitForTimeout(800);
      applied.set(density, await applyCodes(page));
      await page.close();
    }
  } finally {
    await browser.close();
  }
  const memory = server.memory();
  await server.stop();
  const empty = { name: 'the same document uncoded', figures: opened.get(0) ?? [] };
  const emptyApply = { name: 'on the uncoded document', figures: applied.get(0) ?? [] };
  for (const density of densities) {
    const more = median(applied.get(density) ?? []) - median(emptyApply.figures);
    process.stdout.write(
      `apply one code at ${density} codings: ${(more / frame).toFixed(2)} frames over the uncoded document\n`,
    );
  }
  return [
    ...densities.map((density) =>
      row(
        `open a document with ${density} codings to painted text`,
        opened.get(density) ?? [],
        empty,
      ),
    ),
    ...densities.map((density) =>
      row(
        `apply one code at ${density} codings, to the painted frame`,
        applied.get(density) ?? [],
        emptyApply,
      ),
    ),
    row('memory of host and engine', [memory], {
      name: 'better-sqlite3 with the same rows read',
      figures: [rawMemory(project.path)],
      unit: 'MB',
    }),
  ];
};
