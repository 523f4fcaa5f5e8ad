import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltDesktop, buildDesktop } from '#tests/helpers/electron-stand-in/build.ts';
import {
  findRealElectron,
  launchReal,
  type RealApp,
} from '#tests/helpers/electron-stand-in/real.ts';
import { type TempFolder, tempFolder } from '#tests/helpers/engine.ts';
import { desktop } from './desktop.ts';
import { hostSuite } from './suite.ts';

const found = findRealElectron();

if ('absent' in found)
  test.skip(`the desktop app was not run on Electron itself, because ${found.absent}`, () =>
    undefined);
else
  describe('on Electron itself', () => {
    let built: BuiltDesktop;
    beforeAll(async () => {
      built = await buildDesktop('empty');
    });
    afterAll(() => built.remove());

    hostSuite(desktop((folder) => launchReal(found.binary, { main: built.main, folder })));

    describe('a window', () => {
      let app: RealApp;
      let folder: TempFolder;
      beforeAll(async () => {
        folder = await tempFolder();
        app = await launchReal(found.binary, { main: built.main, folder: folder.path });
      });
      afterAll(async () => {
        await app.quit();
        await folder.remove();
      });

      test('has the bridge and nothing of Node', async () => {
        const [page] = await app.pages(1);
        const seen = await page!.evaluate(() => ({
          address: location.href,
          bridge: Object.keys((window as unknown as { understory: object }).understory).length,
          node: ['require', 'process', 'module'].filter((name) => name in window),
        }));
        expect(seen).toEqual({ address: 'app://understory/', bridge: 11, node: [] });
      });

      test('goes nowhere, opens nothing and reaches no other machine', async () => {
        const [page] = await app.pages(1);
        const seen = await page!.evaluate(async () => {
          location.href = 'https://example.com/';
          const opened = window.open('https://example.com/');
          const answer = await fetch('https://example.com/').then(
            () => 'reached',
            () => 'refused',
          );
          return { opened, answer };
        });
        expect(seen).toEqual({ opened: null, answer: 'refused' });
        expect(page!.url()).toBe('app://understory/');
        expect(app.electron.windows()).toHaveLength(1);
      });
    });
  });
