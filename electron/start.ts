import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowserHost } from '#electron/browser/host.ts';
import { show } from '#electron/browser/show.ts';
import { hasDisplay } from '#electron/browser/window.ts';

/*
 * `npm start`: the app on Electron where its binary is there or can be fetched, else the same app
 * in an app window of the installed browser.
 */

const usage = `npm start -- [FILE] [--browser] [--no-open] [--port N] [--projects FOLDER]

FILE         the project to open (default: the sample study)
--browser    open in the installed Chrome, Chromium or Edge, even where Electron is there
--no-open    start the browser host and only print its address
--port N     the port of the browser host on 127.0.0.1 (default: any free one)
--projects   the folder for projects in the browser host (default: Understory in Documents)
`;

/** Fetching takes minutes on a slow line; a line that is not there fails within seconds. */
const longestFetch = 15 * 60_000;
/** Milliseconds. */
const troubleWithin = 10_000;

const electronFolder = (): string | null => {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
};

const binaryIn = (folder: string): string | null => {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const binary = join(dist, readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
};

/** The path of Electron's binary, fetched where it is not there yet; null where it cannot be. */
const findElectron = (): string | null => {
  const folder = electronFolder();
  if (folder === null) return null;
  const there = binaryIn(folder);
  if (there !== null) return there;
  process.stderr.write('Fetching Electron, about 120 MB, for the first start.\n');
  // Without a terminal's input nothing can ask; its complaints are replaced by one sentence.
  spawnSync(process.execPath, [join(folder, 'install.js')], {
    stdio: ['ignore', 'inherit', 'ignore'],
    timeout: longestFetch,
  });
  return binaryIn(folder);
};

/**
 * Runs Electron until its window is closed. False where it ended in trouble within seconds, as it
 * does on systems that deny it its sandbox: the person has then seen nothing.
 */
const runDesktop = (binary: string, file: string | undefined): Promise<boolean> => {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const root = resolve(import.meta.dirname, '..');
  const args = [root, ...(isRoot ? ['--no-sandbox'] : []), file ?? '--sample'];
  const started = Date.now();
  const child = spawn(binary, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.once('error', () => done(false));
    child.once('exit', (code) => done(code === 0 || Date.now() - started > troubleWithin));
  });
};

interface Wanted {
  readonly file: string | undefined;
  readonly open: boolean;
  readonly port: number;
  readonly projects: string | undefined;
}

const runBrowser = async ({ file, open, port, projects }: Wanted): Promise<void> => {
  const server = await startBrowserHost({
    open: file === undefined ? 'sample' : { file },
    port,
    projects,
  });
  await show(server, {
    open,
    tell: (address, opened) => {
      process.stdout.write(`${address}\n`);
      process.stderr.write(
        opened
          ? 'Understory is open in a window. Close it or press Ctrl+C to stop.\n'
          : 'Open this address in Chrome, Chromium or Edge on this computer. Ctrl+C stops.\n',
      );
    },
  });
};

const readArguments = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        browser: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        projects: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : ''}\n\n${usage}`);
    process.exit(2);
  }
};

const main = async (): Promise<void> => {
  const { positionals, values } = readArguments();
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  // npm runs scripts in the folder of the package; paths are meant from where the person is.
  const here = process.env.INIT_CWD ?? process.cwd();
  const file = positionals[0] === undefined ? undefined : resolve(here, positionals[0]);
  if (!values.browser && !values['no-open'] && hasDisplay()) {
    const binary = findElectron();
    if (binary !== null && (await runDesktop(binary, file))) return;
    process.stderr.write(
      `Electron ${binary === null ? 'could not be fetched' : 'did not start'}, so Understory opens in the browser of this computer.\n`,
    );
  }
  await runBrowser({
    file,
    open: !values['no-open'],
    port: Number(values.port),
    projects: values.projects,
  });
};

try {
  await main();
  process.exit(0);
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exit(1);
}
