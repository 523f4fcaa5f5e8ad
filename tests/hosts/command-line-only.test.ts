import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '#electron/cli/commands.ts';
import { type TempFolder, tempFolder } from '#tests/helpers/engine.ts';
import {
  type Ended,
  exitOf,
  interrupt,
  lineReader,
  runCommand,
  startCommand,
  startNode,
} from './command-line.ts';

const launcher = fileURLToPath(new URL('../../electron/cli/understory.mjs', import.meta.url));

const turns = (who: string): string =>
  `INT: How have you been, ${who}?\n${who}: Up and down.\nINT: Tell me more.\n${who}: It is the nights.\n`;

describe('the command line', () => {
  let root: TempFolder;
  let study: string;

  const understory = (...args: readonly string[]): Promise<Ended> =>
    runCommand(args, { data: join(root.path, 'data'), cwd: root.path });
  const feed = (input: string, ...args: readonly string[]): Promise<Ended> =>
    runCommand(args, { data: join(root.path, 'data'), cwd: root.path, input });
  const json = ({ stdout }: Ended): unknown => JSON.parse(stdout);

  beforeAll(async () => {
    root = await tempFolder();
    study = join(root.path, 'study.understory');
    await mkdir(join(root.path, 'data'));
    await mkdir(join(root.path, 'interviews', '12 weeks', 'GPs'), { recursive: true });
    await writeFile(join(root.path, 'interviews', 'P01.txt'), turns('P01'));
    await writeFile(join(root.path, 'interviews', '12 weeks', 'P10.txt'), turns('P10'));
    await writeFile(join(root.path, 'interviews', '12 weeks', 'P2.txt'), turns('P2'));
    await writeFile(
      join(root.path, 'interviews', '12 weeks', 'GPs', 'broken.docx'),
      'PK\u0003\u0004 but no archive',
    );
    await writeFile(join(root.path, 'interviews', '.DS_Store'), 'hidden');
    expect((await understory('new', 'study.understory', '--coder', 'A. Jones')).code).toBe(0);
  });
  afterAll(() => root.remove());

  test('help names every command, and each tells its own with an example', async () => {
    const { code, stdout } = await understory('--help');
    expect(code).toBe(0);
    for (const [name, command] of Object.entries(commands)) {
      expect(stdout).toContain(`${name} ${command.usage}`);
      const own = await understory(name, '--help');
      expect(own.code).toBe(0);
      expect(own.stderr).toBe('');
      expect(own.stdout).toMatch(new RegExp(`^Usage: understory ${name} `, 'u'));
      expect(own.stdout).toMatch(new RegExp(`Examples?:\\n.*understory ${name} `, 'u'));
      for (const option of Object.keys(command.options))
        expect(own.stdout).toContain(`--${option}`);
    }
  });

  test.each([
    [[]],
    [['explode']],
    [['__proto__']],
    [['new']],
    [['new', 'a', 'b']],
    [['new', 'a', '--nonsense']],
    [['new', 'a', '--name']],
    [['call', 'study.understory']],
    [['call', 'study.understory', 'codes.create', '{']],
    [['batch', 'study.understory', 'calls.jsonl']],
    [['export', 'study.understory', 'diary', '--out', 'a.md']],
    [['export', 'study.understory', 'codebook']],
    [['export', 'study.understory', 'codebook', '--out', 'a.rtf']],
    [['export', 'study.understory', 'codebook', '--format', 'md', '--out', 'study.understory']],
    [['serve', 'study.understory', '--port', 'many']],
  ])('%j is not understood: 2, with words, and nothing is done', async (args) => {
    const before = await readdir(root.path);
    const { code, stdout, stderr } = await understory(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Usage: understory');
    expect(await readdir(root.path)).toEqual(before);
  });

  test('the launcher finds the pinned Node where the one it runs on reads no TypeScript', async () => {
    const child = startNode(['--no-strip-types', launcher, 'check', 'study.understory', '--json'], {
      cwd: root.path,
      env: { ...process.env, UNDERSTORY_DATA: join(root.path, 'data') },
    });
    child.stderr.resume();
    expect(JSON.parse(await lineReader(child.stdout)())).toMatchObject({ sound: true });
    expect(await exitOf(child)).toBe(0);
  });

  test('new creates a project once', async () => {
    const made = await understory(
      'new',
      'fresh.understory',
      '--name',
      'Living with pain',
      '--json',
    );
    expect(made.code).toBe(0);
    expect(json(made)).toMatchObject({
      project: { name: 'Living with pain' },
      fileName: 'fresh.understory',
      coder: { name: 'Researcher' },
    });
    expect(made.stderr).toContain('Living with pain');
    const bytes = await readFile(join(root.path, 'fresh.understory'));
    const again = await understory('new', 'fresh.understory', '--json');
    expect(again.code).toBe(1);
    expect(json(again)).toMatchObject({ ok: false, error: { code: 'file-exists' } });
    expect(again.stderr).toMatch(/^understory: /u);
    expect(await readFile(join(root.path, 'fresh.understory'))).toEqual(bytes);
  });

  test('import tells of each input what became of it', async () => {
    const ended = await understory('import', study, 'interviews', 'nowhere.txt', '--json');
    const results = json(ended) as readonly Record<string, unknown>[];
    expect(results.map(({ file, status }) => [file, status])).toEqual([
      [join('interviews', '12 weeks', 'GPs', 'broken.docx'), 'refused'],
      [join('interviews', '12 weeks', 'P2.txt'), 'imported'],
      [join('interviews', '12 weeks', 'P10.txt'), 'imported'],
      [join('interviews', 'P01.txt'), 'imported'],
      ['nowhere.txt', 'refused'],
    ]);
    expect(Object.keys(results[0] ?? {}).sort()).toEqual([
      'error',
      'file',
      'sourceId',
      'speakers',
      'status',
      'turns',
      'warnings',
    ]);
    expect(results[0]).toMatchObject({ sourceId: null, error: { code: 'import-refused' } });
    expect(results[1]).toMatchObject({
      turns: 4,
      speakers: [
        { label: 'INT', turns: 2 },
        { label: 'P2', turns: 2 },
      ],
      error: null,
    });
    expect(results[4]).toMatchObject({ error: { code: 'file-missing' } });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('Imported 3 of 5 files.');

    const again = await understory('import', study, 'interviews/P01.txt');
    expect(again).toMatchObject({ code: 0, stdout: '' });
    expect(again.stderr).toContain('duplicate');
    const twice = await understory('import', study, 'interviews/P01.txt', '--duplicates', '--json');
    expect(json(twice)).toMatchObject([{ status: 'imported' }]);
    const sources = json(await understory('call', study, 'sources.list')) as unknown[];
    expect(sources).toHaveLength(4);
  });

  test('call prints what it is worth, or the whole reply', async () => {
    const made = await understory('call', study, 'codes.create', '{"name": "Hope"}');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(json(made)).toMatchObject({ name: 'Hope' });
    const list = await understory('call', study, 'codes.list', '--json');
    expect(json(list)).toMatchObject({ ok: true, value: [{ name: 'Hope' }] });
    const piped = await feed(
      '{"name": "Fear\u2028of movement"}',
      'call',
      study,
      'codes.create',
      '-',
    );
    expect(json(piped)).toMatchObject({ name: 'Fear\u2028of movement' });
    const described = await understory('call', '-', 'contract.describe');
    expect(json(described)).toHaveProperty(['calls', 'codes.create']);
    const wrong = await understory('call', study, 'codes.create', '{}', '--json');
    expect(wrong.code).toBe(1);
    expect(json(wrong)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    const missing = await understory('call', 'nowhere.understory', 'codes.list', '--json');
    expect(missing.code).toBe(1);
    expect(json(missing)).toMatchObject({ ok: false, error: { code: 'file-missing' } });
  });

  test('call takes paths where the contract wants tokens', async () => {
    const input = JSON.stringify({ file: 'book.md', format: 'md' });
    const exported = await understory('call', study, 'exports.codebook', input);
    expect(json(exported)).toMatchObject({ fileName: 'book.md' });
    expect(await readFile(join(root.path, 'book.md'), 'utf8')).toContain('Hope');
    const files = JSON.stringify({ files: [{ token: 'interviews/P01.txt' }] });
    const preview = await understory('call', study, 'imports.preview', files);
    expect(json(preview)).toMatchObject({ files: [{ file: 'P01.txt', status: 'duplicate' }] });
  });

  test('batch answers one line for each, in order, and goes on after a bad one', async () => {
    const calls = [
      '{"method": "codes.create", "input": {"name": "One\u2028line"}}',
      'this is not JSON',
      '',
      '{"method": "nonsense"}',
      '[]',
      '{"method": "codes.create", "input": {"name": "Last"}}',
    ];
    const ended = await feed(calls.join('\n'), 'batch', study, '-');
    const replies = ended.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(replies).toMatchObject([
      { ok: true, value: { name: 'One\u2028line' } },
      { ok: false, error: { code: 'bad-input' } },
      { ok: false, error: { code: 'unknown-call' } },
      { ok: false, error: { code: 'bad-input' } },
      { ok: true, value: { name: 'Last' } },
    ]);
    expect(ended.code).toBe(1);
    expect(await feed('{"method": "project.state"}\n', 'batch', study, '-')).toMatchObject({
      code: 0,
    });
  });

  test('what batch has answered is on disk when the process is killed', async () => {
    const path = join(root.path, 'killed.understory');
    await understory('new', path);
    const child = startCommand(['batch', path, '-'], { data: join(root.path, 'data') });
    child.stderr.resume();
    const nextLine = lineReader(child.stdout);
    for (let index = 0; index < 200; index += 1)
      child.stdin.write(`{"method": "codes.create", "input": {"name": "Code ${index}"}}\n`);
    child.stdin.on('error', () => undefined);
    let answered = 0;
    for (; answered < 25; answered += 1)
      expect(JSON.parse(await nextLine())).toMatchObject({ ok: true });
    child.kill('SIGKILL');
    expect(await exitOf(child)).toBeNull();
    expect(await understory('check', path, '--json')).toMatchObject({ code: 0 });
    const codes = json(await understory('call', path, 'codes.list')) as unknown[];
    expect(codes.length).toBeGreaterThanOrEqual(answered);
  });

  test('Ctrl+C stops a job, keeps what was finished and closes the project', async () => {
    const path = join(root.path, 'stopped.understory');
    await understory('new', path);
    const many = join(root.path, 'many');
    await mkdir(many);
    for (let index = 0; index < 400; index += 1)
      await writeFile(join(many, `P${index}.txt`), turns(`P${index}`).repeat(50));
    const child = startCommand(['import', path, many, '--json'], { data: join(root.path, 'data') });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.resume();
    for (let size = 0; size === 0; await wait(20))
      size = await stat(`${path}-wal`).then(
        (status) => status.size,
        () => 0,
      );
    await wait(100);
    interrupt(child);
    expect(await exitOf(child)).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect((await readdir(root.path)).filter((name) => name.includes('stopped'))).toEqual([
      'stopped.understory',
    ]);
    expect(await understory('check', path)).toMatchObject({ code: 0 });
  });

  test('export writes the codebook in the format of its ending', async () => {
    const ended = await understory('export', study, 'codebook', '--out', 'book.csv', '--json');
    expect(ended.code).toBe(0);
    const bytes = await readFile(join(root.path, 'book.csv'));
    expect(json(ended)).toMatchObject({ fileName: 'book.csv', bytes: bytes.length });
    expect(bytes.toString('utf8')).toContain('Hope');
    const docx = await understory(
      'export',
      study,
      'codebook',
      '--format',
      'docx',
      '--out',
      'book',
      '--counts',
      '--quotes',
    );
    expect(docx).toMatchObject({ code: 0, stdout: '' });
    expect((await readFile(join(root.path, 'book'))).subarray(0, 2).toString()).toBe('PK');
    const nowhere = await understory(
      'export',
      study,
      'codebook',
      '--out',
      'no/such/folder/book.md',
    );
    expect(nowhere.code).toBe(1);
  });

  test('export writes segments: all, or what a saved query finds', async () => {
    const firstId = async (method: string): Promise<string | undefined> =>
      (json(await understory('call', study, method)) as { id: string }[])[0]?.id;
    const [sourceId, codeId] = [await firstId('sources.list'), await firstId('codes.list')];
    const coding = JSON.stringify({ sourceId, codeId, start: 0, end: 9 });
    await understory('call', study, 'codings.create', coding);
    const all = await understory('export', study, 'segments', '--out', 'segments.csv', '--json');
    expect(all.code).toBe(0);
    expect(json(all)).toMatchObject({ fileName: 'segments.csv', segments: 1 });
    const definition = { important: true };
    await understory(
      'call',
      study,
      'queries.create',
      JSON.stringify({ name: 'What matters', definition }),
    );
    const ask = ['export', study, 'segments', '--out', 'none.md', '--query'] as const;
    const none = await understory(...ask, 'what matters');
    expect(none).toMatchObject({ code: 1 });
    expect(none.stderr).toContain('no file was written');
    expect(await understory(...ask, 'Another')).toMatchObject({ code: 2 });
  });

  test('export draws the thematic map', async () => {
    const drawing = ['export', study, 'map', '--format', 'svg', '--out', 'map.svg'] as const;
    const themes = json(await understory('call', study, 'themes.list')) as unknown[];
    expect((await understory(...drawing)).code).toBe(themes.length === 0 ? 1 : 0);
    await understory('call', study, 'themes.create', '{"name": "Not believed"}');
    const drawn = await understory(...drawing, '--json');
    expect(json(drawn)).toMatchObject({ fileName: 'map.svg', themes: themes.length + 1 });
    const png = await understory('export', study, 'map', '--format', 'png', '--out', 'map.png');
    expect(png).toMatchObject({ code: 2 });
    expect(png.stderr).toContain('--format svg');
    await understory('call', study, 'history.undo');
  });

  test('export writes the only report there is, or the one that is named', async () => {
    const out = ['--out', 'report.md'] as const;
    expect(await understory('export', study, 'report', ...out)).toMatchObject({ code: 2 });
    const start = (name: string) =>
      understory('call', study, 'reports.create', JSON.stringify({ name, template: 'themes' }));
    await understory('call', study, 'themes.create', JSON.stringify({ name: 'Credibility' }));
    await start('Supplement');
    const only = await understory('export', study, 'report', ...out, '--json');
    expect(json(only)).toMatchObject({ fileName: 'report.md', parts: 4 });
    expect(only.stderr).toContain('This theme has no narrative yet.');
    await start('Draft');
    expect((await understory('export', study, 'report', ...out)).stderr).toContain(
      'Supplement, Draft',
    );
    expect(await understory('export', study, 'report', ...out, '--report', 'draft')).toMatchObject({
      code: 0,
    });
    expect(await understory('export', study, 'report', ...out, '--report', 'None')).toMatchObject({
      code: 2,
    });
  });

  test('check and backups tell how the project stands', async () => {
    const checked = await understory('check', study, '--json');
    expect(checked.code).toBe(0);
    expect(json(checked)).toMatchObject({ sound: true, problems: [] });
    expect(json(await understory('backups', study, '--json'))).toEqual([]);
    await understory('call', study, 'project.backUp');
    expect(json(await understory('backups', study, '--json'))).toHaveLength(1);
  });

  test('sample creates the sample study', async () => {
    const ended = await understory('sample', 'sample.understory', '--json');
    expect(ended.stderr).toContain('sample.understory');
    expect(ended.code).toBe(0);
    expect(json(ended)).toMatchObject({ fileName: 'sample.understory' });
    expect(await understory('check', 'sample.understory')).toMatchObject({ code: 0 });
    const { relations } = json(await understory('call', 'sample.understory', 'map.get', '{}')) as {
      relations: readonly unknown[];
    };
    expect(relations).toHaveLength(3);
  });

  test('serve prints an address that lets in to the project', async () => {
    const child = startCommand(['serve', study, '--no-open'], { data: join(root.path, 'data') });
    child.stderr.resume();
    const address = await lineReader(child.stdout)();
    const entered = await fetch(address, { redirect: 'manual' });
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
    const state = await fetch(new URL('/call/project.state', address), {
      method: 'POST',
      headers: { cookie },
      body: '{}',
    });
    expect(await state.json()).toMatchObject({ value: { fileName: 'study.understory' } });
    const taken = await understory('serve', '-', '--no-open', '--port', new URL(address).port);
    expect(taken.code).toBe(1);
    expect(taken.stderr).toContain('EADDRINUSE');
    const locked = await understory('serve', study, '--no-open', '--json');
    expect(locked.code).toBe(1);
    expect(json(locked)).toMatchObject({ error: { code: 'project-locked' } });
    interrupt(child);
    expect(await exitOf(child)).toBe(0);
    expect(await readdir(root.path)).not.toContain('study.understory-wal');
  });
});
