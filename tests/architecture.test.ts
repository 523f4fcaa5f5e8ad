import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

const filesIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`);

const sourceFiles = ['shared', 'electron', 'renderer'].flatMap(filesIn);

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

const exportedValue = /^export (?:async )?(?:const|function|class) (\w+)/gm;
const word = /[A-Za-z_$][\w$]*/g;

/** `file: name` of every exported value that no other file mentions. */
const unusedExports = (texts: ReadonlyMap<string, string>): string[] => {
  const mentions = new Map<string, number>();
  for (const text of texts.values()) {
    for (const name of new Set(text.match(word))) mentions.set(name, (mentions.get(name) ?? 0) + 1);
  }
  return [...texts].flatMap(([file, text]) =>
    [...text.matchAll(exportedValue)]
      .map(([, name = '']) => name)
      .filter((name) => mentions.get(name) === 1)
      .map((name) => `${file}: ${name}`),
  );
};

describe('exports', () => {
  it('are each used by another file; delete or stop exporting what is not', () => {
    const files = [...sourceFiles, ...filesIn('tests'), ...filesIn('.config')];
    const texts = new Map(
      files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const),
    );
    expect(unusedExports(texts)).toEqual([]);
  });

  it('are seen when unused', () => {
    const texts = new Map([
      ['shared/a.ts', 'export const used = 1;\nexport const unused = 2;\n'],
      ['shared/b.ts', "import { used } from './a.ts';\nconsole.log(used);\n"],
    ]);
    expect(unusedExports(texts)).toEqual(['shared/a.ts: unused']);
  });
});

const styleFiles = readdirSync(path.join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.module.css'))
  .map((file) => `renderer/${file.replaceAll(path.sep, '/')}`);

const className = /\.([a-zA-Z][\w-]*)(?=[^{}]*\{)/g;
/** What other libraries call parts of theirs. */
const foreign = /^(?:cm|react-)/;

/** Names of the classes of a style sheet that none of the texts importing it mentions. */
const unusedClasses = (css: string, importers: readonly string[]): string[] => {
  const names = new Set([...css.matchAll(className)].map(([, name = '']) => name));
  const text = importers.join('\n');
  // What is looked up by a computed name cannot be told apart.
  if (/\bstyles\[[^']|Styles\[[^']/.test(text)) return [];
  const used = new Set([...text.matchAll(/\b\w*[sS]tyles\.(\w+)/g)].map(([, name = '']) => name));
  return [...names].filter((name) => !used.has(name) && !foreign.test(name));
};

describe('styles', () => {
  it('are each used by what imports them', () => {
    const texts = sourceFiles
      .filter((file) => file.startsWith('renderer/'))
      .map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const);
    const unused = styleFiles.flatMap((file) => {
      const importers = texts.filter(([from, text]) =>
        [...text.matchAll(/ from '([^']+\.module\.css)'/g)].some(
          ([, name = '']) =>
            (name.startsWith('#')
              ? name.slice(1)
              : path.posix.join(path.posix.dirname(from), name)) === file,
        ),
      );
      const css = readFileSync(path.join(root, file), 'utf8').replace(/\/\*.*?\*\//gs, '');
      return unusedClasses(
        css,
        importers.map(([, text]) => text),
      ).map((name) => `${file}: .${name}`);
    });
    expect(unused).toEqual([]);
  });

  it('are seen when unused', () => {
    expect(unusedClasses('.a { x: y }\n.b > .a:hover { x: y }', ['styles.a'])).toEqual(['b']);
  });
});
