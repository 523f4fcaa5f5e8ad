import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

const sourceFiles = ['shared', 'electron', 'renderer'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`),
);

/** A string that opens like a statement of SQL; English on the screen opens in sentence case. */
const sql =
  /['"`]\s*(?:(?:SELECT|WITH|INSERT( OR \w+)? INTO|UPDATE|DELETE FROM|CREATE|DROP|ALTER TABLE|PRAGMA|ATTACH|VACUUM|BEGIN|COMMIT|SAVEPOINT)\b|(?:select\s|insert into\s|delete from\s|create table\s|pragma\s))/;

const filesWithSql = (files: readonly string[], read: (file: string) => string): string[] =>
  files.filter((file) => !file.startsWith('electron/project/') && sql.test(read(file)));

describe('SQL', () => {
  it('is written in electron/project only', () => {
    const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
    expect(filesWithSql(sourceFiles, read)).toEqual([]);
  });

  it.each([
    'store.all("SELECT id FROM code")',
    'store.run(`\n  INSERT OR REPLACE INTO code VALUES (?)`)',
    "store.one('select count(*) from code')",
    "database.exec('PRAGMA user_version = 2')",
  ])('is seen in %s', (text) => {
    expect(filesWithSql(['electron/handlers/codes.ts'], () => text)).toHaveLength(1);
    expect(filesWithSql(['electron/project/codes.ts'], () => text)).toEqual([]);
  });
});
