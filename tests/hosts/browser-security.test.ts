import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PickedFile, RecentProject } from '#shared/contract/platform.ts';
import { startTestEngine, type TempFolder, tempFolder } from '#tests/helpers/engine.ts';
import { type BrowserServer, startServer } from './browser.ts';

interface Ask {
  readonly method?: string;
  /** Sent exactly as written, which `fetch` would not do. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

describe('the browser host keeps others out', () => {
  let root: TempFolder;
  let projects: string;
  let server: BrowserServer;
  let secret: string;
  let project: string;

  const ask = ({ method = 'GET', path, headers = {}, body }: Ask): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.origin);
      const request = httpRequest({ hostname, port, method, path, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      });
      request.on('error', reject);
      request.end(body);
    });
  const askIn = (what: Ask): Promise<Answer> =>
    ask({ ...what, headers: { cookie: server.cookie, ...what.headers } });
  const callIn = (method: string, headers: Readonly<Record<string, string>> = {}) =>
    askIn({ method: 'POST', path: `/call/${method}`, headers, body: '{}' });
  const upload = async (path: string, body: string | Uint8Array<ArrayBuffer>) => {
    const response = await server.fetch(path, { method: 'POST', body });
    return { status: response.status, value: (await response.json()) as PickedFile };
  };

  beforeAll(async () => {
    root = await tempFolder();
    projects = join(root.path, 'projects');
    server = await startServer(projects);
    secret = server.cookie.slice(server.cookie.indexOf('=') + 1);
    const engine = await startTestEngine();
    project = join(root.path, 'Copied.understory');
    const made = await engine.newProject('Copied');
    await engine.worth('project.close', {});
    await writeFile(project, await readFile(made));
    await engine.close();
  });
  afterAll(async () => {
    expect(await server.stop()).toBe(0);
    await root.remove();
  });

  test('the first address trades its token for a cookie that scripts cannot read', async () => {
    const { pathname, search } = new URL(server.address);
    const answer = await ask({ path: pathname + search });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/u);
    // 256 bits, 6 to a character.
    expect(secret).toMatch(/^[\w-]{43}$/u);
    expect(search.slice('?token='.length)).toMatch(/^[\w-]{43}$/u);
    expect(search).not.toContain(secret);
  });

  test('a wrong token lets nobody in', async () => {
    const { search } = new URL(server.address);
    const almost = search.slice(0, -1) + (search.endsWith('A') ? 'B' : 'A');
    for (const given of [
      '',
      'x',
      almost.slice('?token='.length),
      secret,
      '%00',
      'x'.repeat(5000),
    ]) {
      const answer = await ask({ path: `/?token=${given}` });
      expect(answer.status).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  test('nothing is served without the cookie', async () => {
    const name = server.cookie.slice(0, server.cookie.indexOf('='));
    for (const cookie of ['', 'other=1', `${name}=`, `${name}=${secret.slice(1)}`, `x=${secret}`])
      for (const [method, path] of [
        ['GET', '/'],
        ['GET', '/assets/app.js'],
        ['GET', '/events'],
        ['GET', '/projects'],
        ['POST', '/call/project.state'],
        ['POST', '/files?name=a.txt'],
        ['POST', '/targets'],
        ['POST', '/projects'],
      ] as const) {
        const answer = await ask({ method, path, headers: cookie === '' ? {} : { cookie } });
        expect([path, answer.status]).toEqual([path, 401]);
        if (method === 'POST')
          expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'internal' } });
      }
  });

  test('a foreign Host is refused, so that no other name can be pointed here', async () => {
    const { port } = new URL(server.origin);
    for (const host of ['example.org', `example.org:${port}`, '127.0.0.1', `127.0.0.2:${port}`])
      expect((await callIn('project.state', { host })).status).toBe(403);
    expect((await callIn('project.state', { host: `localhost:${port}` })).status).toBe(200);
  });

  test('a foreign Origin is refused, with the cookie too', async () => {
    const { port } = new URL(server.origin);
    for (const origin of [
      'http://example.org',
      'null',
      `http://localhost:${port}`,
      `https://127.0.0.1:${port}`,
      'http://127.0.0.1:1',
    ])
      expect((await callIn('project.state', { origin })).status).toBe(403);
    for (const site of ['cross-site', 'same-site'])
      expect((await askIn({ path: '/projects', headers: { 'sec-fetch-site': site } })).status).toBe(
        403,
      );
    expect((await callIn('project.state', { origin: server.origin })).status).toBe(200);
  });

  test('no address leads out of the folder of the screens', async () => {
    for (const path of [
      '/../secret.txt',
      '/assets/../../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%5c..%5csecret.txt',
      `/${server.renderer}/index.html`,
      '//secret.txt',
      '/assets/',
      '/assets/app.js/',
      '/index.html%00',
    ]) {
      const answer = await askIn({ path });
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.body).not.toContain('outside');
    }
    expect((await askIn({ path: '/assets/app.js' })).headers['content-type']).toContain(
      'javascript',
    );
    expect((await askIn({ path: '/' })).body).toContain('<title>Understory</title>');
  });

  test('only the methods and addresses of the table are served', async () => {
    for (const [method, path] of [
      ['GET', '/call/project.state'],
      ['PUT', '/call/project.state'],
      ['DELETE', '/projects'],
      ['OPTIONS', '/call/project.state'],
      ['POST', '/'],
      ['POST', '/events'],
      ['POST', '/call/'],
      ['POST', '/call/a/b'],
      ['POST', '/targets/x'],
      ['GET', '/targets/x'],
      ['GET', '/files'],
      ['POST', '/__proto__'],
      ['POST', '/constructor'],
    ] as const)
      expect([method, path, (await askIn({ method, path })).status]).toEqual([method, path, 404]);
  });

  test('a body that is too large is refused before it is read', async () => {
    const large = await askIn({
      method: 'POST',
      path: '/call/codes.create',
      headers: { 'content-length': '60000001' },
      body: 'x'.repeat(60_000_001),
    });
    expect(large.status).toBe(413);
    expect(JSON.parse(large.body)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    const chunked = askIn({
      method: 'POST',
      path: '/targets',
      headers: { 'transfer-encoding': 'chunked' },
      body: 'x'.repeat(100_000),
    });
    expect((await chunked).status).toBe(413);
    expect((await callIn('project.state')).status).toBe(200);
  });

  test('every answer forbids scripts from elsewhere, framing, sniffing and caching', async () => {
    for (const answer of [
      await askIn({ path: '/' }),
      await callIn('project.state'),
      await ask({ path: '/' }),
      await ask({ path: '/', headers: { host: 'example.org' } }),
    ]) {
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-eval|https?:|\*/u);
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test('names that are given never become paths', async () => {
    const hostile = '../../../escaped.txt';
    const file = await upload(
      `/files?name=${encodeURIComponent(hostile)}&folder=${encodeURIComponent('../12 weeks')}`,
      'P01: Hello',
    );
    expect(file.value).toMatchObject({ name: hostile, folder: '../12 weeks' });
    for (const [name, becomes] of [
      ['../../escaped', '-..-escaped.understory'],
      ['C:\\temp\\x', 'C-temp-x.understory'],
      ['  ..  ', 'Project.understory'],
      ['NUL', '_NUL.understory'],
      ['Study.understory', 'Study.understory'],
      ['疼痛', '疼痛.understory'],
    ] as const) {
      const added = await upload('/projects', JSON.stringify({ name }));
      expect(added.value.name).toBe(becomes);
    }
    expect(await readdir(root.path)).toEqual(['Copied.understory', 'projects']);
    expect(await readdir(projects)).toEqual([]);
  });

  test('what was written is downloaded once, under its name, and gone', async () => {
    const name = `Codebook "é" 's\r\nX: 1.csv`;
    const { value } = await upload('/targets', JSON.stringify({ name }));
    expect((await askIn({ path: `/targets/${value.token}` })).status).toBe(404);
    await server.fetch('/call/project.create', {
      method: 'POST',
      body: JSON.stringify({ file: value.token, name: 'Stands in for a file' }),
    });
    await callIn('project.close');
    const answer = await askIn({ path: `/targets/${value.token}` });
    expect(answer.status).toBe(200);
    expect(answer.body.startsWith('SQLite format 3')).toBe(true);
    expect(answer.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''Codebook%20%22%C3%A9%22%20%27s%0D%0AX%3A%201.csv",
    );
    expect((await askIn({ path: `/targets/${value.token}` })).status).toBe(404);
    for (const body of ['', 'x', '{}', '{"name": 1}', '{"name": " "}', 'null'])
      expect((await upload('/targets', body)).status).toBe(400);
  });

  test('a project that was picked is copied in under a free name; anything else is not', async () => {
    const bytes = await readFile(project);
    const first = await upload('/projects/upload?name=Copied.understory', bytes);
    const second = await upload('/projects/upload?name=Copied.understory', bytes);
    expect([first.value.name, second.value.name]).toEqual([
      'Copied.understory',
      'Copied 2.understory',
    ]);
    const opened = await server.fetch('/call/project.open', {
      method: 'POST',
      body: JSON.stringify({ file: second.value.token }),
    });
    expect(await opened.json()).toMatchObject({
      ok: true,
      value: { fileName: 'Copied 2.understory' },
    });
    await callIn('project.close');
    const list = (await (await server.fetch('/projects')).json()) as readonly RecentProject[];
    expect(list.map(({ name }) => name).sort()).toEqual(['Copied', 'Copied 2']);
    expect(list[0]!.location).not.toMatch(/understory$/u);

    const refused = await upload('/projects/upload?name=Diary.understory', 'Dear diary, today I');
    expect(refused).toMatchObject({ status: 400, value: { error: { code: 'not-a-project' } } });
    expect((await readdir(projects)).sort()).toEqual(['Copied 2.understory', 'Copied.understory']);
  });

  test('what was uploaded is gone when the server has ended', async () => {
    const folder = join(root.path, 'other');
    await mkdir(folder);
    const other = await startServer(folder);
    const own = async (): Promise<readonly string[]> =>
      (await readdir(tmpdir())).filter((name) => name.startsWith(`understory-${other.processId}-`));
    await other.fetch('/files?name=P01.txt', { method: 'POST', body: 'P01: In confidence' });
    const [kept] = await own();
    expect(await readdir(join(tmpdir(), kept ?? ''))).toHaveLength(1);
    expect(await other.stop()).toBe(0);
    expect(await own()).toEqual([]);
  });

  test('what a killed server left behind is taken away by the next', async () => {
    const left = join(tmpdir(), 'understory-999999999-left');
    await mkdir(left);
    await writeFile(join(left, 'upload'), 'P01: In confidence');
    const folder = join(root.path, 'next');
    await mkdir(folder);
    await (await startServer(folder)).stop();
    expect(existsSync(left)).toBe(false);
  });
});
