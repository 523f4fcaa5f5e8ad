import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '#tests/helpers/chromium.ts';
import { startTestEngine } from '#tests/helpers/engine.ts';
import { serve } from './browser-bench.ts';
import type { Corpus } from './corpus.ts';
import type { BenchProject } from './engine-bench.ts';
import { growProject, insertCodings, type RawCoding } from './raw-rows.ts';
import { median, percentile95, type Row, row } from './report.ts';

/** How much larger the large project is. */
const times = 20;
const editsEach = 24;
/** The first edits of a window are of code that is not compiled yet; they are not counted. */
const warmUps = 4;
const scrollRounds = 3;
const longWords = 40_000;
const densest = 5000;
/** One frame of a 60 Hz screen, in milliseconds. */
const frame = 1000 / 60;

/** The sources of a project by what they are for. */
interface Sources {
  readonly path: string;
  readonly plain: string;
  readonly dense: string;
}

interface Long {
  readonly path: string;
  readonly plain: string;
  readonly full: string;
}

/** A source of 40,000 words, twice: uncoded, and as densely coded as the densest of 10,000 words. */
const withLongSources = async (
  corpus: Corpus,
  project: BenchProject,
  folder: string,
): Promise<Long> => {
  const path = join(folder, 'long.understory');
  copyFileSync(project.path, path);
  const texts: string[] = [];
  const starts: number[] = [];
  let words = 0;
  let length = 0;
  for (const file of corpus.files) {
    if (words >= longWords) break;
    const text = readFileSync(file, 'utf8').trimEnd();
    starts.push(length);
    texts.push(text);
    words += text.split(/\s+/u).length;
    length += text.length + 2;
  }
  const file = join(folder, 'long.txt');
  writeFileSync(file, texts.join('\n\n'));
  const app = await startTestEngine();
  await app.worth('project.open', { file: await app.engine.offer(path) });
  const ids: string[] = [];
  for (const sourceName of ['Long plain', 'Long full']) {
    const token = await app.engine.offer(file);
    const { files } = await app.worth('imports.run', {
      files: [{ token, sourceName, evenIfDuplicate: true }],
    });
    ids.push(files[0]?.sourceId ?? '');
  }
  const [plain = '', full = ''] = ids;
  const pattern = await app.worth('codings.list', { sourceId: project.dense.get(densest) ?? '' });
  await app.worth('project.close', {});
  await app.close();
  const codings = starts.flatMap((from, part): readonly RawCoding[] =>
    pattern
      .filter((coding) => coding.end <= (texts[part]?.length ?? 0))
      .map(({ codeId, coderId, start, end }) => ({
        sourceId: full,
        codeId,
        coderId,
        start: from + start,
        end: from + end,
      })),
  );
  insertCodings(path, codings);
  process.stdout.write(
    `A source of ${words.toLocaleString('en-GB')} words, uncoded and with ${codings.length.toLocaleString('en-GB')} codings.\n`,
  );
  return { path, plain, full };
};

type Watched = 'count' | 'extent';

/**
 * In the page: measures from the next key press to the painted frame that shows another count of
 * codings, or another extent of the coding looked at.
 */
const watchNext = (what: Watched): void => {
  const now = (): string => {
    if (what === 'count') return document.querySelector('main header')?.textContent ?? '';
    const parts = [...(CSS.highlights.get('coding-active') ?? [])];
    return parts.map((part) => `${part.startOffset} ${part.endOffset}`).join(' ');
  };
  // Read before the key: by the time a listener here hears it, the app may have shown its work.
  const before = now();
  const window_ = window as unknown as { measured: Promise<number> };
  window_.measured = new Promise((resolve, reject) => {
    addEventListener(
      'keydown',
      (event) => {
        const start = event.timeStamp;
        const look = (): void => {
          if (now() === before) {
            if (performance.now() - start < 5000) requestAnimationFrame(look);
            else reject(new Error(`Nothing was seen to change after ${event.key}`));
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

const measured = async (page: Page, key: string, what: Watched): Promise<number> => {
  await page.waitForTimeout(150);
  await page.evaluate(watchNext, what);
  await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as { measured: Promise<number> }).measured);
};

/** What one edit takes, from the key to the painted frame, in milliseconds each. */
interface Edits {
  readonly apply: number[];
  readonly resize: number[];
  readonly remove: number[];
}

/**
 * Applies one code by the picker, so that its number key applies it from then on. Some turns down:
 * the sentences at the top were coded with it in the part before, and would not be again.
 */
const begin = async (page: Page): Promise<void> => {
  await page.bringToFront();
  await page.locator('[data-transcript]').focus();
  for (const key of [...Array.from({ length: 20 }, () => 'j'), 'l', '/'])
    await page.keyboard.press(key);
  await page.keyboard.type('Code 0');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(600);
};

/** Applies, resizes and (every other time) removes a coding by key. */
const editOnce = async (page: Page, index: number, found: Edits): Promise<void> => {
  await page.bringToFront();
  await page.waitForTimeout(200);
  await page.keyboard.press('l');
  const apply = await measured(page, '1', 'count');
  const resize = await measured(page, ']', 'extent');
  const removes = index % 2 === 0 ? [] : [await measured(page, 'Delete', 'count')];
  if (index < 0) return;
  found.apply.push(apply);
  found.resize.push(resize);
  found.remove.push(...removes);
};

const open = async (context: BrowserContext, address: string, id: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${address}#/coding/${id}`);
  await page.locator('[data-turn] [data-speech]').first().waitFor();
  await page.waitForTimeout(1200);
  return page;
};

/** In the page: scrolls down and answers the milliseconds between frames, one for each frame. */
const scrollThrough = (frames: number): Promise<readonly number[]> =>
  new Promise((resolve) => {
    const pane = document.querySelector('[data-transcript]');
    const between: number[] = [];
    let last = performance.now();
    const step = (): void => {
      const now = performance.now();
      between.push(now - last);
      last = now;
      pane?.scrollBy({ top: 90, behavior: 'instant' });
      if (between.length > frames) resolve(between.slice(1));
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });

const elementsOn = (page: Page): Promise<number> =>
  page.evaluate(() => document.getElementsByTagName('*').length);

/** A window on a project that is being served. */
interface Window {
  readonly context: BrowserContext;
  readonly address: string;
}

const withWindow = async <T>(
  browser: Browser,
  path: string,
  work: (window: Window) => Promise<T>,
): Promise<T> => {
  const server = await serve(path);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const first = await context.newPage();
    await first.goto(server.address);
    await first.getByRole('button', { name: 'Library' }).waitFor();
    await first.close();
    return await work({ context, address: new URL('/', server.address).href });
  } finally {
    await context.close();
    await server.stop();
  }
};

/**
 * Edits the uncoded and the dense document of each project by turns, so that what else the machine
 * does hits all of them.
 */
const editsIn = (browser: Browser, projects: readonly [Sources, Sources]) =>
  withWindow(browser, projects[0].path, (here) =>
    withWindow(browser, projects[1].path, async (there) => {
      const pages: Page[] = [];
      for (const [{ context, address }, { plain, dense }] of [
        [here, projects[0]],
        [there, projects[1]],
      ] as const)
        for (const id of [plain, dense]) pages.push(await open(context, address, id));
      const found = pages.map((): Edits => ({ apply: [], resize: [], remove: [] }));
      for (const page of pages) await begin(page);
      for (let index = -warmUps; index < editsEach; index += 1) {
        // To and fro, so that none always comes after the same other.
        const turns = [...pages.entries()];
        for (const [at, page] of index % 2 === 0 ? turns : turns.toReversed()) {
          const edits = found[at];
          if (edits !== undefined) await editOnce(page, index, edits);
        }
      }
      const [plain = none, dense = none, , denseInLarge = none] = found;
      return { plain, dense, denseInLarge };
    }),
  );

const densityRows = (browser: Browser, { path, plain, full }: Long): Promise<readonly Row[]> =>
  withWindow(browser, path, async ({ context, address }) => {
    const scrolls = { plain: [] as number[], full: [] as number[] };
    const elements = { plain: 0, full: 0 };
    for (let round = -1; round < scrollRounds; round += 1)
      for (const [name, id] of [
        ['plain', plain],
        ['full', full],
      ] as const) {
        const page = await open(context, address, id);
        const between = await page.evaluate(scrollThrough, 400);
        await page.waitForTimeout(500);
        elements[name] = await elementsOn(page);
        if (round >= 0) scrolls[name].push(percentile95(between));
        await page.close();
      }
    return [
      row('scroll 40,000 words at full density, 95th percentile frame', scrolls.full, {
        name: 'the same words uncoded',
        figures: scrolls.plain,
      }),
      row('elements on the page after scrolling at full density', [elements.full], {
        name: 'with the same words uncoded',
        figures: [elements.plain],
        unit: '',
      }),
    ];
  });

const none: Edits = { apply: [], resize: [], remove: [] };
const verbs = ['apply', 'resize', 'remove'] as const;

/**
 * Measures what density costs: scrolling and elements of a long source, and each edit of a coding,
 * in a project as it is and in one of 20 times the size.
 */
export const benchStripes = async (
  corpus: Corpus,
  project: BenchProject,
  folder: string,
): Promise<readonly Row[]> => {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumFlags],
  });
  try {
    const long = await withLongSources(corpus, project, folder);
    const scrolling = await densityRows(browser, long);
    const sources = {
      plain: project.dense.get(0) ?? '',
      dense: project.dense.get(densest) ?? '',
    };
    // Copies, so that what others measure on stays as it is.
    const once = join(folder, 'once.understory');
    const large = join(folder, 'large.understory');
    copyFileSync(project.path, once);
    growProject(project.path, large, times);
    const edits = await editsIn(browser, [
      { path: once, ...sources },
      { path: large, ...sources },
    ]);
    for (const verb of verbs) {
      const over = (median(edits.dense[verb]) - median(edits.plain[verb])) / frame;
      process.stdout.write(
        `${verb} a coding at 5,000: ${over.toFixed(2)} frames over the uncoded document\n`,
      );
    }
    return [
      ...scrolling,
      ...verbs.map((verb) =>
        row(`${verb} a coding at 5,000, to the painted frame`, edits.dense[verb], {
          name: 'on the uncoded document',
          figures: edits.plain[verb],
        }),
      ),
      ...verbs.map((verb) =>
        row(`${verb} a coding at 5,000, project of 20 times the size`, edits.denseInLarge[verb], {
          name: 'in the project as it is',
          figures: edits.dense[verb],
        }),
      ),
    ];
  } finally {
    await browser.close();
  }
};
