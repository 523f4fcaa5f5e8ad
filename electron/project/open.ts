import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { Failure } from '#shared/contract/errors.ts';
import { firstGroups } from '#shared/model/group.ts';
import type { Project as ProjectRecord } from '#shared/model/project.ts';
import { firstTimePoints } from '#shared/model/time-point.ts';
import { defineRecordingFunctions } from './changes.ts';
import { lastCoder } from './coders.ts';
import { toFailure } from './errors.ts';
import { isOpenHere, likelyHolder, removeHolder, writeHolder } from './lock.ts';
import { applicationId, migrate, versionOf } from './migrate.ts';
import { currentVersion } from './migrations/index.ts';
import { Project } from './project.ts';
import { insertRecord } from './records.ts';
import { type Kept, keepBeforeRecovery } from './recovery.ts';
import { Store } from './store.ts';
import { getProjectRecord } from './study.ts';

const headerBytes = 100;
const magic = 'SQLite format 3\0';

const refuseNewer = (version: number): void => {
  if (version > currentVersion)
    throw new Failure('project-newer', undefined, { version, understands: currentVersion });
};

/** Looks at a file's header without opening the database, so that nothing is written to a file we refuse. */
const inspect = (path: string): void => {
  if (!statSync(path).isFile()) throw new Failure('not-a-project');
  const handle = openSync(path, 'r');
  try {
    const header = Buffer.alloc(headerBytes);
    const read = readSync(handle, header, 0, headerBytes, 0);
    if (read < headerBytes || header.toString('latin1', 0, magic.length) !== magic)
      throw new Failure('not-a-project');
    if (header.readUInt32BE(68) !== applicationId) throw new Failure('not-a-project');
    refuseNewer(header.readUInt32BE(60));
    const rawPageSize = header.readUInt16BE(16);
    const pageSize = rawPageSize === 1 ? 65_536 : rawPageSize;
    const pages = header.readUInt32BE(28);
    if (pages > 0 && fstatSync(handle).size < pages * pageSize && !existsSync(`${path}-wal`))
      throw new Failure('project-damaged', undefined, 'The file is shorter than it says');
  } finally {
    closeSync(handle);
  }
};

const lockedFailure = (path: string): Failure => {
  const holder = likelyHolder(path);
  if (holder === null) return new Failure('project-locked');
  const since = new Date(holder.since).toLocaleString('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return new Failure(
    'project-locked',
    `This project is open already: ${holder.person} on ${holder.computer} has had it open since ${since}. Close it there, then open it again. Nothing was changed.`,
    { ...holder },
  );
};

// Some 1.5 ms a megabyte. After a crash the indexes are compared with the tables as well (6 ms).
const refuseDamaged = (database: Database.Database, afterCrash: boolean): void => {
  const verdict: unknown = database.pragma(afterCrash ? 'integrity_check(1)' : 'quick_check(1)', {
    simple: true,
  });
  if (verdict !== 'ok') throw new Failure('project-damaged', undefined, String(verdict));
};

const mismatch = (path: string): Failure => {
  const log = `${basename(path)}-wal`;
  return new Failure(
    'project-damaged',
    `This project was not closed properly, and what was left beside it (${log}) does not go together with it. Both were left untouched. Move ${log} to another folder and open the project again, or restore the latest backup.`,
  );
};

// What is beside the file in the log is not seen by whoever reads the header: the application, the
// version. So the log is folded in before anybody relies on a file that was created or migrated.
const foldIn = (database: Database.Database): void => {
  database.pragma('wal_checkpoint(TRUNCATE)');
};

const connect = (path: string): Database.Database => {
  const database = new Database(path, { timeout: 300 });
  try {
    // Exclusive before WAL: the log then needs no shared memory, which network drives lack.
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('cache_size = -65536');
    database.pragma('temp_store = MEMORY');
    database.exec('BEGIN IMMEDIATE; COMMIT');
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
};

const assemble = (database: Database.Database, path: string): Project => {
  const project = new Project(new Store(database), path, () => removeHolder(path));
  defineRecordingFunctions(database, () => project.currentSet);
  return project;
};

/** A project that is about to be brought to the current version. */
export interface OlderProject {
  readonly database: Database.Database;
  readonly id: string;
}

/**
 * Opens a project file and takes its lock. `beforeMigration` is called, and must have made a
 * verified backup, before an older file is brought to the current version.
 * Throws a Failure: file-missing, not-a-project, project-newer, project-damaged, project-locked,
 * project-read-only, disk-full; the file is then as it was.
 */
export const openProject = async (
  given: string,
  beforeMigration: (older: OlderProject) => Promise<void>,
): Promise<Project> => {
  let path = given;
  let database: Database.Database | null = null;
  let kept: Kept | null = null;
  try {
    path = realpathSync.native(given);
    if (isOpenHere(path)) throw new Failure('project-locked');
    inspect(path);
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    // A log that somebody writes just now is no crash's.
    if (likelyHolder(path) === null) kept = keepBeforeRecovery(path);
    database = connect(path);
    refuseNewer(versionOf(database));
    refuseDamaged(database, kept !== null);
    kept?.drop();
    kept = null;
    const project = assemble(database, path);
    if (versionOf(database) < currentVersion) {
      await beforeMigration({ database, id: getProjectRecord(project.store).id });
      migrate(database);
      foldIn(database);
    }
    getProjectRecord(project.store);
    project.coderId = lastCoder(project.store);
    writeHolder(path);
    return project;
  } catch (thrown) {
    database?.close();
    const failure = toFailure(thrown);
    const held = failure.code === 'project-locked';
    // Of a project that somebody has open the log is theirs.
    if (held) kept?.drop();
    else kept?.restore();
    if (held) throw lockedFailure(path);
    throw kept !== null && failure.code === 'project-damaged' ? mismatch(path) : failure;
  }
};

const removeFile = (path: string): void => {
  for (const suffix of ['', '-wal', '-journal']) rmSync(`${path}${suffix}`, { force: true });
};

/** What a study is called and how it does thematic analysis; a name alone begins a reflexive one. */
type Study = string | Pick<ProjectRecord, 'name' | 'approach'>;

/**
 * Creates a project file with the first coder, groups and time points, and opens it.
 * Throws a Failure: file-exists (the file there is left untouched), project-read-only, disk-full.
 */
export const createProject = (given: string, study: Study, coderName: string): Project => {
  try {
    closeSync(openSync(given, 'wx'));
  } catch (thrown) {
    if (existsSync(given)) throw new Failure('file-exists');
    throw toFailure(thrown);
  }
  const path = realpathSync.native(given);
  let database: Database.Database | null = null;
  try {
    database = connect(path);
    const project = assemble(database, path);
    migrate(database);
    const { store } = project;
    const createdAt = new Date().toISOString();
    const coderId = uuidv7();
    project.edit((label) => {
      label('New project');
      insertRecord(store, 'project', {
        id: uuidv7(),
        createdAt,
        ...(typeof study === 'string' ? { name: study, approach: 'reflexive' } : study),
      });
      insertRecord(store, 'coder', { id: coderId, name: coderName, createdAt });
      for (const [position, group] of firstGroups.entries())
        insertRecord(store, 'group', { id: uuidv7(), name: group, position });
      for (const [position, timePoint] of firstTimePoints.entries())
        insertRecord(store, 'time_point', { id: uuidv7(), name: timePoint, position });
    });
    project.coderId = coderId;
    foldIn(database);
    writeHolder(path);
    return project;
  } catch (thrown) {
    database?.close();
    removeFile(path);
    throw toFailure(thrown);
  }
};
