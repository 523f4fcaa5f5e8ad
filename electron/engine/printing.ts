import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Printer } from '#electron/handlers/context.ts';
import { Failure } from '#shared/contract/errors.ts';
import { findBrowser } from './find-browser.ts';

/** How long a page may take to be printed, in milliseconds. */
const timeLimit = 120_000;

const instead =
  'No file was written. Export the report as a web page, open that and print it to PDF instead.';

/** Chromium refuses to run as root with its sandbox, which happens in containers only. */
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

const flags = (folder: string): readonly string[] => [
  '--headless',
  `--user-data-dir=${join(folder, 'profile')}`,
  `--print-to-pdf=${join(folder, 'page.pdf')}`,
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
  '--no-first-run',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  ...(isRoot ? ['--no-sandbox'] : []),
  pathToFileURL(join(folder, 'page.html')).href,
];

const runBrowser = (browser: string, folder: string, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(browser, flags(folder), {
      stdio: 'ignore',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeLimit)]),
    });
    child.once('error', reject);
    child.once('exit', () => resolve());
  });

/**
 * Prints with an installed Chrome, Chromium or Edge, without a window: for the hosts that have no
 * Chromium of their own. `find` answers the executable.
 */
export const createPrinter = (find: () => string | undefined = findBrowser): Printer => ({
  print: async (page, signal) => {
    const browser = find();
    if (browser === undefined)
      throw new Failure(
        'export-refused',
        `A PDF is made with Chrome, Chromium or Edge, and none of them was found. ${instead}`,
      );
    const folder = await mkdtemp(join(tmpdir(), `understory-${process.pid}-`));
    try {
      await writeFile(join(folder, 'page.html'), page);
      await runBrowser(browser, folder, signal);
      return await readFile(join(folder, 'page.pdf'));
    } catch (thrown) {
      if (signal.aborted) throw new Failure('cancelled');
      throw new Failure(
        'export-refused',
        `${browser} did not make the PDF. ${instead}`,
        thrown instanceof Error ? thrown.message : String(thrown),
      );
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    }
  },
});
