import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { createProject } from '#electron/project/open.ts';
import { chromiumFlags, findChromium } from '#tests/helpers/chromium.ts';
import { addCode, addTheme } from '#tests/project/study.ts';
import { serve } from './browser-bench.ts';
import { percentile95, type Row, row } from './report.ts';

const rounds = 5;
const frames = 240;
const unplacedShare = 0.2;

interface Board {
  readonly name: string;
  readonly codes: number;
  readonly themes: number;
}

const few: Board = { name: 'few', codes: 50, themes: 5 };
const many: Board = { name: 'many', codes: 2000, themes: 40 };

/** A project with codes in themes, a third of them in the first one, and some in none. */
const makeBoard = (folder: string, { name, codes, themes }: Board): string => {
  const path = join(folder, `board-${name}.understory`);
  const project = createProject(path, 'Board bench', 'Bench');
  project.edit((label) => {
    label('Bench');
    const ids = Array.from({ length: codes }, (_, position) =>
      addCode(project, { name: `Code ${position} about what somebody said`, position }),
    );
    const placed = ids.slice(0, Math.round(codes * (1 - unplacedShare)));
    const first = placed.slice(0, Math.round(codes / 3));
    const rest = placed.slice(first.length);
    const each = Math.ceil(rest.length / (themes - 1));
    addTheme(project, { name: 'Theme 0', codes: first });
    for (let theme = 1; theme < themes; theme += 1)
      addTheme(project, {
        name: `Theme ${theme}`,
        codes: rest.slice((theme - 1) * each, theme * each),
      });
  });
  project.close();
  return path;
};

/**
 * In the page: scrolls the unplaced codes, then the first column and then the board across, to and fro,
 * and answers the milliseconds between frames, one for each frame.
 */
const scrollBoard = (count: number): Promise<readonly number[]> =>
  new Promise((resolve) => {
    const list = document.querySelector('[data-unplaced] [role=grid]');
    const column = document.querySelector('[data-theme-column]');
    const board = document.querySelector('[data-board]');
    const between: number[] = [];
    let last = performance.now();
    const step = (): void => {
      const now = performance.now();
      between.push(now - last);
      last = now;
      const way = between.length % 80 < 40 ? 1 : -1;
      if (between.length < count / 3) list?.scrollBy({ top: way * 90, behavior: 'instant' });
      else if (between.length < (count * 2) / 3)
        column?.scrollBy({ top: way * 90, behavior: 'instant' });
      else board?.scrollBy({ left: way * 60, behavior: 'instant' });
      if (between.length > count) resolve(between.slice(1));
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });

/** Scrolls a board; answers its 95th percentile frame in milliseconds. */
const scroll = async (browser: Browser, path: string): Promise<number> => {
  const server = await serve(path);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(server.address);
    await page.getByRole('button', { name: 'Themes', exact: true }).click();
    await page.locator('[data-codes-of] [role=row]').first().waitFor();
    await page.waitForTimeout(3000);
    return percentile95(await page.evaluate(scrollBoard, frames));
  } finally {
    await page.close();
    await server.stop();
  }
};

/** Scrolls a board of 2,000 codes beside one of 50. */
export const benchBoard = async (folder: string): Promise<readonly Row[]> => {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumFlags],
  });
  try {
    const [small, large] = [makeBoard(folder, few), makeBoard(folder, many)];
    const found = { small: [] as number[], large: [] as number[] };
    // By turns, so that what else the machine does hits both; the first time is not counted.
    for (let round = -1; round < rounds; round += 1) {
      const here = await scroll(browser, small);
      const there = await scroll(browser, large);
      if (round < 0) continue;
      found.small.push(here);
      found.large.push(there);
    }
    return [
      row('scroll a board of 2,000 codes, 95th percentile frame', found.large, {
        name: 'a board of 50 codes',
        figures: found.small,
      }),
    ];
  } finally {
    await browser.close();
  }
};
