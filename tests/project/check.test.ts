import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

let app: TestEngine;
let path: string;
let sound: string;

beforeAll(async () => {
  app = await startTestEngine();
  sound = await app.newProject('Sound');
  path = join(app.folder, 'Study.understory');
  const file = join(app.folder, 'P01.txt');
  writeFileSync(file, 'I: How are you?\nP01: In pain, mostly. And tired.\n');
  const { files } = await app.worth('imports.run', {
    files: [{ token: await app.engine.offer(file) }],
  });
  const sourceId = files[0]?.sourceId ?? '';
  const code = await app.worth('codes.create', { name: 'Pain', definition: 'As they say it' });
  const coding = await app.worth('codings.create', {
    sourceId,
    codeId: code.id,
    start: 21,
    end: 28,
  });
  await app.worth('memos.create', { targetKind: 'coding', targetId: coding.id, title: 'Mostly' });
  await app.worth('codes.create', { name: 'Last' });
  const { id: caseId } = await app.worth('cases.create', { pseudonym: 'P01 Marian' });
  const months = await app.worth('attributes.create', { name: 'Months', type: 'number' });
  await app.worth('attributes.setValue', { attributeId: months.id, caseId, value: '12' });
  await app.worth('project.close', {});
});
afterAll(() => app.close());
beforeEach(() => cpSync(sound, path));
afterEach(() => app.worth('project.close', {}));

/** Changes the closed file behind the app's back: without triggers, functions or foreign keys. */
const tamper = (...statements: readonly string[]): void => {
  const raw = new Database(path);
  raw.pragma('foreign_keys = OFF');
  raw.pragma('ignore_check_constraints = ON');
  const triggers = raw
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`,
    )
    .all();
  for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`);
  for (const sql of statements) raw.exec(sql);
  for (const { sql } of triggers) raw.exec(sql);
  raw.close();
};

const problems = async (): Promise<readonly string[]> => {
  await app.worth('project.open', { file: await app.engine.offer(path) });
  const result = await app.worth('project.check', {});
  expect(result.sound).toBe(result.problems.length === 0);
  return result.problems;
};

test('a project that nobody tampered with has no problems', async () => {
  expect(await problems()).toEqual([]);
});

describe('planted damage is found:', () => {
  const planted: readonly (readonly [what: string, found: RegExp, ...sql: string[]])[] = [
    [
      'a coding beyond the text',
      /^"P01" has a coding beyond its end$/u,
      'UPDATE coding SET end = 4000',
    ],
    [
      'a turn beyond the text',
      /^"P01" has a turn beyond its end$/u,
      'UPDATE turn SET end = 4000 WHERE position = 1',
    ],
    [
      'a note beyond the text',
      /^"P01" has a note beyond its end$/u,
      `UPDATE memo SET targetKind = 'source', targetId = (SELECT id FROM source), start = 0, end = 4000`,
    ],
    ['a count that is too high', /^Counts of codings do not/u, 'UPDATE code_use SET codings = 7'],
    ['a count that is missing', /^Counts of codings do not/u, 'DELETE FROM code_use'],
    [
      'a count of nothing',
      /^Counts of codings do not/u,
      "INSERT INTO code_use SELECT id, 'nowhere', 1 FROM code WHERE name = 'Last'",
    ],
    [
      'a reference to nothing',
      /^A coding refers to a record that is not there$/u,
      "UPDATE coding SET coderId = 'nobody'",
    ],
    [
      'a memo on nothing',
      /^The memo "Mostly" is on a record that is not there$/u,
      "UPDATE memo SET targetId = 'nothing'",
    ],
    [
      'a value of no case',
      /^A attribute_value refers to a record that is not there$/u,
      "UPDATE attribute_value SET caseId = 'nobody'",
    ],
    [
      'a value of another type',
      /^"Months" of P01 Marian is not a number$/u,
      "UPDATE attribute_value SET value = 'a year'",
    ],
    ['a text that is gone', /^"P01" has no text$/u, 'DELETE FROM source_text'],
    [
      'a text of another length',
      /^"P01" is longer or shorter/u,
      "UPDATE source_text SET body = body || ' more'",
    ],
    [
      'a text with other words of the same length',
      /^The text of "P01" was altered/u,
      "UPDATE source_text SET body = replace(body, 'pain', 'love')",
    ],
    [
      'an original with other bytes',
      /^An imported file \([\da-f]{12}\) is no longer/u,
      "UPDATE original SET bytes = x'00'",
    ],
    [
      'a change that was rewritten',
      /^Change \d+ \("Create code 'Pain'"\) was altered/u,
      `UPDATE change SET after = replace(after, 'As they say it', 'As I say it')`,
    ],
    [
      'a change that was taken out',
      /^Change set \d+ \("Create code 'Pain'"\) does not follow/u,
      `DELETE FROM change WHERE changeSet =
        (SELECT seq FROM change_set WHERE label = 'Create code ''Pain''')`,
    ],
    [
      'a change set under another name',
      /^Change set \d+ \("Something else"\) does not follow/u,
      "UPDATE change_set SET label = 'Something else' WHERE seq = 3",
    ],
    [
      'a change set by another coder',
      /does not follow from the one before$/u,
      "UPDATE change_set SET coderId = 'somebody' WHERE seq = 3",
    ],
    [
      'a change set that was taken out',
      /^Change set 4 .* does not follow/u,
      'DELETE FROM change WHERE changeSet = 3',
      'DELETE FROM change_set WHERE seq = 3',
    ],
  ];

  const cases = planted.map(([what, found, ...sql]) => ({ what, found, sql }));
  test.each(cases)('$what', async ({ found, sql }) => {
    tamper(...sql);
    const all = await problems();
    expect(all.filter((line) => found.test(line))).not.toEqual([]);
  });

  test('an index that does not agree with its table', async () => {
    const raw = new Database(path).unsafeMode();
    raw.pragma('writable_schema = ON');
    raw.exec(
      `UPDATE sqlite_schema SET sql = replace(sql, 'memo(targetId)', 'memo(title)')
       WHERE name = 'memo_by_target'`,
    );
    raw.close();
    expect((await problems()).join()).toContain('The database is damaged');
  });

  test('a coding that ends before it starts, when the file is opened', async () => {
    tamper('UPDATE coding SET start = end');
    const reply = await app.engine.post('project.open', { file: await app.engine.offer(path) });
    expect(reply).toMatchObject({ ok: false, error: { code: 'project-damaged' } });
  });

  test('a damaged page, when the file is opened', async () => {
    const raw = new Database(path);
    const page = raw
      .prepare<[], { rootpage: number }>(
        `SELECT rootpage FROM sqlite_schema WHERE name = 'memo_by_target'`,
      )
      .get()?.rootpage;
    raw.close();
    const bytes = readFileSync(path);
    const start = ((page ?? 0) - 1) * 4096;
    bytes.fill(0xa5, start, start + 4096);
    writeFileSync(path, bytes);
    const reply = await app.engine.post('project.open', { file: await app.engine.offer(path) });
    expect(reply).toMatchObject({ ok: false, error: { code: 'project-damaged' } });
  });
});
