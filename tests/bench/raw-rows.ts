import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';

/*
 * Rows put straight into a project file, for sizes that would take too long by calls. The record of
 * changes knows nothing of them.
 */

/** A coding to put into a project; half-open range in UTF-16 code units. */
export interface RawCoding {
  readonly sourceId: string;
  readonly codeId: string;
  readonly coderId: string;
  readonly start: number;
  readonly end: number;
}

const createdAt = '2026-11-24T12:00:00.000Z';

/** Opens a project file without its recording triggers, works on it as one transaction, closes it. */
const unrecorded = (path: string, work: (database: Database.Database) => void): void => {
  const database = new Database(path);
  database.pragma('foreign_keys = OFF');
  database.transaction(() => {
    const triggers = database
      .prepare<[], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'record\\_%' ESCAPE '\\'`,
      )
      .all();
    for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
    work(database);
    for (const { sql } of triggers) database.exec(sql);
  })();
  database.close();
};

/** Puts codings into a project file; one that is there already is passed over. */
export const insertCodings = (path: string, codings: readonly RawCoding[]): void =>
  unrecorded(path, (database) => {
    const insert = database.prepare(
      `INSERT OR IGNORE INTO coding (id, sourceId, codeId, coderId, start, end, createdAt)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    for (const { sourceId, codeId, coderId, start, end } of codings)
      insert.run(uuidv7(), sourceId, codeId, coderId, start, end, createdAt);
  });

/**
 * Copies a project file with everything in it `times` as often: each source with its text, speakers,
 * turns and codings. Codes and coders stay the same, as in a study that goes on.
 */
export const growProject = (from: string, to: string, times: number): void => {
  copyFileSync(from, to);
  unrecorded(to, (database) => {
    const all = (sql: string): Record<string, unknown>[] =>
      database.prepare<[], Record<string, unknown>>(sql).all();
    const columns = (table: string): readonly string[] =>
      database
        .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
        .all(table)
        .map(({ name }) => name);
    const inserting = (table: string): ((row: Record<string, unknown>) => void) => {
      const names = columns(table);
      const statement = database.prepare(
        `INSERT INTO "${table}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      );
      return (row) => void statement.run(...names.map((name) => row[name]));
    };
    const tables = ['source', 'source_text', 'speaker', 'turn', 'coding'] as const;
    const kept = tables.map((table) => ({
      rows: all(`SELECT * FROM "${table}"`),
      insert: inserting(table),
    }));
    for (let copy = 1; copy < times; copy += 1) {
      const ids = new Map<unknown, string>();
      const anew = (id: unknown): unknown => {
        if (id === null || id === undefined) return id;
        const known = ids.get(id) ?? uuidv7();
        ids.set(id, known);
        return known;
      };
      for (const { rows, insert } of kept)
        for (const row of rows)
          insert({
            ...row,
            id: anew(row['id']),
            sourceId: anew(row['sourceId']),
            speakerId: anew(row['speakerId']),
            ...(typeof row['name'] === 'string' ? { name: `${row['name']} (${copy + 1})` } : {}),
          });
    }
  });
};
