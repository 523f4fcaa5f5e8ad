import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrations } from '#electron/project/migrations/index.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';
import type { Corpus } from './corpus.ts';
import { type Row, row, time } from './report.ts';

/** The densities at which a document is opened and coded. */
export const densities = [0, 400, 2000, 5000] as const;

/** The project that everything is measured on, and its sources by density. */
export interface BenchProject {
  readonly path: string;
  readonly dense: ReadonlyMap<number, string>;
}

interface Placed {
  readonly sourceId: string;
  readonly codeId: string;
  readonly coderId: string;
  readonly start: number;
  readonly end: number;
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** The same rows once more by better-sqlite3 alone: no triggers, no record, one transaction each. */
const rawCopy = (from: string, to: string, tables: readonly string[]): number[] => {
  const source = new Database(from, { readonly: true });
  const target = new Database(to);
  target.pragma('locking_mode = EXCLUSIVE');
  target.pragma('journal_mode = WAL');
  target.pragma('synchronous = FULL');
  for (const sql of migrations) target.exec(sql);
  const rows = tables.map((table) => ({
    table,
    rows: source.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][],
  }));
  const times: number[] = [];
  for (const { table, rows: list } of rows) {
    const marks = list[0]?.map(() => '?').join(', ') ?? '';
    if (marks === '') continue;
    const insert = target.prepare(`INSERT INTO "${table}" VALUES (${marks})`);
    for (const values of table === 'coding' ? list : [list]) {
      const start = performance.now();
      target.transaction(() => {
        if (table === 'coding') insert.run(...values);
        else for (const one of values as unknown[][]) insert.run(...one);
      })();
      times.push(performance.now() - start);
    }
  }
  source.close();
  target.close();
  return times;
};

/** Imports the interviews one by one; answers their ids and the time each took. */
const importAll = async (
  app: TestEngine,
  corpus: Corpus,
): Promise<{ readonly ids: readonly string[]; readonly times: readonly number[] }> => {
  const ids: string[] = [];
  const times: number[] = [];
  for (const file of corpus.files) {
    const token = await app.engine.offer(file);
    const start = performance.now();
    const { files } = await app.worth('imports.run', { files: [{ token }] });
    times.push(performance.now() - start);
    ids.push(files[0]?.sourceId ?? '');
  }
  return { ids, times };
};

const importDense = async (app: TestEngine, corpus: Corpus): Promise<Map<number, string>> => {
  const sources = new Map<number, string>();
  for (const density of densities) {
    const token = await app.engine.offer(corpus.files[0] ?? '');
    const { files } = await app.worth('imports.run', {
      files: [{ token, sourceName: `Dense ${density}`, evenIfDuplicate: true }],
    });
    sources.set(density, files[0]?.sourceId ?? '');
  }
  return sources;
};

const place = (
  coding: Corpus['codings'][number],
  ids: {
    readonly sourceId: string;
    readonly codes: readonly string[];
    readonly coders: ReadonlyMap<string, string>;
  },
): Placed => ({
  sourceId: ids.sourceId,
  codeId: ids.codes[coding.code] ?? '',
  coderId: ids.coders.get(coding.coder) ?? '',
  start: coding.pos0,
  end: coding.pos1,
});

/**
 * Builds the project by the calls a person makes, timing them, and measures the engine beside
 * better-sqlite3 alone on the same rows.
 */
export const benchEngine = async (
  corpus: Corpus,
  folder: string,
): Promise<{ readonly rows: readonly Row[]; readonly project: BenchProject }> => {
  const app = await startTestEngine();
  const path = await app.newProject('Bench');
  const imported = await importAll(app, corpus);
  const dense = await importDense(app, corpus);
  const codes: string[] = [];
  for (const name of corpus.codes) codes.push((await app.worth('codes.create', { name })).id);
  const coders = new Map<string, string>();
  for (const { coder } of corpus.codings)
    if (!coders.has(coder))
      coders.set(coder, (await app.worth('coders.create', { name: coder })).id);
  const applied: number[] = [];
  const apply = async (placed: Placed): Promise<void> => {
    applied.push(await timed(() => app.worth('codings.create', placed)));
  };
  for (const coding of corpus.codings)
    await apply(place(coding, { sourceId: imported.ids[coding.doc] ?? '', codes, coders }));
  for (const [density, sourceId] of dense)
    for (const coding of corpus.dense.slice(0, density))
      await apply(place(coding, { sourceId, codes, coders }));
  const denseId = dense.get(5000) ?? '';
  const listed = await time(15, async () => {
    await app.worth('codings.list', { sourceId: denseId });
  });
  const token = await app.engine.offer(path);
  const opened = await time(15, async () => {
    await app.worth('project.close', {});
    await app.worth('project.open', { file: token });
    await app.worth('sources.list', {});
  });
  await app.worth('project.close', {});

  const kept = join(folder, 'bench.understory');
  copyFileSync(path, kept);
  const raw = join(folder, 'raw.sqlite');
  const rawImport = rawCopy(kept, raw, [
    'project',
    'coder',
    'group',
    'time_point',
    'case',
    'source',
    'source_text',
    'original',
    'speaker',
    'turn',
  ]);
  const rawCodings = rawCopy(kept, join(folder, 'raw2.sqlite'), [
    'project',
    'coder',
    'group',
    'time_point',
    'case',
    'source',
    'code',
    'coding',
  ]);
  const rawOpened = await time(15, () => {
    const database = new Database(raw);
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    database.prepare('SELECT * FROM source ORDER BY name').all();
    database.close();
  });
  const database = new Database(kept, { readonly: true });
  const statement = database.prepare('SELECT * FROM coding WHERE sourceId = ? ORDER BY start, end');
  const rawListed = await time(15, () => void statement.all(denseId));
  database.close();
  await app.close();
  for (const name of ['raw.sqlite', 'raw2.sqlite']) rmSync(join(folder, name), { force: true });

  const sum = (figures: readonly number[]): number => figures.reduce((a, b) => a + b, 0);
  // The dense copies are in the raw rows too, so the raw cost is taken per interview.
  const perInterview = sum(rawImport) / (corpus.files.length + densities.length);
  return {
    project: { path: kept, dense },
    rows: [
      row('import one interview of 10,000 words', imported.times, {
        name: 'its rows by better-sqlite3',
        figures: [perInterview],
      }),
      row('open the project and list its sources', opened, {
        name: 'open and list by better-sqlite3',
        figures: rawOpened,
      }),
      row('apply one code in the engine, on disk', applied, {
        name: 'its row by better-sqlite3, on disk',
        figures: rawCodings.slice(-applied.length),
      }),
      row('list 5,000 codings of a document', listed, {
        name: 'the same rows by better-sqlite3',
        figures: rawListed,
      }),
    ],
  };
};
