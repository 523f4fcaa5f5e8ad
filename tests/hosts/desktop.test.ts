import { afterAll, beforeAll } from 'vitest';
import { type BuiltDesktop, buildDesktop } from '#tests/helpers/electron-stand-in/build.ts';
import { launchStandIn } from '#tests/helpers/electron-stand-in/launch.ts';
import { desktop } from './desktop.ts';
import { hostSuite } from './suite.ts';

let built: BuiltDesktop;
beforeAll(async () => {
  built = await buildDesktop('empty');
});
afterAll(() => built.remove());

hostSuite(desktop((folder) => Promise.resolve(launchStandIn({ main: built.main, folder }))));
