import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { versionOf } from '#electron/project/migrate.ts';
import { currentVersion, migrations } from '#electron/project/migrations/index.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

const added = vi.hoisted(() => ({ migrations: [] as string[] }));

// The migrations of tomorrow, as a test needs them, behind those of today.
vi.mock('#electron/project/migrations/index.ts', async (importOriginal) => {
  const real = await importOriginal<{ readonly migrations: readonly string[] }>();
  return {
    get migrations() {
      return [...real.migrations, ...added.migrations];
    },
    get currentVersion() {
      return real.migrations.length + added.migrations.length;
    },
  };
});

/** SHA-256 of each released migration. They are never edited: files in the world have them behind them. */
const released = [
  'd3b89af91bcafbe65399ede1e590b0da99a6e315b716242b63e896af5c934c83',
  '45799e586ce91cab2016caa310bdde6b4029471dd5960ee2ca1c9b32332c1364',
  'fad597d84f95c45b4ef65c9011e5e3228f99795ebb64c0c98534eb814acf3c0d',
];

/** One file of each past version, made by the app of its time. */
const fixture = (version: number): string =>
  fileURLToPath(new URL(`../fixtures/projects/v${version}.understory`, import.meta.url));

let app: TestEngine;
let path: string;

beforeEach(async () => {
  app = await startTestEngine();
  path = join(app.folder, 'Study.understory');
  added.migrations = [];
});
afterEach(() => app.close());

const open = async (version = 1) => {
  cpSync(fixture(version), path);
  return app.engine.post('project.open', { file: await app.engine.offer(path) });
};

const backups = (): readonly string[] => {
  const folder = join(app.folder, 'data', 'backups');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes('T'))
    .map((name) => join(folder, name));
};

describe('the released migrations', () => {
  test('are as they were released; a new one goes to the end of both lists', () => {
    expect(migrations.map((sql) => createHash('sha256').update(sql).digest('hex'))).toEqual(
      released,
    );
  });

  test.each(released.map((_, index) => index + 1))(
    'lead a file of version %i to today, with all that is in it',
    async (version) => {
      expect(await open(version)).toMatchObject({
        ok: true,
        value: { project: { name: `A study of version ${version}` }, coder: { name: 'Ruth' } },
      });
      const [source] = await app.worth('sources.list', {});
      expect(source).toMatchObject({ name: 'P01 baseline', turns: 4, speakers: 2, codings: 2 });
      const codes = await app.worth('codes.list', {});
      expect(codes.map(({ name }) => name)).toEqual(['Being believed', 'By family', 'Walking']);
      const { segments } = await app.worth('codings.segments', {
        codeIds: codes.map(({ id }) => id),
      });
      expect(segments.map(({ text }) => text)).toEqual(['Walking, a little', 'being believed']);
      expect((await app.worth('memos.list', {})).map(({ title }) => title)).toEqual(['Witness']);
      expect((await app.worth('themes.list', {})).map(({ name }) => name)).toEqual(['Credibility']);
      expect((await app.worth('project.check', {})).problems).toEqual([]);
      await app.worth('history.redo', {});
      expect((await app.worth('codes.list', {})).map(({ name }) => name)).toContain('Undone');
      while ((await app.worth('project.state', {})).undo !== null)
        await app.worth('history.undo', {});
      expect(await app.worth('sources.list', {})).toEqual([]);
      expect((await app.worth('project.check', {})).problems).toEqual([]);
    },
  );
});

describe('a migration', () => {
  test('is made after a verified backup, which opens with the app of before', async () => {
    added.migrations = [`ALTER TABLE code ADD COLUMN shade INTEGER NOT NULL DEFAULT 3`];
    expect(await open()).toMatchObject({ ok: true });
    const [backup] = backups();
    const raw = new Database(backup);
    expect(versionOf(raw)).toBe(1);
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(raw.prepare('SELECT name FROM project').get()).toEqual({ name: 'A study of version 1' });
    raw.close();
    expect(await app.worth('project.backups', {})).toHaveLength(1);
    await app.worth('project.close', {});
    const migrated = new Database(path, { readonly: true });
    expect(versionOf(migrated)).toBe(currentVersion);
    expect(migrated.prepare('SELECT DISTINCT shade FROM code').all()).toEqual([{ shade: 3 }]);
    migrated.close();
  });

  test('is seen in the file itself at once, so that a crash leaves no older header', async () => {
    added.migrations = [`ALTER TABLE code ADD COLUMN shade INTEGER NOT NULL DEFAULT 3`];
    await open();
    // Through the system, not this process: it would lose its lock.
    const { execFileSync } = await import('node:child_process');
    const header = execFileSync('head', ['-c', '100', path]);
    expect(header.readUInt32BE(60)).toBe(currentVersion);
  });

  test.each([
    ['that fails in the middle', 'CREATE TABLE half (id TEXT); INSERT INTO nowhere VALUES (1)'],
    ['that leaves references to nothing', 'DELETE FROM code'],
  ])('%s leaves the file as it was, with a backup, and says so', async (_, sql) => {
    added.migrations = [sql];
    const before = readFileSync(fixture(1));
    expect(await open()).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(app.folder).filter((name) => name.includes('Study'))).toEqual([
      'Study.understory',
    ]);
    expect(backups()).toHaveLength(1);
    added.migrations = [];
    const again = await app.engine.post('project.open', { file: await app.engine.offer(path) });
    expect(again).toMatchObject({ ok: true });
    expect((await app.worth('project.check', {})).problems).toEqual([]);
  });

  test('is not begun where no backup can be made', async () => {
    added.migrations = ['ALTER TABLE code ADD COLUMN shade INTEGER'];
    cpSync(fixture(1), join(app.folder, 'data'));
    expect(await open()).toMatchObject({ ok: false });
    expect(readFileSync(path).equals(readFileSync(fixture(1)))).toBe(true);
  });

  test('is never made on a file of a newer version', async () => {
    added.migrations = ['ALTER TABLE code ADD COLUMN shade INTEGER'];
    await open();
    await app.worth('project.close', {});
    const bytes = readFileSync(path);
    added.migrations = [];
    const reply = await app.engine.post('project.open', { file: await app.engine.offer(path) });
    expect(reply).toMatchObject({
      ok: false,
      error: {
        code: 'project-newer',
        details: { version: currentVersion + 1, understands: currentVersion },
      },
    });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
});
