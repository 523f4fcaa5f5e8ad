import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltDesktop, buildDesktop } from '#tests/helpers/electron-stand-in/build.ts';
import { launchStandIn, type StandInApp } from '#tests/helpers/electron-stand-in/launch.ts';
import { wirePath } from '#tests/helpers/electron-stand-in/page-script.ts';
import { type TempFolder, tempFolder } from '#tests/helpers/engine.ts';
import type { DesktopWindow } from './desktop.ts';
import { eventually } from './desktop-fixture.ts';

const bridgeKeys = [
  'listen',
  'onCommand',
  'pickFiles',
  'pickNewProject',
  'pickProject',
  'pickTarget',
  'postText',
  'recentProjects',
  'setMenu',
  'setTitle',
  'takeFiles',
];

const own = 'app://understory/';

describe('the desktop app trusts no page but its own', () => {
  let built: BuiltDesktop;
  let folder: TempFolder;
  let app: StandInApp;
  let page: Page;

  beforeAll(async () => {
    built = await buildDesktop('empty');
    folder = await tempFolder();
    await writeFile(join(built.renderer, 'other.html'), '<!doctype html><title>Other</title>');
    await writeFile(join(built.renderer, '..', 'secret.txt'), 'secret');
    app = launchStandIn({ main: built.main, folder: folder.path });
    page = (await app.pages(1))[0]!;
  });
  afterAll(async () => {
    await app.quit();
    await folder.remove();
    await built.remove();
  });

  test('windows are sandboxed and isolated, without Node', async () => {
    const seen = await app.evaluate(({ app: electronApp, BrowserWindow, protocol }) => ({
      sandboxed: electronApp.sandboxed,
      preferences: BrowserWindow.getAllWindows().map(({ options }) => options.webPreferences),
      resolver: electronApp.switches.get('host-resolver-rules'),
      schemes: protocol.privileged,
      rtc: BrowserWindow.getAllWindows().map(({ webContents }) => webContents.webRtcPolicy),
    }));
    expect(seen.sandboxed).toBe(true);
    expect(seen.preferences).toEqual([
      {
        preload: join(built.main, '../../preload/preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: true,
        devTools: true,
      },
    ]);
    expect(seen.resolver).toBe('MAP * ~NOTFOUND');
    expect(seen.rtc).toEqual(['disable_non_proxied_udp']);
    expect(seen.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  test('a page gets the bridge, which it cannot change, and nothing else', async () => {
    const seen = await page.evaluate(() => {
      const here = window as unknown as DesktopWindow;
      const bridge = here.understory as unknown as Record<string, unknown>;
      const change = (work: () => void): boolean => {
        try {
          work();
          return true;
        } catch {
          return false;
        }
      };
      return {
        keys: Object.keys(bridge).sort(),
        kinds: [...new Set(Object.values(bridge).map((value) => typeof value))],
        changed: [
          change(() => {
            'use strict';
            bridge['postText'] = null;
          }),
          change(() => {
            'use strict';
            Object.assign(window, { understory: null });
          }),
        ],
        node: [
          'require',
          'process',
          'module',
          'electron',
          'ipcRenderer',
          'Buffer',
          'global',
        ].filter((name) => name in window),
      };
    });
    expect(seen).toEqual({
      keys: bridgeKeys,
      kinds: ['function'],
      changed: [false, false],
      node: [],
    });
  });

  test('the page is served with a policy that runs its own scripts only', async () => {
    const headers = await page.evaluate(async () => Object.fromEntries((await fetch('/')).headers));
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy.match(/unsafe-inline/gu)).toHaveLength(1);
    expect(headers['x-content-type-options']).toBe('nosniff');
    const ran = await page.evaluate(async () => {
      const here = window as unknown as { ran?: string[] };
      here.ran = [];
      const script = document.createElement('script');
      script.textContent = "window.ran.push('inline')";
      document.head.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', "window.ran.push('attribute')");
      image.src = 'data:,';
      document.body.append(image);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return here.ran;
    });
    expect(ran).toEqual([]);
  });

  test('the page is served its own files and no others', async () => {
    const status = (path: string, method = 'GET'): Promise<number> =>
      page.evaluate(async ([address, verb]) => (await fetch(address, { method: verb })).status, [
        path,
        method,
      ] as const);
    expect(await status('/')).toBe(200);
    expect(await status('/index.html')).toBe(200);
    expect(await status('/other.html?x=1')).toBe(200);
    for (const path of [
      '/nothing.html',
      '/..%2fsecret.txt',
      '/%2e%2e%2fsecret.txt',
      '/x/..%2f..%2fsecret.txt',
      '/..%5csecret.txt',
      '/%2e%2e%2fmain%2fmain.js',
      '/%00',
      '/%',
      '/.',
    ])
      expect([path, await status(path)]).toEqual([path, path === '/.' ? 200 : 404]);
    expect(await status('/index.html', 'POST')).toBe(404);
    const elsewhere = await app.evaluate(async ({ protocol }) => {
      const response = await protocol.handlers.get('app')?.(new Request('app://other/index.html'));
      return response?.status;
    });
    expect(elsewhere).toBe(404);
  });

  test('the page leads nowhere else', async () => {
    const attempts = [
      (): void => {
        location.href = 'https://example.com/';
      },
      (): void => {
        location.assign('/other.html');
      },
      (): void => {
        const link = document.createElement('a');
        link.href = 'https://example.com/link';
        document.body.append(link);
        link.click();
      },
    ];
    const navigations = () =>
      app.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.navigations ?? [],
      );
    for (const [index, attempt] of attempts.entries()) {
      await page.evaluate(attempt);
      await eventually(async () => (await navigations()).length).toBe(index + 1);
      expect(page.url()).toBe('https://understory.app.stand-in.test/');
      expect(await page.evaluate(() => 'understory' in window)).toBe(true);
    }
    expect(await navigations()).toEqual([
      { url: 'https://example.com/', allowed: false },
      { url: 'app://understory/other.html', allowed: false },
      { url: 'https://example.com/link', allowed: false },
    ]);
    // A form is stopped by the policy before it is a navigation.
    await page.evaluate(() => {
      const form = document.createElement('form');
      form.action = 'https://example.com/form';
      document.body.append(form);
      form.submit();
    });
    await page.evaluate(() => history.pushState({}, '', '#/library'));
    expect(page.url()).toMatch(/#\/library$/u);
    expect(await navigations()).toHaveLength(3);
    expect(await page.evaluate(() => 'understory' in window)).toBe(true);
  });

  test('no window is opened, and none attached', async () => {
    await page.evaluate(() => {
      window.open('https://example.com/opened');
      const link = document.createElement('a');
      link.href = '/other.html';
      link.target = '_blank';
      document.body.append(link);
      link.click();
    });
    const opened = () =>
      app.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.opened ?? [],
      );
    await eventually(async () => (await opened()).map(({ action }) => action)).toEqual([
      'deny',
      'deny',
    ]);
    await eventually(
      () =>
        page
          .context()
          .pages()
          .filter((one) => !one.isClosed() && one.url().includes('app.stand-in')).length,
    ).toBe(1);
    const refused = await app.evaluate(({ BrowserWindow, session }) => {
      let count = 0;
      const event = { preventDefault: () => (count += 1) };
      BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', event, {}, {});
      session.defaultSession.emit('will-download', event, {}, {});
      return count;
    });
    expect(refused).toBe(2);
  });

  test('nothing is asked of any other machine', async () => {
    const reached = await page.evaluate(async () => {
      const addresses = ['https://example.com/', 'http://127.0.0.1:1/', 'file:///etc/hosts'];
      const answers = await Promise.allSettled(addresses.map((address) => fetch(address)));
      return answers.filter(({ status }) => status === 'fulfilled').length;
    });
    expect(reached).toBe(0);
    const cancelled = await app.evaluate(
      async ({ session }, addresses) => {
        const answers: boolean[] = [];
        for (const address of addresses)
          answers.push(await session.defaultSession.cancels(address));
        return { answers, leaked: session.defaultSession.leaked };
      },
      [
        'https://example.com/',
        'http://localhost/',
        'ws://localhost/',
        'ftp://example.com/',
        'file:///etc/hosts',
        'app://other/',
        'https://example.com/?app://understory/',
        'app://understory/assets/x.js',
        'blob:app://understory/1',
        'data:,x',
        'devtools://devtools/bundled/x.js',
      ],
    );
    expect(cancelled.answers).toEqual([
      ...Array.from({ length: 7 }, () => true),
      ...Array.from({ length: 4 }, () => false),
    ]);
    expect(cancelled.leaked).toEqual([]);
  });

  test('permissions are denied', async () => {
    const permitted = await app.evaluate(async ({ session }, ownPage) => {
      const { defaultSession } = session;
      const given: string[] = [];
      for (const permission of [
        'media',
        'geolocation',
        'notifications',
        'clipboard-read',
        'clipboard-sanitized-write',
        'fullscreen',
        'openExternal',
        'fileSystem',
        'display-capture',
        'midi',
        'local-fonts',
        'unknown',
      ])
        for (const url of [ownPage, 'https://example.com/'])
          if (await defaultSession.permits(permission, url)) given.push(`${permission} ${url}`);
      return { given, device: defaultSession.permitsDevice() };
    }, own);
    expect(permitted).toEqual({ given: [], device: false });
  });

  test('a message from anyone else is refused, whatever it asks', async () => {
    const answers = await app.evaluate(
      async ({ BrowserWindow, ipcMain }, [ownPage, channels]) => {
        const [window] = BrowserWindow.getAllWindows();
        const contents = window!.webContents;
        const top = { url: ownPage, parent: null };
        const stranger = Object.create(contents) as typeof contents;
        const senders = [
          [contents, null],
          [contents, { url: 'https://example.com/', parent: null }],
          [contents, { url: 'file:///index.html', parent: null }],
          [contents, { url: 'app://understory.example.com/', parent: null }],
          [contents, { url: 'app://understory/other.html', parent: null }],
          [contents, { url: '', parent: null }],
          [contents, { url: ownPage, parent: top }],
          [stranger, top],
        ] as const;
        const heard: string[] = [];
        for (const [index, sender] of senders.entries())
          for (const channel of channels)
            await ipcMain.carry(sender, channel, ['project.state', '{}']).then(
              () => heard.push(`${index} ${channel} was answered`),
              (error: unknown) => String(error).includes('Refused') || heard.push(String(error)),
            );
        const answered = await ipcMain.carry([contents, top], 'postText', ['project.state', '{}']);
        return { heard, answered };
      },
      [own, bridgeKeys.filter((key) => key !== 'listen' && key !== 'onCommand')] as const,
    );
    expect(answers.heard).toEqual([]);
    expect(answers.answered).toContain('"ok":true');
  });

  test('a frame inside the page has no bridge and no voice', async () => {
    const inner = await page.evaluate(async (path) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const realm = frame.contentWindow!;
      const invoke = { type: 'invoke', channel: 'postText', input: ['project.state', '{}'] };
      const answer = await (realm as typeof window)
        .fetch(new URL(path, location.href), { method: 'POST', body: JSON.stringify(invoke) })
        .then((response) => response.text());
      return { bridge: 'understory' in realm, answer };
    }, wirePath);
    expect(inner.bridge).toBe(false);
    expect(inner.answer).toContain('Refused');
  });

  test('what a page sends is checked', async () => {
    const refused = await page.evaluate(async () => {
      const bridge = (window as unknown as DesktopWindow).understory;
      const wrong = bridge as unknown as Record<string, (...input: unknown[]) => Promise<unknown>>;
      const results = await Promise.allSettled([
        wrong['postText']?.(1, 2),
        wrong['postText']?.('project.state'),
        wrong['pickFiles']?.('txt'),
        wrong['pickTarget']?.({}),
        wrong['takeFiles']?.([{ path: '/etc/hosts' }]),
        Promise.resolve().then(() => wrong['takeFiles']?.(['/etc/hosts'])),
      ]);
      return results.map(({ status }) => status);
    });
    expect(refused).toEqual(Array.from({ length: 6 }, () => 'rejected'));
    expect(app.errors()).toBe('');
  });
});
