import { execFile, spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEngine } from '#electron/engine/engine.ts';
import type { AnyReply } from '#shared/contract/reply.ts';
import { startTestEngine, type TestEngine } from '#tests/helpers/engine.ts';

const cli = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));

let app: TestEngine;
beforeEach(async () => {
  app = await startTestEngine();
});
afterEach(() => app.close());

/** Every file of the folder with its bytes, to show that nothing was written. */
const contents = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(app.folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(app.folder, name)).toString('base64')]),
  );

const open = async (path: string): Promise<AnyReply> =>
  app.engine.post('project.open', { file: await app.engine.offer(path) });

const failureOf = (reply: AnyReply) => {
  if (reply.ok) throw new Error('This was expected to fail');
  return reply.error;
};

/** A closed project of some size; answers its path. */
const closedProject = async (name = 'Study'): Promise<string> => {
  const path = await app.newProject(name);
  for (let index = 0; index < 40; index += 1)
    await app.worth('codes.create', { name: `Code ${index}`, definition: 'x'.repeat(3000) });
  await app.worth('project.close', {});
  return path;
};

/** What another process answers to a call on the project. */
const fromOutside = async (path: string): Promise<AnyReply> => {
  const command = [cli, 'call', path, 'codes.list', '--json'];
  const env = { ...process.env, UNDERSTORY_DATA: join(app.folder, 'data') };
  const { stdout } = await promisify(execFile)(process.execPath, command, { env }).catch(
    (failed: { stdout: string }) => failed,
  );
  const answer: unknown = JSON.parse(stdout);
  return Array.isArray(answer) ? { ok: true, value: answer } : (answer as AnyReply);
};

/** Runs a command that opens a project, and kills it once it has answered these calls. */
const killAfter = async (path: string, calls: readonly object[]): Promise<void> => {
  const child = spawn(process.execPath, [cli, 'batch', path, '-'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, UNDERSTORY_DATA: join(app.folder, 'data') },
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  for (const call of calls) child.stdin.write(`${JSON.stringify(call)}\n`);
  let answered = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    expect(JSON.parse(line)).toMatchObject({ ok: true });
    answered += 1;
    if (answered === calls.length) child.kill('SIGKILL');
  }
  await exited;
};

describe('a file that is refused is left as it was, with nothing beside it', () => {
  const headerVersion = 60;
  const spoil: readonly (readonly [
    what: string,
    code: string,
    make: (path: string) => Promise<void> | void,
  ])[] = [
    ['nothing at all', 'not-a-project', (path) => writeFileSync(path, '')],
    ['a text', 'not-a-project', (path) => writeFileSync(path, 'Dear diary, '.repeat(50))],
    ['half a header', 'not-a-project', (path) => truncateSync(path, 50)],
    ['a header alone', 'project-damaged', (path) => truncateSync(path, 100)],
    ['its first page alone', 'project-damaged', (path) => truncateSync(path, 4096)],
    ['a file cut short', 'project-damaged', (path) => truncateSync(path, 65_536)],
    [
      'garbage in the middle',
      'project-damaged',
      (path) => {
        const bytes = readFileSync(path);
        bytes.fill(0xa5, bytes.length - 40_960, bytes.length - 20_480);
        writeFileSync(path, bytes);
      },
    ],
    [
      'garbage in the schema',
      'project-damaged',
      (path) => {
        const bytes = readFileSync(path);
        bytes.fill(0xa5, 100, 2000);
        writeFileSync(path, bytes);
      },
    ],
    [
      'another SQLite database',
      'not-a-project',
      (path) => {
        rmSync(path);
        new Database(path).exec('CREATE TABLE note (text)').close();
      },
    ],
    [
      'a project of a newer version',
      'project-newer',
      (path) => {
        const bytes = readFileSync(path);
        bytes.writeUInt32BE(4711, headerVersion);
        writeFileSync(path, bytes);
      },
    ],
    [
      'a project without its record',
      'project-damaged',
      (path) => {
        const database = new Database(path);
        database.exec('DROP TRIGGER record_project_delete; DELETE FROM project');
        database.pragma('journal_mode = WAL');
        database.close();
      },
    ],
  ];

  test.each(spoil)('%s: %s', async (_, code, make) => {
    const path = await closedProject();
    await make(path);
    const before = contents();
    const error = failureOf(await open(path));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/left untouched/u);
    expect(contents()).toEqual(before);
  });

  test('a folder', async () => {
    const path = join(app.folder, 'Folder.understory');
    mkdirSync(path);
    expect(failureOf(await open(path)).code).toBe('not-a-project');
    expect(readdirSync(path)).toEqual([]);
  });

  test('a link to nowhere', async () => {
    const path = join(app.folder, 'Link.understory');
    symlinkSync(join(app.folder, 'nowhere'), path);
    expect(failureOf(await open(path)).code).toBe('file-missing');
    expect(existsSync(join(app.folder, 'nowhere'))).toBe(false);
  });

  test('a file that the open project stands beside, which stays open', async () => {
    const path = await closedProject('Broken');
    truncateSync(path, 8192);
    await app.newProject('Whole');
    const before = await app.worth('codes.create', { name: 'Kept' });
    expect(failureOf(await open(path)).code).toBe('project-damaged');
    expect(await app.worth('codes.list', {})).toEqual([before]);
    expect((await app.worth('project.state', {})).fileName).toBe('Whole.understory');
    await app.worth('history.undo', {});
  });
});

describe('a project that is open already', () => {
  test('is the same one through a link, and opens once', async () => {
    const path = await closedProject();
    const link = join(app.folder, 'Link.understory');
    symlinkSync(path, link);
    expect(await open(path)).toMatchObject({ ok: true });
    expect(await open(link)).toMatchObject({ ok: true, value: { fileName: 'Study.understory' } });
    expect(await app.worth('codes.list', {})).toHaveLength(40);
  });

  test('is refused to another window of this process, also through a link, and stays locked', async () => {
    const path = await closedProject();
    const link = join(app.folder, 'Link.understory');
    symlinkSync(path, link);
    await open(path);
    const other = createEngine({ dataFolder: join(app.folder, 'data') });
    for (const name of [path, link]) {
      const reply = await other.post('project.open', { file: await other.offer(name) });
      expect(failureOf(reply)).toMatchObject({
        code: 'project-locked',
        details: { person: userInfo().username, computer: hostname(), process: process.pid },
      });
      expect(failureOf(await fromOutside(path)).code).toBe('project-locked');
    }
    await other.close();
  });

  test('stays locked when somebody picks it as a document or as the target of an export', async () => {
    const path = await closedProject();
    await open(path);
    const file = await app.engine.offer(path);
    const { files } = await app.worth('imports.run', { files: [{ token: file }] });
    expect(files[0]).toMatchObject({ status: 'refused', error: { code: 'file-unreadable' } });
    await expect(app.worth('exports.codebook', { file, format: 'md' })).rejects.toThrow(
      'export-refused',
    );
    expect(failureOf(await fromOutside(path)).code).toBe('project-locked');
    expect(await app.worth('codes.list', {})).toHaveLength(40);
  });

  test('says who has had it open, where and since when, and the note goes with them', async () => {
    const path = await closedProject();
    await open(path);
    const error = failureOf(await fromOutside(path));
    expect(error.message).toContain(`${userInfo().username} on ${hostname()}`);
    expect(error.message).toMatch(/since \d+ \w+ 20\d\d/u);
    await app.worth('project.close', {});
    expect(readdirSync(app.folder).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(await fromOutside(path)).toMatchObject({ ok: true });
  });

  test('held by something else is locked, without naming one who is gone', async () => {
    const path = await closedProject();
    const note = { person: 'Ruth', computer: hostname(), process: 2 ** 22 + 1 };
    const since = '2020-01-01T00:00:00.000Z';
    writeFileSync(join(app.folder, '.Study.understory.in-use'), JSON.stringify({ ...note, since }));
    const other = new Database(path);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    const error = failureOf(await open(path));
    expect(error).toMatchObject({ code: 'project-locked' });
    expect(error.message).not.toContain('Ruth');
    other.close();
    expect(await open(path)).toMatchObject({ ok: true });
  });

  test('opens although a crash left a note, even one with the number of this process', async () => {
    const path = await closedProject();
    const note = { person: 'Ruth', computer: hostname(), process: process.pid };
    writeFileSync(
      join(app.folder, '.Study.understory.in-use'),
      JSON.stringify({ ...note, since: '2020-01-01T00:00:00.000Z' }),
    );
    expect(await open(path)).toMatchObject({ ok: true });
  });
});

describe('after a crash', () => {
  test('a project that was only just created opens with all that was acknowledged', async () => {
    const path = join(app.folder, 'New.understory');
    const file = { file: path, name: 'New' };
    await killAfter('-', [
      { method: 'project.create', input: file },
      { method: 'codes.create', input: { name: 'Acknowledged' } },
    ]);
    expect(existsSync(`${path}-wal`)).toBe(true);
    expect(await open(path)).toMatchObject({ ok: true });
    expect((await app.worth('codes.list', {})).map(({ name }) => name)).toEqual(['Acknowledged']);
    expect((await app.worth('project.check', {})).problems).toEqual([]);
  });

  test('a project whose log is lost opens as it was before, and is sound', async () => {
    const path = await closedProject();
    await killAfter(path, [{ method: 'codes.create', input: { name: 'In the log' } }]);
    rmSync(`${path}-wal`);
    expect(await open(path)).toMatchObject({ ok: true });
    expect(await app.worth('codes.list', {})).toHaveLength(40);
    expect((await app.worth('project.check', {})).problems).toEqual([]);
  });

  test('a log that is torn at its end costs nothing that was complete', async () => {
    const path = await closedProject();
    await killAfter(path, [{ method: 'codes.create', input: { name: 'In the log' } }]);
    appendFileSync(`${path}-wal`, Buffer.alloc(3000, 0x5a));
    expect(await open(path)).toMatchObject({ ok: true });
    expect((await app.worth('codes.list', {})).at(-1)?.name).toBe('In the log');
    expect((await app.worth('project.check', {})).problems).toEqual([]);
  });

  test('the log of another project is not taken for this one’s', async () => {
    const path = await closedProject();
    const other = await closedProject('Other');
    await killAfter(other, [{ method: 'codes.create', input: { name: 'Of the other' } }]);
    renameSync(`${other}-wal`, `${path}-wal`);
    const before = contents();
    const error = failureOf(await open(path));
    expect(error).toMatchObject({ code: 'project-damaged' });
    expect(error.message).toContain('Study.understory-wal');
    expect(contents()).toEqual(before);
    rmSync(`${path}-wal`);
    expect(await open(path)).toMatchObject({ ok: true });
    expect((await app.worth('project.check', {})).problems).toEqual([]);
  });
});

test('a project that cannot be created leaves nothing, and what is open stays open', async () => {
  const path = await app.newProject('Open');
  await app.worth('codes.create', { name: 'Kept' });
  const file = await app.engine.offer(path);
  const again = await app.engine.post('project.create', { file, name: 'Again' });
  expect(failureOf(again).code).toBe('file-exists');
  const nowhere = await app.engine.offer(join(app.folder, 'no', 'such', 'folder.understory'));
  expect(
    failureOf(await app.engine.post('project.create', { file: nowhere, name: 'Nowhere' })).code,
  ).toBe('file-missing');
  expect(await app.worth('codes.list', {})).toHaveLength(1);
});

test('a copy made of a closed project opens anywhere', async () => {
  const path = await closedProject();
  const copy = join(app.folder, 'Copy of it.understory');
  cpSync(path, copy);
  expect(await open(copy)).toMatchObject({ ok: true });
  expect(await app.worth('codes.list', {})).toHaveLength(40);
});
