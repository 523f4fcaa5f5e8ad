import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from '#tests/helpers/chromium.ts';
import { readSettings } from './settings.ts';

// Found on the real system, before the app is told of another.
const executablePath = findChromium();

let context: Promise<BrowserContext> | null = null;

/** The folder with Chromium's profile, where it also writes the port that tests reach it on. */
export const profileFolder = (userData: string): string => join(userData, 'chromium');

/** The one Chromium behind all windows, started when first asked for. */
export const browser = (): Promise<BrowserContext> => {
  context ??= chromium.launchPersistentContext(profileFolder(readSettings().userData), {
    executablePath,
    args: [...chromiumFlags, '--remote-debugging-port=0'],
    acceptDownloads: true,
  });
  return context;
};
