import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from '#tests/helpers/chromium.ts';

const path = (relative: string): string =>
  fileURLToPath(new URL(`../${relative}`, import.meta.url));

export default defineConfig({
  testDir: path('tests/e2e'),
  outputDir: path('test-results'),
  forbidOnly: process.env['CI'] !== undefined,
  fullyParallel: true,
  workers: 2,
  // A slow shared machine can miss a deadline; what passes only the second time is listed as flaky.
  retries: process.env['CI'] === undefined ? 0 : 2,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findChromium(), args: [...chromiumFlags] },
  },
});
