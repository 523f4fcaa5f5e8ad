import { join } from 'node:path';
import { copyBackup, findBackups, listBackups, makeBackup } from '#electron/project/backup.ts';
import { checkProject } from '#electron/project/check.ts';
import { canonical } from '#electron/project/lock.ts';
import { createProject, openProject } from '#electron/project/open.ts';
import type { Project } from '#electron/project/project.ts';
import { findRecord, updateRecord } from '#electron/project/records.ts';
import { getProjectRecord } from '#electron/project/study.ts';
import { nextRedo, nextUndo } from '#electron/project/undo.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { ProjectState } from '#shared/contract/project.ts';
import type { Project as ProjectRecord } from '#shared/model/project.ts';
import type { Handlers, SessionContext } from './context.ts';
import { buildSample } from './sample.ts';
import { quoted } from './words.ts';

const nothingOpen: ProjectState = {
  project: null,
  fileName: null,
  coder: null,
  undo: null,
  redo: null,
};

const stateOf = (project: Project): ProjectState => {
  const { store, coderId, fileName } = project;
  return {
    project: getProjectRecord(store),
    fileName,
    coder: coderId === null ? null : (findRecord(store, 'coder', coderId) ?? null),
    undo: nextUndo(store)?.label ?? null,
    redo: nextRedo(store)?.label ?? null,
  };
};

/** Where the backups of a project are kept: by its id, which outlives renaming and moving the file. */
export const backupFolder = (dataFolder: string, record: Pick<ProjectRecord, 'id'>): string =>
  join(dataFolder, 'backups', record.id);

/** The backups of a file that perhaps cannot be opened, by where it is; those of the open project without one. */
const folderFor = (context: SessionContext, file: string | undefined): string | null => {
  const { dataFolder, files } = context;
  return file === undefined
    ? backupFolder(dataFolder, getProjectRecord(context.project.store))
    : findBackups(join(dataFolder, 'backups'), canonical(files.find(file).path));
};

const open = async (context: SessionContext, path: string): Promise<ProjectState> => {
  if (context.isOpen && context.project.path === canonical(path)) return stateOf(context.project);
  const { dataFolder, verifyCopy } = context;
  const project = await openProject(path, async ({ database, id }) => {
    await makeBackup(database, { folder: backupFolder(dataFolder, { id }), verify: verifyCopy });
  });
  context.use(project);
  return stateOf(project);
};

export const projectHandlers: Handlers<'project'> = {
  'project.create': (context, { file, coderName, ...study }) => {
    const project = createProject(context.files.find(file).path, study, coderName);
    context.use(project);
    return stateOf(project);
  },
  'project.open': (context, { file }) => open(context, context.files.find(file).path),
  'project.close': (context) => {
    context.use(null);
    return null;
  },
  'project.state': (context) => (context.isOpen ? stateOf(context.project) : nothingOpen),
  'project.rename': ({ project: { store }, label }, { name }) => {
    label(`Rename project to ${quoted(name)}`);
    updateRecord(store, 'project', { id: getProjectRecord(store).id, name });
    return getProjectRecord(store);
  },
  'project.declareApproach': ({ project: { store }, label }, { approach }) => {
    label(`Declare the study ${approach}`);
    updateRecord(store, 'project', { id: getProjectRecord(store).id, approach });
    return getProjectRecord(store);
  },
  'project.check': ({ project }) => checkProject(project),
  'project.backUp': ({ project, dataFolder, verifyCopy, signal, progress }) =>
    makeBackup(project.store.database, {
      folder: backupFolder(dataFolder, getProjectRecord(project.store)),
      verify: verifyCopy,
      signal,
      progress: (done, total) => progress(done, total, 'Copying the project'),
    }),
  'project.backups': ({ project, dataFolder }) =>
    listBackups(backupFolder(dataFolder, getProjectRecord(project.store))),
  'project.backupsOf': (context, { file }) => {
    const folder = folderFor(context, file);
    return folder === null ? [] : listBackups(folder);
  },
  'project.restoreBackup': async (context, { name, file, of }) => {
    const folder = folderFor(context, of);
    if (folder === null || !listBackups(folder).some((backup) => backup.name === name))
      throw new Failure('not-found', 'This backup is no longer kept.', { name });
    const { path } = context.files.find(file);
    copyBackup(join(folder, name), path);
    return open(context, path);
  },
  'project.sample': async (context, { file }) => {
    await buildSample(context, file);
    return stateOf(context.project);
  },
};
