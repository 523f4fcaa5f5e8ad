import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findBrowser, usualBrowserPaths } from '#electron/engine/find-browser.ts';

describe('findBrowser', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('takes the executable that CHROME_PATH names', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'understory-browser-'));
    const file = path.join(folder, 'my-chrome');
    writeFileSync(file, '');
    chmodSync(file, 0o755);
    vi.stubEnv('CHROME_PATH', file);
    expect(findBrowser()).toBe(file);
    rmSync(folder, { recursive: true });
    expect(findBrowser()).not.toBe(file);
  });
});

describe('usualBrowserPaths', () => {
  it('looks on the PATH first, then in the usual folders, Chrome before Edge on Linux', () => {
    const paths = usualBrowserPaths('linux', { PATH: '/home/a/bin:relative' });
    expect(paths[0]).toBe('/home/a/bin/google-chrome-stable');
    expect(paths).toContain('/usr/bin/chromium');
    expect(paths).toContain('/snap/bin/chromium');
    expect(paths.every((file) => file.startsWith('/'))).toBe(true);
    expect(paths.indexOf('/usr/bin/google-chrome')).toBeLessThan(
      paths.indexOf('/usr/bin/microsoft-edge'),
    );
  });

  it('looks in both Applications folders on macOS', () => {
    const paths = usualBrowserPaths('darwin', { HOME: '/Users/a' });
    expect(paths).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(paths).toContain('/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium');
  });

  it('looks in the program folders that Windows names', () => {
    const paths = usualBrowserPaths('win32', {
      PROGRAMFILES: String.raw`C:\Program Files`,
      LOCALAPPDATA: String.raw`C:\Users\a\AppData\Local`,
    });
    expect(paths[0]).toBe(String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`);
    expect(paths).toContain(String.raw`C:\Program Files\Microsoft\Edge\Application\msedge.exe`);
    expect(paths).toContain(String.raw`C:\Users\a\AppData\Local\Chromium\Application\chrome.exe`);
  });
});
