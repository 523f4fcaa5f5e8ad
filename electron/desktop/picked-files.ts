import { opendir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';

/** As many files as one import takes. */
const mostFiles = 5000;

/** A file on the disk, and the folders that may say which group or time point it belongs to. */
export interface FoundFile {
  readonly path: string;
  /** Folder names with '/' between them, beginning with the folder the file was picked from or in. */
  readonly folder: string;
}

const isHidden = (path: string): boolean => path.split(sep).some((part) => part.startsWith('.'));

/** The files in a folder and below, in the order people number them; links are not followed. */
const filesIn = async (folder: string, most: number): Promise<readonly FoundFile[]> => {
  const found: FoundFile[] = [];
  for await (const entry of await opendir(folder, { recursive: true })) {
    if (found.length >= most) break;
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || isHidden(relative(folder, path))) continue;
    const folders = relative(dirname(folder), dirname(path)).split(sep).join('/');
    found.push({ path, folder: folders });
  }
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return found.sort((a, b) => compare(a.path, b.path));
};

/**
 * The files among what a person picked or dropped: files as they are, folders as the files in them.
 * What cannot be read is left out; reading it later says why.
 */
export const gatherFiles = async (paths: readonly string[]): Promise<readonly FoundFile[]> => {
  const found: FoundFile[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (!isFolder) found.push({ path, folder: basename(dirname(path)) });
    else found.push(...(await filesIn(path, mostFiles - found.length).catch(() => [])));
    if (found.length >= mostFiles) break;
  }
  return found;
};
