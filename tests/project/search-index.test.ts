import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkProject } from '#electron/project/check.ts';
import { createProject } from '#electron/project/open.ts';
import type { Project } from '#electron/project/project.ts';
import { deleteRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import { bringIndexUpToDate, countStale } from '#electron/project/search-index.ts';
import { deleteSources } from '#electron/project/sources.ts';
import { editText } from '#electron/project/texts.ts';
import { richTextFrom } from '#shared/text/rich-text.ts';
import { type TempFolder, tempFolder } from '#tests/helpers/engine.ts';
import { addCode, addSource, addTheme } from './study.ts';

let folder: TempFolder;
let project: Project;
let files = 0;

beforeEach(async () => {
  folder = await tempFolder();
  project = createProject(join(folder.path, `${(files += 1)}.understory`), 'Study', 'Ruth');
});
afterEach(async () => {
  project.close();
  await folder.remove();
});

const index = (): void => {
  while (!bringIndexUpToDate(project.store, 1)) {
    // Steps so short that large sources are indexed in several.
  }
};

/** What both indexes hold: for each record its terms, however the entries are numbered. */
const contents = () => {
  const { store } = project;
  const { database } = store;
  database.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.held_stem USING fts5vocab(main, search_stem, instance);
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.held_word USING fts5vocab(main, search_word, instance);`);
  const held = (name: string) =>
    store.all<unknown>(
      `SELECT e.kind, e.recordId, e.sourceId, v.term, v.offset FROM temp.held_${name} v
       LEFT JOIN search_entry e ON e.id = v.doc ORDER BY e.recordId, v.offset, v.term`,
    );
  return {
    entries: store.all<unknown>('SELECT kind, recordId FROM search_entry ORDER BY recordId'),
    stem: held('stem'),
    word: held('word'),
  };
};

/** What the indexes hold when they are made anew from the records. */
const rebuilt = () => {
  const { database } = project.store;
  database.exec(`DELETE FROM search_stem WHERE rowid IN (SELECT id FROM search_entry);
    DELETE FROM search_word WHERE rowid IN (SELECT id FROM search_entry);
    DELETE FROM search_entry;
    INSERT OR IGNORE INTO search_stale SELECT 'source', id FROM source;
    INSERT OR IGNORE INTO search_stale SELECT 'memo', id FROM memo;
    INSERT OR IGNORE INTO search_stale SELECT 'code', id FROM code;
    INSERT OR IGNORE INTO search_stale SELECT 'theme', id FROM theme;`);
  index();
  return contents();
};

const edit = (work: () => void): void => {
  project.edit((label) => {
    label('Test');
    work();
  });
};
const ids = (table: string): readonly string[] =>
  project.store.all<{ id: string }>(`SELECT id FROM ${table} ORDER BY id`).map(({ id }) => id);
const pick = (table: string, dice: number): string | undefined => {
  const all = ids(table);
  return all[dice % Math.max(all.length, 1)];
};

const memo = (words: string): void => {
  const now = new Date().toISOString();
  edit(() =>
    insertRecord(project.store, 'memo', {
      id: crypto.randomUUID(),
      targetKind: 'project',
      targetId: null,
      title: words.slice(0, 20),
      body: richTextFrom([words, words]),
      coderId: project.coderId ?? '',
      createdAt: now,
      updatedAt: now,
      start: null,
      end: null,
      day: null,
    }),
  );
};

type Step = (dice: number, words: string) => void;

const onSome =
  (table: string, work: (id: string, words: string) => void): Step =>
  (dice, words) => {
    const id = pick(table, dice);
    if (id !== undefined) edit(() => work(id, words));
  };

const steps: readonly Step[] = [
  (dice, words) => {
    const turns = Array.from(
      { length: 1 + (dice % 90) },
      (_, at) => ['P', `${words} ${at}`] as const,
    );
    addSource(project, { name: `S${dice}`, turns });
  },
  (dice, words) => addCode(project, { name: `C ${words}`.slice(0, 50), position: dice % 20 }),
  (dice, words) =>
    addTheme(project, { name: `T ${words}`.slice(0, 50), codes: ids('code').slice(0, dice % 2) }),
  (_, words) => memo(words),
  onSome('code', (id, words) => updateRecord(project.store, 'code', { id, definition: words })),
  onSome('theme', (id, words) =>
    updateRecord(project.store, 'theme', { id, narrative: richTextFrom([words]) }),
  ),
  onSome('memo', (id) => deleteRecord(project.store, 'memo', id)),
  onSome('source', (id) => deleteSources(project.store, [id])),
  onSome('source', (id, words) => {
    const first = project.store.get<{ id: string; speechStart: number }>(
      'SELECT id, speechStart FROM turn WHERE sourceId = ? ORDER BY position LIMIT 1',
      id,
    );
    if (first === undefined) return;
    const { length } = editText(project.store, id, [
      { start: first.speechStart, end: first.speechStart, text: `${words} ` },
    ]);
    updateRecord(project.store, 'source', { id, length });
    project.store.run(
      `UPDATE turn SET end = end + ?, start = start + CASE WHEN id = ? THEN 0 ELSE ? END,
         speechStart = speechStart + CASE WHEN id = ? THEN 0 ELSE ? END WHERE sourceId = ?`,
      words.length + 1,
      first.id,
      words.length + 1,
      first.id,
      words.length + 1,
      id,
    );
  }),
  () => {
    try {
      project.undo();
    } catch {
      // There is nothing to undo yet.
    }
  },
  () => {
    try {
      project.redo();
    } catch {
      // There is nothing to redo.
    }
  },
  () => index(),
  () => void bringIndexUpToDate(project.store, 0),
];

describe('the index', () => {
  test('holds after any edits, undone and redone, what it would hold when made anew', {
    timeout: 120_000,
  }, async () => {
    const words = fc.string({
      unit: fc.constantFrom('a', 'worry', ' ', 'é', '仕', '😊', ' pain', '\n'),
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc
        .asyncProperty(
          fc.array(fc.tuple(fc.nat(steps.length - 1), fc.nat(1000), words), {
            minLength: 5,
            maxLength: 30,
          }),
          async (list) => {
            for (const [step, dice, said] of list) steps[step]?.(dice, said);
            index();
            expect(countStale(project.store)).toBe(0);
            expect(checkProject(project).problems).toEqual([]);
            const held = contents();
            expect(held).toEqual(rebuilt());
          },
        )
        .beforeEach(async () => {
          project.close();
          await folder.remove();
          folder = await tempFolder();
          project = createProject(join(folder.path, `${(files += 1)}.understory`), 'Study', 'Ruth');
        }),
      { numRuns: 25 },
    );
  });

  test('of a large source is made in short steps, and begun anew when the source changes meanwhile', () => {
    const turns = Array.from(
      { length: 3000 },
      (_, at) => [`P${at}`, `Words number${at} of this turn`] as const,
    );
    const source = addSource(project, { name: 'Long', turns });
    expect(bringIndexUpToDate(project.store, 0)).toBe(false);
    const before =
      project.store.get<{ n: number }>('SELECT count(*) AS n FROM search_entry')?.n ?? 0;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(3000);
    const last = project.store.get<{ id: string }>(
      'SELECT id FROM turn WHERE sourceId = ? ORDER BY position DESC LIMIT 1',
      source,
    );
    edit(() => deleteRecord(project.store, 'turn', last?.id ?? ''));
    index();
    expect(project.store.get('SELECT count(*) AS n FROM search_entry')).toEqual({ n: 2999 });
    expect(checkProject(project).problems).toEqual([]);
  });

  test('that lost an entry is found out by the check', () => {
    addSource(project, { name: 'S', turns: [['P', 'Some words']] });
    index();
    project.store.run('DELETE FROM search_stem WHERE rowid IN (SELECT id FROM search_entry)');
    expect(checkProject(project).problems).toEqual([
      'What search finds does not agree with what was said and written',
    ]);
    project.store.run('DELETE FROM search_entry');
    expect(checkProject(project).problems).toEqual([
      'What search finds does not agree with what was said and written',
    ]);
  });
});
