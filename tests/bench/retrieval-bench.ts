import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import Database from 'better-sqlite3';
import { chromiumFlags, findChromium } from '#tests/helpers/chromium.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';
import { serve } from './browser-bench.ts';
import { growProject } from './raw-rows.ts';
import { type Row, row, time } from './report.ts';

type Figures = readonly number[];

/** How many segments are asked for at once when all are wanted, and when a screen is filled. */
const pageSize = 1000;
const screen = 60;
const rounds = 9;
/** How much larger the large project is. */
const times = 20;

/**
 * Opens retrieval in a browser and prints how many of the segments had been fetched when the first
 * screen of them was painted.
 */
const benchFirstScreen = async (path: string, all: number): Promise<void> => {
  const server = await serve(path);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumFlags],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    let fetched = 0;
    page.on('response', (response) => {
      if (!response.url().endsWith('/call/queries.segments')) return;
      const asked = JSON.parse(response.request().postData() ?? '{}') as { ids?: string[] };
      fetched += asked.ids?.length ?? 0;
    });
    await page.goto(server.address);
    await page.getByRole('button', { name: 'Analysis', exact: true }).click();
    await page.locator('[data-segment] mark').first().waitFor();
    process.stdout.write(
      `first screen of retrieval: painted when ${fetched} of ${all.toLocaleString('en-GB')} segments had arrived (${((100 * fetched) / all).toFixed(1)} %)\n`,
    );
  } finally {
    await browser.close();
    await server.stop();
  }
};

const rawStatement = `SELECT c.*, s.name AS sourceName, code.name AS codeName, coder.name AS coderName,
    (SELECT position FROM turn t WHERE t.sourceId = c.sourceId AND t.start <= c.start
      ORDER BY t.start DESC LIMIT 1) AS turn,
    (SELECT label FROM turn t LEFT JOIN speaker ON speaker.id = t.speakerId
      WHERE t.sourceId = c.sourceId AND t.start <= c.start
      ORDER BY t.start DESC LIMIT 1) AS speaker
  FROM coding c JOIN source s ON s.id = c.sourceId JOIN code ON code.id = c.codeId
  JOIN coder ON coder.id = c.coderId
  WHERE @codes IS NULL OR c.codeId IN (SELECT value FROM json_each(@codes))
  ORDER BY s.name, c.start`;
const rawTexts = `SELECT id, body FROM source_text WHERE @codes IS NULL OR id IN
  (SELECT sourceId FROM coding WHERE codeId IN (SELECT value FROM json_each(@codes)))`;

/** The same rows by better-sqlite3 alone: one statement, and the words cut from the texts. */
const readRaw = async (path: string, codeIds: readonly string[] | null): Promise<Figures> => {
  const database = new Database(path, { readonly: true });
  database.pragma('cache_size = -65536');
  const codes = codeIds === null ? null : JSON.stringify(codeIds);
  const statement = database.prepare<[object], Readonly<Record<string, unknown>>>(rawStatement);
  const bodies = database.prepare<[object], { readonly id: string; readonly body: string }>(
    rawTexts,
  );
  const raw = await time(rounds, () => {
    const texts = new Map(bodies.all({ codes }).map(({ id, body }) => [id, body]));
    statement
      .all({ codes })
      .map((each) =>
        texts.get(String(each['sourceId']))?.slice(Number(each['start']), Number(each['end'])),
      );
  });
  database.close();
  return raw;
};

interface Retrieved {
  readonly segments: number;
  /** Which segments there are, and all of their words, a page after the other. */
  readonly all: Figures;
  /** Only which segments there are. */
  readonly ran: Figures;
  /** Which segments there are, and the words of the first screen. */
  readonly first: Figures;
}

const retrieve = async (app: TestEngine, codeIds: readonly string[] | null): Promise<Retrieved> => {
  const definition = codeIds === null ? {} : { codes: { codeIds: [...codeIds] } };
  let segments = 0;
  const all = await time(rounds, async () => {
    const { ids } = await app.worth('queries.run', { definition });
    segments = 0;
    for (let from = 0; from < ids.length; from += pageSize)
      segments += (await app.worth('queries.segments', { ids: ids.slice(from, from + pageSize) }))
        .length;
  });
  const ran = await time(rounds, async () => {
    await app.worth('queries.run', { definition });
  });
  const first = await time(rounds, async () => {
    const { ids } = await app.worth('queries.run', { definition });
    await app.worth('queries.segments', { ids: ids.slice(0, screen) });
  });
  return { segments, all, ran, first };
};

const rowsOf = (
  { segments, all, ran, first }: Retrieved,
  raw: Figures,
  where: string,
): readonly Row[] => {
  const against = { name: 'one raw read of the same rows', figures: raw };
  const count = segments.toLocaleString('en-GB');
  return [
    row(`retrieve ${count} segments with their words${where}`, all, against),
    row(`find which ${count} segments a query has${where}`, ran, against),
    row(`the first screen of ${count} segments in the engine${where}`, first, against),
  ];
};

/**
 * Retrieves segments through the engine beside one raw read of the same rows (coding, source, code,
 * coder, turn, speaker and the words): all of the project, and about as many of one twenty times as
 * large, those of every tenth code or so. Prints how much had arrived when the first screen was painted.
 */
export const benchRetrieval = async (path: string, folder: string): Promise<readonly Row[]> => {
  const large = join(folder, 'large-retrieval.understory');
  const app = await startTestEngine();
  try {
    await app.worth('project.open', { file: await app.engine.offer(path) });
    const here = await retrieve(app, null);
    await app.worth('project.close', {});
    const raw = await readRaw(path, null);
    await benchFirstScreen(path, here.segments);

    growProject(path, large, times);
    await app.worth('project.open', { file: await app.engine.offer(large) });
    const codes = await app.worth('codes.list', {});
    const some = codes.filter((_, index) => index % times === 0).map(({ id }) => id);
    const there = await retrieve(app, some);
    await app.worth('project.close', {});
    const rawThere = await readRaw(large, some);
    return [
      ...rowsOf(here, raw, ''),
      ...rowsOf(there, rawThere, `, of a project ${times} times as large`),
    ];
  } finally {
    await app.close();
    rmSync(large, { force: true });
  }
};
