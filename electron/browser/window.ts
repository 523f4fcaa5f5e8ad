import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '#electron/engine/find-browser.ts';

/** Whether a window can be shown at all. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' ||
  process.env.DISPLAY !== undefined ||
  process.env.WAYLAND_DISPLAY !== undefined;

/** A window of its own, without tabs or an address. */
export interface AppWindow {
  /** Resolves when the person has closed it. */
  readonly closed: Promise<void>;
  close(): void;
}

/**
 * Opens an address as an app window in the installed Chrome, Chromium or Edge, with a profile that
 * is gone afterwards. Answers null where there is no such browser or no display.
 */
export const openWindow = async (address: string): Promise<AppWindow | null> => {
  const browser = findBrowser();
  if (browser === undefined || !hasDisplay()) return null;
  const profile = await mkdtemp(join(tmpdir(), `understory-${process.pid}-`));
  // Chromium refuses to run as root with its sandbox, which happens in containers only.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const child = spawn(
    browser,
    [
      `--app=${address}`,
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    closed: ended.then(() => rm(profile, { recursive: true, force: true, maxRetries: 10 })),
    close: () => child.kill(),
  };
};
