import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchBoard } from './board-bench.ts';
import { benchBrowser } from './browser-bench.ts';
import { loadCorpus } from './corpus.ts';
import { benchEngine } from './engine-bench.ts';
import { benchMap } from './map-bench.ts';
import { benchPack } from './pack-bench.ts';
import { report } from './report.ts';
import { benchRetrieval } from './retrieval-bench.ts';
import { benchSearch } from './search-bench.ts';
import { benchStripes } from './stripes-bench.ts';

/*
 * `npm run bench`, with `-- --json FILE` for the figures as JSON. Every figure stands beside a
 * baseline of the same run on the same machine; only the ratios are worth comparing.
 */

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'understory-bench-'));
try {
  const corpus = loadCorpus(join(folder, 'corpus'));
  process.stdout.write(
    `On ${corpus.origin}: ${corpus.files.length} interviews, ${corpus.codes.length} codes, ${corpus.codings.length} codings.\n`,
  );
  const { rows, project } = await benchEngine(corpus, folder);
  const searched = await benchSearch(corpus, folder);
  const retrieved = await benchRetrieval(project.path, folder);
  const inBrowser = await benchBrowser(project);
  const dense = await benchStripes(corpus, project, folder);
  const board = await benchBoard(folder);
  const mapped = await benchMap(folder);
  const pack = await benchPack(project.path, folder);
  report(
    [...rows, ...searched, ...retrieved, ...inBrowser, ...dense, ...board, ...mapped, ...pack],
    values.json,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
