import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestEngine, type TempFolder, tempFolder } from '#tests/helpers/engine.ts';
import { type CommandProcess, exitOf, interrupt, lineReader, startNode } from './command-line.ts';

const start = fileURLToPath(new URL('../../electron/start.ts', import.meta.url));

/** Stands in for Chrome: opens the address as a window would, says what it saw, and is closed. */
const browserScript = `#!${process.execPath}
const { writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
const address = args.find((arg) => arg.startsWith('--app=')).slice('--app='.length);
const see = async () => {
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie').split(';')[0];
  const state = await fetch(new URL('/call/project.state', address), {
    method: 'POST', headers: { cookie }, body: '{}',
  });
  const again = await fetch(address, { redirect: 'manual' });
  writeFileSync(process.env.SEEN, JSON.stringify({
    args, entered: entered.status, again: again.status, state: await state.json(),
  }));
};
see();
`;

describe('npm start', () => {
  let root: TempFolder;
  let seen: string;

  const run = (...args: readonly string[]): CommandProcess =>
    startNode([start, ...args], {
      cwd: root.path,
      env: {
        ...process.env,
        UNDERSTORY_DATA: join(root.path, 'data'),
        CHROME_PATH: join(root.path, 'browser'),
        SEEN: seen,
        DISPLAY: ':0',
        // As if it were started by hand, not from inside of npm.
        INIT_CWD: undefined,
      },
    });

  beforeEach(async () => {
    root = await tempFolder();
    seen = join(root.path, 'seen.json');
    await mkdir(join(root.path, 'data'));
    await writeFile(join(root.path, 'browser'), browserScript);
    await chmod(join(root.path, 'browser'), 0o755);
  });
  afterEach(() => root.remove());

  test('opens the sample study, made once, and prints an address', async () => {
    const projects = join(root.path, 'projects');
    for (let time = 0; time < 2; time += 1) {
      const child = run('--browser', '--no-open', '--projects', projects);
      child.stderr.resume();
      const address = await lineReader(child.stdout)();
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/u);
      const entered = await fetch(address, { redirect: 'manual' });
      expect(entered.status).toBe(303);
      interrupt(child);
      expect(await exitOf(child)).toBe(0);
      expect(await readdir(projects)).toEqual(['Sample study.understory']);
    }
    expect(existsSync(seen)).toBe(false);
  });

  // Windows starts no script as a program, so nothing can stand in for the browser there.
  test.skipIf(process.platform === 'win32')(
    'opens a window of its own on a project, and ends when it is closed (not on Windows)',
    async () => {
      const engine = await startTestEngine();
      const path = await engine.newProject('Mine');
      await engine.worth('project.close', {});
      await writeFile(join(root.path, 'Mine.understory'), await readFile(path));
      await engine.close();

      const child = run('Mine.understory', '--browser');
      child.stdout.resume();
      child.stderr.resume();
      expect(await exitOf(child)).toBe(0);
      const report = JSON.parse(await readFile(seen, 'utf8')) as { readonly args: string[] };
      expect(report).toMatchObject({
        entered: 303,
        // The address of a window stands in the list of processes: it is good once.
        again: 403,
        state: { value: { fileName: 'Mine.understory' } },
      });
      expect(report.args).toEqual(
        expect.arrayContaining([
          '--no-first-run',
          '--disable-background-networking',
          '--disable-sync',
        ]),
      );
      const profile = report.args.find((arg) => arg.startsWith('--user-data-dir='));
      expect(profile).toContain(tmpdir());
      expect(existsSync(profile!.slice('--user-data-dir='.length))).toBe(false);
      expect(await readdir(root.path)).not.toContain('Mine.understory-wal');
    },
  );

  test('says why a project cannot be opened', async () => {
    const child = run('nowhere.understory', '--browser');
    child.stdout.resume();
    const line = lineReader(child.stderr);
    expect(await line()).toContain('not there');
    expect(await exitOf(child)).toBe(1);
    expect(existsSync(seen)).toBe(false);
  });

  test('tells how it is used', async () => {
    const child = run('--nonsense');
    child.stdout.resume();
    child.stderr.resume();
    expect(await exitOf(child)).toBe(2);
    const help = run('--help');
    help.stderr.resume();
    expect(await lineReader(help.stdout)()).toContain('npm start -- [FILE]');
    expect(await exitOf(help)).toBe(0);
  });
});
