import { basename, extname } from 'node:path';
import { dialog, type FileFilter as NativeFilter } from 'electron';
import type { FileFilter, PickedFile } from '#shared/contract/platform.ts';
import { gatherFiles } from './picked-files.ts';
import { allWindows, canonicalPath, offerProject, type ProjectWindow } from './project-window.ts';
import { showProject } from './show-project.ts';

const projectExtension = 'understory';
const projectFilter: NativeFilter = {
  name: 'Understory projects',
  extensions: [projectExtension],
};

/** A name that is a file's name on every system, whatever the project is called. */
const fileName = (suggested: string): string =>
  suggested.replace(/[\s\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/^[. ]+|[. ]+$/gu, '') || 'Untitled';

/** Offers files, and the files in folders, to the window's engine. */
export const takePaths = async (
  { engine }: ProjectWindow,
  paths: readonly string[],
): Promise<readonly PickedFile[]> =>
  Promise.all(
    (await gatherFiles(paths)).map(async ({ path, folder }) => ({
      token: await engine.offer(path),
      name: basename(path),
      folder,
    })),
  );

/** Asks for files to read. On macOS the same dialog takes folders. */
export const pickFiles = async (
  owner: ProjectWindow,
  filter: FileFilter,
): Promise<readonly PickedFile[]> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(owner.frame, {
    properties: [
      'openFile',
      'multiSelections',
      ...(process.platform === 'darwin' ? (['openDirectory'] as const) : []),
    ],
    filters: [
      { name: filter.name, extensions: [...filter.extensions] },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  return canceled ? [] : takePaths(owner, filePaths);
};

/** Asks where to write a file; the system asks before an old one is replaced. */
export const pickTarget = async (
  { frame, engine }: ProjectWindow,
  suggestedName: string,
): Promise<PickedFile | null> => {
  const { canceled, filePath } = await dialog.showSaveDialog(frame, {
    defaultPath: fileName(suggestedName),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || filePath === '') return null;
  return { token: await engine.offer(filePath), name: basename(filePath), folder: '' };
};

/** Asks for a project; null also when it is, or comes, in another window. */
export const pickProject = async (owner: ProjectWindow): Promise<PickedFile | null> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(owner.frame, {
    properties: ['openFile'],
    filters: [projectFilter],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) return null;
  const canonical = canonicalPath(path);
  const isElsewhere = allWindows().some((other) => other !== owner && other.asked === canonical);
  if (owner.shown !== null || isElsewhere) {
    await showProject(path);
    return null;
  }
  return { token: await offerProject(owner, path), name: basename(path), folder: '' };
};

/** Asks where a new project goes. The engine refuses a file that is there already. */
export const pickNewProject = async (
  owner: ProjectWindow,
  suggestedName: string,
): Promise<PickedFile | null> => {
  const { canceled, filePath } = await dialog.showSaveDialog(owner.frame, {
    defaultPath: `${fileName(suggestedName)}.${projectExtension}`,
    filters: [projectFilter],
    properties: ['createDirectory'],
  });
  if (canceled || filePath === '') return null;
  const path =
    extname(filePath).toLowerCase() === `.${projectExtension}`
      ? filePath
      : `${filePath}.${projectExtension}`;
  return { token: await offerProject(owner, path), name: basename(path), folder: '' };
};
