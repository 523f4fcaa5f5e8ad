import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { createProject } from '#electron/project/open.ts';
import { insertRecord } from '#electron/project/records.ts';
import { bringIndexUpToDate } from '#electron/project/search-index.ts';
import { insertText } from '#electron/project/texts.ts';
import { matchOf, parseQuery } from '#shared/text/search-query.ts';
import { countWords } from '#shared/text/words.ts';
import { startTestEngine } from '#tests/helpers/engine.ts';
import type { Corpus } from './corpus.ts';
import { median, type Row, row } from './report.ts';

/** The corpus as it is, and at twenty times its size. */
const sizes = [1, 20] as const;

/** A page as the screen asks for it first. */
const page = 50;
const rounds = 7;

/** Words that are typed, letter by letter: a common one, one less so, a rare one, two, and a phrase. */
const wordsToType = (corpus: Corpus): readonly string[] => {
  const counts = new Map<string, number>();
  for (const body of corpus.files.slice(0, 5).map(textOf))
    for (const { speechStart, end } of turnsOf(body))
      for (const [word] of body.slice(speechStart, end).matchAll(/[a-z0-9]{4,}/gu))
        counts.set(word, (counts.get(word) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const at = (share: number): string => ranked[Math.floor(ranked.length * share)] ?? '';
  return [at(0), at(0.1), at(0.5), `${at(0)} ${at(0.05)}`, `"${at(0)} ${at(0.01)}"`];
};

const textOf = (file: string): string => readFileSync(file, 'utf8').replaceAll('\r', '');

interface Placed {
  readonly start: number;
  readonly speechStart: number;
  readonly end: number;
}

const turnsOf = (body: string): readonly Placed[] => {
  const turns: Placed[] = [];
  for (const match of body.matchAll(/^(\S+): (.*)$/gmu)) {
    const start = match.index;
    const speechStart = start + (match[1]?.length ?? 0) + 2;
    turns.push({ start, speechStart, end: start + match[0].length });
  }
  return turns;
};

/** A project with the corpus `times` over, without the importers: only reading is measured. */
const build = (corpus: Corpus, path: string, times: number): void => {
  const project = createProject(path, 'Search bench', 'Bench');
  const { store } = project;
  const bodies = corpus.files.map(textOf);
  for (let round = 0; round < times; round += 1)
    project.edit((label) => {
      label('Fill');
      for (const [at, body] of bodies.entries()) {
        const id = uuidv7();
        insertText(store, id, body);
        insertRecord(store, 'source', {
          id,
          name: `Interview ${round}-${at}`,
          kind: 'interview',
          groupId: null,
          caseId: null,
          timePointId: null,
          fileName: 'interview.txt',
          format: 'txt',
          encoding: 'utf-8',
          sha256: '0'.repeat(64),
          length: body.length,
          words: countWords(body),
          importedAt: new Date().toISOString(),
        });
        for (const [position, turn] of turnsOf(body).entries())
          insertRecord(store, 'turn', {
            ...turn,
            id: uuidv7(),
            sourceId: id,
            position,
            speakerId: null,
            startMs: null,
            endMs: null,
          });
      }
    });
  while (!bringIndexUpToDate(store, 1000)) {
    // All of it, before anything is timed.
  }
  project.close();
};

/** The same turns in a table of FTS5 alone, which keeps their words and marks the hits by itself. */
const buildRaw = (from: string, to: string): void => {
  const source = new Database(from, { readonly: true });
  const target = new Database(to);
  target.pragma('locking_mode = EXCLUSIVE');
  target.pragma('journal_mode = WAL');
  target.pragma('cache_size = -65536');
  target.exec(`CREATE VIRTUAL TABLE raw USING fts5(words, prefix='2 3',
    tokenize='porter unicode61 remove_diacritics 2');
    CREATE TABLE place (id INTEGER PRIMARY KEY, turnId TEXT, sourceId TEXT, start INTEGER, end INTEGER);`);
  const bodies = source.prepare<[string], { body: string }>(
    'SELECT body FROM source_text WHERE id = ?',
  );
  const insert = target.prepare('INSERT INTO raw (rowid, words) VALUES (?, ?)');
  const insertPlace = target.prepare('INSERT INTO place VALUES (?, ?, ?, ?, ?)');
  target.transaction(() => {
    let body = '';
    let of = '';
    for (const turn of source
      .prepare<[], Placed & { id: number; recordId: string; sourceId: string }>(
        `SELECT e.id, e.recordId, e.sourceId, t.start, t.speechStart, t.end
         FROM search_entry e JOIN turn t ON t.id = e.recordId ORDER BY e.id`,
      )
      .iterate()) {
      if (turn.sourceId !== of) body = bodies.get(turn.sourceId)?.body ?? '';
      of = turn.sourceId;
      insert.run(turn.id, body.slice(turn.speechStart, turn.end));
      insertPlace.run(turn.id, turn.recordId, turn.sourceId, turn.speechStart, turn.end);
    }
  })();
  source.close();
  target.close();
};

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** For each keystroke the median of some rounds; the lists of both have the same keystrokes. */
const measure = async (
  keystrokes: readonly string[],
  work: (typed: string) => unknown,
): Promise<readonly number[]> => {
  const medians: number[] = [];
  for (const typed of keystrokes) {
    await work(typed);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await timed(() => work(typed)));
    medians.push(median(times));
  }
  return medians;
};

const benchAt = async (corpus: Corpus, folder: string, times: number): Promise<readonly Row[]> => {
  const path = join(folder, `search-${times}.understory`);
  const rawPath = join(folder, `search-${times}.sqlite`);
  build(corpus, path, times);
  buildRaw(path, rawPath);
  const keystrokes = wordsToType(corpus).flatMap((word) =>
    Array.from({ length: word.length }, (_, at) => word.slice(0, at + 1)),
  );
  const app = await startTestEngine();
  await app.worth('project.open', { file: await app.engine.offer(path) });
  const ours = await measure(keystrokes, (query) =>
    app.worth('search.find', { query, limit: page }),
  );
  await app.close();

  const raw = new Database(rawPath);
  raw.pragma('locking_mode = EXCLUSIVE');
  raw.pragma('cache_size = -65536');
  const marked = raw.prepare(
    `SELECT p.*, highlight(raw, 0, '[', ']') AS words FROM raw JOIN place p ON p.id = raw.rowid
     WHERE raw MATCH ? ORDER BY raw.rowid LIMIT ${page}`,
  );
  const unmarked = raw.prepare(
    `SELECT p.*, raw.words FROM raw JOIN place p ON p.id = raw.rowid
     WHERE raw MATCH ? ORDER BY raw.rowid LIMIT ${page}`,
  );
  const matches = (typed: string): string => matchOf(parseQuery(typed, true)) ?? '""';
  const withMarks = await measure(keystrokes, (typed) => marked.all(matches(typed)));
  const withoutMarks = await measure(keystrokes, (typed) => unmarked.all(matches(typed)));
  raw.close();
  for (const file of [path, rawPath]) rmSync(file, { force: true });

  const name =
    times === 1 ? 'search, each keystroke' : `search, each keystroke, ${times} times the project`;
  return [
    row(name, ours, { name: 'the raw FTS5 query, hits marked', figures: withMarks }),
    row(`${name} `, ours, { name: 'the raw FTS5 query, hits not marked', figures: withoutMarks }),
  ];
};

/** Search as it is typed, beside the same queries put to FTS5 alone. */
export const benchSearch = async (corpus: Corpus, folder: string): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const times of sizes) rows.push(...(await benchAt(corpus, folder, times)));
  return rows;
};
