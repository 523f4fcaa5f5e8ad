import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { Failure } from '#shared/contract/errors.ts';
import { firstGroups } from '#shared/model/group.ts';
import { firstTimePoints } from '#shared/model/time-point.ts';
import { defineRecordingFunctions } from './changes.ts';
import { toFailure } from './errors.ts';
import { readHolder, removeHolder, writeHolder } from './lock.ts';
import { applicationId, migrate, versionOf } from './migrate.ts';
import { currentVersion } from './migrations/index.ts';
import { Project } from './project.ts';
import { insertRecord } from './records.ts';
import { Store } from './store.ts';

const headerBytes = 100;
const magic = 'SQLite format 3\0';

/** Looks at a file's header without opening the database, so that nothing is written to a file we refuse. */
const inspect = (path: string): void => {
  const handle = openSync(path, 'r');
  try {
    const header = Buffer.alloc(headerBytes);
    const read = readSync(handle, header, 0, headerBytes, 0);
    if (read < headerBytes || header.toString('latin1', 0, magic.length) !== magic)
      throw new Failure('not-a-project');
    if (header.readUInt32BE(68) !== applicationId) throw new Failure('not-a-project');
    const version = header.readUInt32BE(60);
    if (version > currentVersion)
      throw new Failure('project-newer', undefined, { version, understands: currentVersion });
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
  const holder = readHolder(path);
  if (holder === null) return new Failure('project-locked');
  return new Failure(
    'project-locked',
    `This project is open already: ${holder.person} on ${holder.computer} has had it open since ${holder.since}. Close it there, then open it again. Nothing was changed.`,
    { ...holder },
  );
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

/**
 * Opens a project file and takes its lock. `beforeMigration` is called, and must have made a
 * verified backup, before an older file is brought to the current version.
 * Throws a Failure: file-missing, not-a-project, project-newer, project-damaged, project-locked,
 * project-read-only; the file is then as it was.
 */
export const openProject = async (
  path: string,
  beforeMigration: (database: Database.Database) => Promise<void>,
): Promise<Project> => {
  let database: Database.Database | null = null;
  try {
    inspect(path);
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    database = connect(path);
    const project = assemble(database, path);
    if (versionOf(database) < currentVersion) {
      await beforeMigration(database);
      migrate(database);
    }
    project.coderId =
      project.store.get<{ id: string }>(
        `SELECT coder.id FROM coder LEFT JOIN change_set ON coderId = coder.id
         ORDER BY change_set.seq DESC NULLS LAST LIMIT 1`,
      )?.id ?? null;
    project.store.get('SELECT * FROM project');
    writeHolder(path);
    return project;
  } catch (thrown) {
    database?.close();
    const failure = toFailure(thrown);
    throw failure.code === 'project-locked' ? lockedFailure(path) : failure;
  }
};

const removeFile = (path: string): void => {
  for (const suffix of ['', '-wal', '-journal']) rmSync(`${path}${suffix}`, { force: true });
};

/**
 * Creates a project file with the first coder, groups and time points, and opens it.
 * Throws a Failure: file-exists (the file there is left untouched), project-read-only, disk-full.
 */
export const createProject = (path: string, name: string, coderName: string): Project => {
  try {
    closeSync(openSync(path, 'wx'));
  } catch (thrown) {
    if (existsSync(path)) throw new Failure('file-exists');
    throw toFailure(thrown);
  }
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
      insertRecord(store, 'project', { id: uuidv7(), name, createdAt });
      insertRecord(store, 'coder', { id: coderId, name: coderName, createdAt });
      for (const [position, group] of firstGroups.entries())
        insertRecord(store, 'group', { id: uuidv7(), name: group, position });
      for (const [position, timePoint] of firstTimePoints.entries())
        insertRecord(store, 'time_point', { id: uuidv7(), name: timePoint, position });
    });
    project.coderId = coderId;
    writeHolder(path);
    return project;
  } catch (thrown) {
    database?.close();
    removeFile(path);
    throw toFailure(thrown);
  }
};
