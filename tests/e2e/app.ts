import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

const cli = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));
// Built once for all tests of a run and copied for each: building takes two seconds.
const sampleFile = join(tmpdir(), `understory-e2e-sample-${process.ppid}.understory`);

const buildSample = (): string => {
  if (!existsSync(sampleFile)) {
    const own = `${sampleFile}.${process.pid}`;
    execFileSync(process.execPath, [cli, 'sample', own], { stdio: 'ignore' });
    // At once, since another worker may look for it just now.
    renameSync(own, sampleFile);
  }
  return sampleFile;
};

/** The app as a user meets it: the browser host on a project file of this test's own. */
export interface App {
  readonly page: Page;
  /** A folder of this test's own. */
  readonly folder: string;
  /** The address with its token, for another window. */
  readonly address: string;
  /** Fails unless axe finds nothing wrong on the screen as it is now. */
  expectAccessible(): Promise<void>;
  /** Makes a call of the contract as another window would, for preparing and checking. */
  call(method: string, input?: object): Promise<unknown>;
}

/** Waits until an area (else whichever there is) is shown with its keys, and nothing in it loads. */
export const loaded = async (page: Page, area?: string): Promise<void> => {
  const main = page.getByRole('main', area === undefined ? {} : { name: area, exact: true });
  await expect(main).toBeVisible();
  await expect(main.getByRole('status', { name: 'Loading' })).toHaveCount(0);
};

const start = async (
  file: string,
  folder: string,
): Promise<{ readonly child: ChildProcess; readonly address: string }> => {
  const child = spawn(
    process.execPath,
    [cli, 'serve', file, '--no-open', '--projects', join(folder, 'projects')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, UNDERSTORY_DATA: join(folder, 'data') },
    },
  );
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\S+/u.exec(line)?.[0];
    if (address !== undefined) return { child, address };
  }
  throw new Error('The browser host did not start');
};

/** What a test can choose: `sample` (the sample study), `new` (an empty project) or `none`. */
interface Options {
  readonly project: 'sample' | 'new' | 'none';
}

/** Playwright's test with the app. `test.use({ project: 'new' })` chooses another project. */
export const test = base.extend<Options & { app: App }>({
  project: ['sample', { option: true }],
  app: async ({ page, project }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'understory-e2e-'));
    const file = join(folder, 'study.understory');
    if (project === 'sample') copyFileSync(buildSample(), file);
    if (project === 'new') execFileSync(process.execPath, [cli, 'new', file], { stdio: 'ignore' });
    const { child, address } = await start(project === 'none' ? '-' : file, folder);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(address);
    await use({
      page,
      folder,
      address,
      expectAccessible: async () => {
        await expect(page.getByRole('main').getByRole('status', { name: 'Loading' })).toHaveCount(
          0,
        );
        // The app has no frames of another origin, for which axe would open a page of its own each
        // time; without it the same rules answer in a third of the time.
        const { violations } = await new AxeBuilder({ page })
          .setLegacyMode()
          .options({ resultTypes: ['violations'] })
          .analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
        ).toEqual([]);
      },
      call: (method, input = {}) =>
        page.evaluate(
          async ([name, body]) => {
            const response = await fetch(`/call/${name}`, { method: 'POST', body });
            const reply = (await response.json()) as { ok: boolean; value: unknown };
            if (!reply.ok) throw new Error(JSON.stringify(reply));
            return reply.value;
          },
          [method, JSON.stringify(input)] as const,
        ),
    });
    expect(problems, 'errors in the page').toEqual([]);
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
