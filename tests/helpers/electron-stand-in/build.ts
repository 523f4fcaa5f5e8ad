import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveConfig } from 'electron-vite';
import { build } from 'vite';
import { type TempFolder, tempFolder } from '#tests/helpers/engine.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A page that does nothing by itself: tests of the host need no more. */
const emptyPage =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Understory</title>' +
  '<link rel="icon" href="data:,"></head><body><h1>Understory</h1></body></html>';

/** The desktop app as it is packaged, in a folder of its own. */
export interface BuiltDesktop {
  /** The main process. */
  readonly main: string;
  /** Where the page lies. */
  readonly renderer: string;
  remove(): Promise<void>;
}

const buildInto = async (
  folder: TempFolder,
  targets: readonly ('main' | 'preload' | 'renderer')[],
) => {
  const outDir = join(folder.path, 'out');
  const configFile = join(root, '.config', 'electron.vite.config.ts');
  const { config } = await resolveConfig(
    { root, configFile, logLevel: 'error', build: { outDir } },
    'build',
    'production',
  );
  for (const target of targets) {
    const targetConfig = config?.[target];
    if (targetConfig === undefined) throw new Error(`There is no build of the ${target}`);
    await build(targetConfig);
  }
  return outDir;
};

/**
 * Builds main process and preload script as `npm run build` does, and the page too where it is
 * asked for; an empty page otherwise.
 */
export const buildDesktop = async (page: 'empty' | 'real'): Promise<BuiltDesktop> => {
  const folder = await tempFolder();
  for (const name of ['node_modules', 'resources', 'package.json'])
    await symlink(join(root, name), join(folder.path, name));
  const outDir = await buildInto(
    folder,
    page === 'real' ? ['main', 'preload', 'renderer'] : ['main', 'preload'],
  );
  const renderer = join(outDir, 'renderer');
  if (page === 'empty') {
    await mkdir(renderer, { recursive: true });
    await writeFile(join(renderer, 'index.html'), emptyPage);
  }
  return { main: join(outDir, 'main', 'main.js'), renderer, remove: folder.remove };
};
