import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { listBackups, makeBackup } from '#electron/project/backup.ts';
import { checkProject } from '#electron/project/check.ts';
import { createProject, openProject } from '#electron/project/open.ts';
import type { Project } from '#electron/project/project.ts';
import { findRecord, updateRecord } from '#electron/project/records.ts';
import { getProjectRecord } from '#electron/project/study.ts';
import { nextRedo, nextUndo } from '#electron/project/undo.ts';
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

/** Where the copy goes that is made before a migration, when the record cannot be read yet. */
const migrationFolder = (dataFolder: string, path: string): string =>
  join(dataFolder, 'backups', createHash('sha256').update(path).digest('hex').slice(0, 32));

const open = async (context: SessionContext, path: string): Promise<ProjectState> => {
  if (context.isOpen && context.project.path === path) return stateOf(context.project);
  const project = await openProject(path, async (database) => {
    await makeBackup(database, migrationFolder(context.dataFolder, path));
  });
  context.use(project);
  return stateOf(project);
};

export const projectHandlers: Handlers<'project'> = {
  'project.create': (context, { file, name, coderName }) => {
    const project = createProject(context.files.find(file).path, name, coderName);
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
  'project.check': ({ project }) => checkProject(project),
  'project.backUp': ({ project, dataFolder, progress }) =>
    makeBackup(
      project.store.database,
      backupFolder(dataFolder, getProjectRecord(project.store)),
      (done, total) => progress(done, total, 'Copying the project'),
    ),
  'project.backups': ({ project, dataFolder }) =>
    listBackups(backupFolder(dataFolder, getProjectRecord(project.store))),
  'project.sample': async (context, { file }) => {
    await buildSample(context, file);
    return stateOf(context.project);
  },
};
