import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** A file to import: its path as it was typed or found, and the folders that say something of it. */
export interface InputFile {
  readonly path: string;
  readonly folder: string;
}

const slashed = (path: string): string => path.split(sep).join('/');

const inFolder = async (folder: string): Promise<readonly InputFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !slashed(relative(folder, path))
          .split('/')
          .some((part) => part.startsWith('.')),
    );
  const name = basename(resolve(folder));
  return paths
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((path) => ({ path, folder: slashed(join(name, relative(folder, dirname(path)))) }));
};

/**
 * The files that were named, and all in the folders that were named, except hidden ones. One that
 * cannot be looked at is kept: importing it says why.
 */
export const findInputs = async (inputs: readonly string[]): Promise<readonly InputFile[]> => {
  const found = await Promise.all(
    inputs.map(async (path) => {
      const isFolder = await stat(path).then(
        (status) => status.isDirectory(),
        () => false,
      );
      if (isFolder) return inFolder(path);
      const near = dirname(path);
      const says = near !== '.' && !isAbsolute(near) && !near.startsWith('..');
      return [{ path, folder: says ? slashed(near) : '' }];
    }),
  );
  return found.flat();
};
