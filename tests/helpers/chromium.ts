import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from '#electron/engine/find-browser.ts';

const isRoot = process.getuid?.() === 0;

const playwrightsOwn = (): string | undefined => {
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
};

const installWithApt = (): string | undefined => {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return undefined;
  process.stderr.write('No Chromium found: installing the package "chromium".\n');
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    return undefined;
  }
  return findBrowser();
};

/**
 * The executable of a Chromium for browser tests: an installed one, else Playwright's, else, on
 * Debian and Ubuntu as root, the package `chromium`, installed now.
 *
 * @throws when there is none, saying what to do.
 */
export const findChromium = (): string => {
  const found = findBrowser() ?? playwrightsOwn() ?? installWithApt();
  if (found !== undefined) return found;
  throw new Error(
    'Browser tests need a Chromium and none was found. Install Chrome, Chromium or Edge, or run ' +
      '"npx playwright install chromium", or set CHROME_PATH to the executable.',
  );
};

/** Launch flags for tests: nothing leaves the machine, and root can start it. */
export const chromiumFlags: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(isRoot ? ['--no-sandbox'] : []),
];
