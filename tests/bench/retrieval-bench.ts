import { chromium } from '@playwright/test';
import Database from 'better-sqlite3';
import { chromiumFlags, findChromium } from '#tests/helpers/chromium.ts';
import { startTestEngine } from '#tests/helpers/engine.ts';
import { serve } from './browser-bench.ts';
import { type Row, row, time } from './report.ts';

/** How many segments are asked for at once. */
const page = 1000;

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

/**
 * Retrieves every segment of the project through the engine, beside one raw read of the same rows:
 * coding, source, code, coder, turn and speaker in one statement, the words cut from the texts.
 */
export const benchRetrieval = async (path: string): Promise<readonly Row[]> => {
  const app = await startTestEngine();
  await app.worth('project.open', { file: await app.engine.offer(path) });
  let found = 0;
  const retrieved = await time(9, async () => {
    const { ids } = await app.worth('queries.run', {});
    found = 0;
    for (let from = 0; from < ids.length; from += page)
      found += (await app.worth('queries.segments', { ids: ids.slice(from, from + page) })).length;
  });
  const ran = await time(9, async () => {
    await app.worth('queries.run', {});
  });
  await app.close();
  const database = new Database(path, { readonly: true });
  database.pragma('cache_size = -65536');
  const statement = database.prepare<[], Readonly<Record<string, unknown>>>(
    `SELECT c.*, s.name AS sourceName, code.name AS codeName, coder.name AS coderName,
       (SELECT position FROM turn t WHERE t.sourceId = c.sourceId AND t.start <= c.start
         ORDER BY t.start DESC LIMIT 1) AS turn,
       (SELECT label FROM turn t LEFT JOIN speaker ON speaker.id = t.speakerId
         WHERE t.sourceId = c.sourceId AND t.start <= c.start
         ORDER BY t.start DESC LIMIT 1) AS speaker
     FROM coding c JOIN source s ON s.id = c.sourceId JOIN code ON code.id = c.codeId
     JOIN coder ON coder.id = c.coderId ORDER BY s.name, c.start`,
  );
  const bodies = database.prepare<[], { readonly id: string; readonly body: string }>(
    'SELECT id, body FROM source_text',
  );
  const raw = await time(9, () => {
    const texts = new Map(bodies.all().map(({ id, body }) => [id, body]));
    statement
      .all()
      .map((each) =>
        texts.get(String(each['sourceId']))?.slice(Number(each['start']), Number(each['end'])),
      );
  });
  database.close();
  await benchFirstScreen(path, found);
  return [
    row(`retrieve all ${found.toLocaleString('en-GB')} segments with their words`, retrieved, {
      name: 'one raw read of the same rows',
      figures: raw,
    }),
    row('find which segments a query has, all of them', ran, {
      name: 'one raw read of the same rows',
      figures: raw,
    }),
  ];
};
