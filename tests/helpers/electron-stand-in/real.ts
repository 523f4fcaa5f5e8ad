import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import type { DesktopApp } from '#tests/hosts/desktop.ts';
import { until } from './launch.ts';

const binaryIn = (folder: string): string | null => {
  const name = join(folder, 'path.txt');
  if (!existsSync(name)) return null;
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const binary = join(dist, readFileSync(name, 'utf8'));
  return existsSync(binary) ? binary : null;
};

/** Electron's binary, where it has been fetched; otherwise why it cannot be run. */
export const findRealElectron = (): { readonly binary: string } | { readonly absent: string } => {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const binary = binaryIn(folder);
  if (binary === null) return { absent: 'its binary is absent' };
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'linux' && DISPLAY === undefined && WAYLAND_DISPLAY === undefined
    ? { absent: 'there is no display' }
    : { binary };
};

/** The app on Electron itself, with what Playwright offers of it. */
export interface RealApp extends DesktopApp {
  readonly electron: ElectronApplication;
}

/** Starts the built app on Electron itself. */
export const launchReal = async (
  executablePath: string,
  { main, folder }: { readonly main: string; readonly folder: string },
): Promise<RealApp> => {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const electron = await _electron.launch({
    executablePath,
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'user-data')}`,
      resolve(dirname(main), '..', '..'),
    ],
  });
  return {
    electron,
    evaluate: (work, input) =>
      electron.evaluate(work as (given: unknown, value: unknown) => unknown, input),
    pages: (count) =>
      until(async () => {
        const pages = electron.windows();
        for (const page of pages) await page.waitForLoadState();
        return pages.length === count && pages;
      }),
    quit: async () => {
      const closed = electron.waitForEvent('close');
      await electron.evaluate(({ app }) => app.quit());
      await closed;
    },
  };
};
