import { join } from 'node:path';
import dagre from '@dagrejs/dagre';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { libraryGraph } from '#electron/engine/lay-out.ts';
import { layoutGraph } from '#shared/map/graph.ts';
import type { ThematicMap } from '#shared/model/map.ts';
import { chromiumFlags, findChromium } from '#tests/helpers/chromium.ts';
import { startTestEngine } from '#tests/helpers/engine.ts';
import { serve } from './browser-bench.ts';
import { percentile95, type Row, row } from './report.ts';

const themes = 40;
const subthemes = 12;
const codes = 300;
const relations = 24;
const rounds = 9;
const panRounds = 4;
const frames = 200;

/** A study of that many themes and codes: every fifth code stands in two themes. */
const makeMap = async (path: string, size: { themes: number; codes: number }) => {
  const app = await startTestEngine();
  await app.worth('project.create', { file: await app.engine.offer(path), name: 'Map' });
  const themeIds: string[] = [];
  for (let at = 0; at < size.themes; at += 1) {
    const above = at < size.themes - subthemes ? null : (themeIds[at % 7] ?? null);
    const name = `Theme ${at} of what was said about it`;
    themeIds.push((await app.worth('themes.create', { name, parentId: above })).id);
  }
  const theme = (at: number): string => themeIds[at % themeIds.length] ?? '';
  for (let at = 0; at < size.codes; at += 1) {
    const name = `Code ${at}, as it was put`;
    const { id: codeId } = await app.worth('codes.create', { name });
    await app.worth('themes.addCode', { themeId: theme(at), codeId });
    if (at % 5 === 0) await app.worth('themes.addCode', { themeId: theme(at * 3 + 1), codeId });
  }
  for (let at = 0; at < Math.min(relations, size.themes - 1); at += 1)
    await app.worth('relations.create', {
      fromKind: 'theme',
      fromId: theme(at),
      toKind: 'theme',
      toId: theme(at * 3 + 11),
      label: 'leads to',
    });
  const map = await app.worth('map.get', {});
  await app.close();
  return map;
};

/** The layout library's own time for a map, in milliseconds. */
const libraryTime = (map: ThematicMap): number => {
  const graph = libraryGraph(layoutGraph(map, { codes: true }));
  const start = performance.now();
  dagre.layout(graph);
  return performance.now() - start;
};

/** In the page: from the choice of the map to the painted frame that shows it; and its longest task. */
const openMap = (): Promise<{ readonly taken: number; readonly longest: number }> =>
  new Promise((resolve) => {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask' });
    const start = performance.now();
    document.querySelectorAll<HTMLElement>('[aria-label="View of the themes"] button')[1]?.click();
    const look = (): void => {
      if (document.querySelector('[data-map-node]') === null) {
        requestAnimationFrame(look);
        return;
      }
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          const taken = performance.now() - start;
          setTimeout(() => resolve({ taken, longest }), 400);
        };
        channel.port2.postMessage(null);
      });
    };
    requestAnimationFrame(look);
  });

/** In the page: pans the canvas a step a frame, there and back; answers the milliseconds between frames. */
const pan = (count: number): Promise<readonly number[]> =>
  new Promise((resolve) => {
    const pane = document.querySelector('.react-flow__pane');
    const between: number[] = [];
    let last = performance.now();
    const step = (): void => {
      const now = performance.now();
      between.push(now - last);
      last = now;
      const sign = between.length % 120 < 60 ? 1 : -1;
      pane?.dispatchEvent(
        new WheelEvent('wheel', {
          deltaX: 14 * sign,
          deltaY: 30 * sign,
          bubbles: true,
          cancelable: true,
        }),
      );
      if (between.length > count) resolve(between.slice(1));
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });

interface Pans {
  readonly first: number[];
  readonly whole: number[];
}

const openPage = async (context: BrowserContext, address: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${new URL('/', address).href}#/themes`);
  await page.evaluate(() => localStorage.removeItem('understory-themes-view'));
  await page.reload();
  await page.getByRole('radio', { name: 'Board' }).waitFor();
  await page.waitForTimeout(800);
  return page;
};

/** Pans as the map opens, and with the whole map in sight. */
const panPage = async (page: Page, found: Pans | null): Promise<void> => {
  await page.bringToFront();
  for (const view of ['first', 'whole'] as const) {
    if (view === 'whole') await page.getByRole('button', { name: 'Show the whole map' }).click();
    await page.waitForTimeout(700);
    const before = await page.locator('.react-flow__viewport').getAttribute('style');
    const figures = await page.evaluate(pan, frames + 30);
    const after = await page.locator('.react-flow__viewport').getAttribute('style');
    if (before === after) throw new Error('The map was not panned');
    found?.[view].push(percentile95(figures));
  }
};

/** A study to measure, one with a single theme, and the map of the first. */
interface Studies {
  readonly large: string;
  readonly empty: string;
  readonly map: ThematicMap;
}

/** Opens the map of one project over and over, and pans it beside a canvas with next to nothing on it. */
const measure = async (browser: Browser, { large, empty, map }: Studies) => {
  const servers = [await serve(large), await serve(empty)];
  const opened: number[] = [];
  const library: number[] = [];
  const longest: number[] = [];
  const pans: readonly [Pans, Pans] = [
    { first: [], whole: [] },
    { first: [], whole: [] },
  ];
  try {
    const contexts = await Promise.all(
      servers.map(async ({ address }) => {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
        const page = await context.newPage();
        await page.goto(address);
        await page.getByRole('button', { name: 'Library' }).waitFor();
        await page.close();
        return { context, address };
      }),
    );
    const [full, bare] = contexts;
    if (full === undefined || bare === undefined) throw new Error('Nothing is served');
    for (let round = -1; round < rounds; round += 1) {
      const page = await openPage(full.context, full.address);
      // By turns, so that what else the machine does hits both.
      const alone = libraryTime(map);
      const taken = await page.evaluate(openMap);
      if (round >= 0) library.push(alone);
      if (round >= 0) opened.push(taken.taken);
      if (round >= 0) longest.push(taken.longest);
      if (round < panRounds) {
        await panPage(page, round < 0 ? null : pans[0]);
        const other = await openPage(bare.context, bare.address);
        await other.evaluate(openMap);
        await panPage(other, round < 0 ? null : pans[1]);
        await other.close();
      }
      await page.close();
    }
  } finally {
    for (const server of servers) await server.stop();
  }
  return { opened, library, longest, pans };
};

/** Measures the thematic map of 300 codes in 40 themes: until it is on the screen, and panning it. */
export const benchMap = async (folder: string): Promise<readonly Row[]> => {
  const large = join(folder, 'map.understory');
  const empty = join(folder, 'map-empty.understory');
  const map = await makeMap(large, { themes, codes });
  await makeMap(empty, { themes: 1, codes: 0 });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumFlags],
  });
  try {
    const { opened, library, longest, pans } = await measure(browser, { large, empty, map });
    process.stdout.write(
      `the map: its longest task on the window's thread took ${Math.max(0, ...longest).toFixed(0)} ms (0: none over 50 ms)\n`,
    );
    return [
      row(`map of ${codes} codes and ${themes} themes, to the painted screen`, opened, {
        name: "the layout library's own time",
        figures: library,
      }),
      row('pan the map as it opens, 95th percentile frame', pans[0].first, {
        name: 'pan an empty canvas',
        figures: pans[1].first,
      }),
      row('pan the whole map, 95th percentile frame', pans[0].whole, {
        name: 'pan an empty canvas',
        figures: pans[1].whole,
      }),
    ];
  } finally {
    await browser.close();
  }
};
