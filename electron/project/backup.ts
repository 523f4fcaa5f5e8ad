import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { Failure } from '#shared/contract/errors.ts';
import { toFailure } from './errors.ts';

/** A backup that is kept: a complete project file that opens like any other. */
export interface Backup {
  readonly name: string;
  readonly at: string;
  readonly bytes: number;
}

/** What a copy must have at the least to be a backup of the project it was made of. */
export interface Expected {
  readonly sets: number;
  readonly version: number;
}

/** Checks a copy; throws a Failure where it is none that could be relied on. */
export type VerifyCopy = (path: string, expected: Expected) => Promise<void>;

export interface BackupOptions {
  readonly folder: string;
  readonly verify: VerifyCopy;
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

const suffix = '.understory';
const unfinishedSuffix = '.part';
const day = 86_400_000;
const keptAlways = 10;
const keptDaily = 30;
/** Of a database page. Measured: copying 500 pages of 4 KB takes 8 ms at the most. */
const pagesAtOnce = 500;

// Colons cannot stand in file names on Windows.
const nameFor = (at: Date): string => `${at.toISOString().replaceAll(':', '-')}${suffix}`;
const instantOf = (name: string): string =>
  name.slice(0, -suffix.length).replace(/T(\d\d)-(\d\d)-/u, 'T$1:$2:');

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** The backups in a folder, newest first. A folder that is not there holds none. */
export const listBackups = (folder: string): Backup[] =>
  namesIn(folder)
    .filter((name) => name.endsWith(suffix) && !Number.isNaN(Date.parse(instantOf(name))))
    .toSorted()
    .toReversed()
    .flatMap((name) => {
      const status = statSync(join(folder, name), { throwIfNoEntry: false });
      return status === undefined ? [] : [{ name, at: instantOf(name), bytes: status.size }];
    });

// Where the project was when it was backed up, the latest place first: how its backups are found
// when it cannot be opened to say which project it is.
const placesNote = 'places.json';
const placesKept = 20;

const placesIn = (folder: string): readonly string[] => {
  try {
    return z.array(z.string()).parse(JSON.parse(readFileSync(join(folder, placesNote), 'utf8')));
  } catch {
    return [];
  }
};

const notePlace = (folder: string, path: string): void => {
  const before = placesIn(folder);
  if (before[0] === path) return;
  const places = [path, ...before.filter((place) => place !== path)].slice(0, placesKept);
  writeFileSync(join(folder, placesNote), JSON.stringify(places));
};

/**
 * The folder, of all in `root`, with the backups of the project that was at this path; the one with
 * the newest backup where several projects have been there. Null where there is none.
 */
export const findBackups = (root: string, path: string): string | null =>
  namesIn(root)
    .map((name) => join(root, name))
    .filter((folder) => placesIn(folder).includes(path))
    .toSorted((a, b) => (listBackups(b)[0]?.at ?? '').localeCompare(listBackups(a)[0]?.at ?? ''))
    .at(0) ?? null;

/**
 * Which backups have had their day: the last 10 are kept, then the newest of each day for 30 days,
 * then the newest of each week.
 */
export const outdated = (backups: readonly Backup[], now: Date): readonly Backup[] => {
  const periods = new Set<string>();
  return backups.filter((backup, index) => {
    const days = Math.floor(Date.parse(backup.at) / day);
    const age = Math.floor(now.getTime() / day) - days;
    const period = age <= keptDaily ? `day ${days}` : `week ${Math.floor(days / 7)}`;
    const first = !periods.has(period);
    periods.add(period);
    return index >= keptAlways && !first;
  });
};

const countSets = (database: Database.Database): number =>
  database.prepare<[], { n: number }>('SELECT count(*) AS n FROM change_set').get()?.n ?? 0;

const lastSet = (database: Database.Database): string | undefined =>
  database.prepare<[], { id: string }>('SELECT id FROM change_set ORDER BY seq DESC LIMIT 1').get()
    ?.id;

/**
 * Opens a copy and checks every page, and that it has at least the change sets expected. Leaves it
 * one complete file without a log. Reads everything (some 6 ms a megabyte), so it is not for the
 * thread that answers calls. Throws a Failure.
 */
export const verifyCopy = (path: string, expected: Expected): void => {
  try {
    const copy = new Database(path, { fileMustExist: true });
    try {
      copy.pragma('locking_mode = EXCLUSIVE');
      copy.pragma('journal_mode = DELETE');
      const verdict: unknown = copy.pragma('integrity_check(1)', { simple: true });
      if (verdict !== 'ok')
        throw new Failure(
          'project-damaged',
          'The project file is damaged, so no backup was made of it. Earlier backups are kept. Run a check, then restore the latest backup.',
          String(verdict),
        );
      const version = Number(copy.pragma('user_version', { simple: true }));
      const sets = version === 0 ? 0 : countSets(copy);
      if (sets < expected.sets || version !== expected.version)
        throw new Failure('internal', 'The backup was made but does not agree with the project.');
    } finally {
      copy.close();
    }
  } catch (thrown) {
    throw toFailure(thrown);
  }
};

/** Whether the newest backup in `folder` has the last change set of the open project. */
export const isBackedUp = (database: Database.Database, folder: string): boolean => {
  const [newest] = listBackups(folder);
  if (newest === undefined) return false;
  try {
    const copy = new Database(join(folder, newest.name), { readonly: true });
    try {
      return lastSet(copy) === lastSet(database);
    } finally {
      copy.close();
    }
  } catch {
    return false;
  }
};

// What an earlier run was killed over; a copy that another process is making now is younger.
const clearUnfinished = (folder: string, now: Date): void => {
  for (const name of namesIn(folder).filter((each) => each.includes(unfinishedSuffix))) {
    const status = statSync(join(folder, name), { throwIfNoEntry: false });
    if (status !== undefined && now.getTime() - status.mtimeMs > day)
      rmSync(join(folder, name), { force: true });
  }
};

const removeCopy = (path: string): void => {
  for (const end of ['', '-journal', '-wal']) rmSync(`${path}${end}`, { force: true });
};

const copyPages = async (
  database: Database.Database,
  to: string,
  { progress, signal }: BackupOptions,
): Promise<void> => {
  await database.backup(to, {
    progress: ({ totalPages, remainingPages }) => {
      if (signal?.aborted === true) throw new Failure('cancelled');
      progress?.(totalPages - remainingPages, totalPages);
      return pagesAtOnce;
    },
  });
};

/**
 * Copies the open project into a folder a few pages at a time, so that work goes on meanwhile, has
 * the copy checked, then drops backups that have had their day. Throws a Failure: `cancelled` where
 * it was asked to stop or the project was closed; what it had begun is gone then.
 */
export const makeBackup = async (
  database: Database.Database,
  options: BackupOptions,
): Promise<Backup> => {
  const { folder, verify, signal } = options;
  const now = new Date();
  const name = nameFor(now);
  const unfinished = join(folder, `${name}${unfinishedSuffix}`);
  try {
    mkdirSync(folder, { recursive: true });
    clearUnfinished(folder, now);
    const version = Number(database.pragma('user_version', { simple: true }));
    const sets = version === 0 ? 0 : countSets(database);
    await copyPages(database, unfinished, options);
    await verify(unfinished, { sets, version });
    if (signal?.aborted === true) throw new Failure('cancelled');
    renameSync(unfinished, join(folder, name));
    notePlace(folder, database.name);
    for (const old of outdated(listBackups(folder), now))
      rmSync(join(folder, old.name), { force: true });
    return { name, at: now.toISOString(), bytes: statSync(join(folder, name)).size };
  } catch (thrown) {
    removeCopy(unfinished);
    throw database.open ? toFailure(thrown) : new Failure('cancelled');
  }
};

/**
 * Copies a backup to a file of its own, which must not be there yet. Throws a Failure: file-exists,
 * disk-full, project-read-only; nothing is left of the copy then.
 */
export const copyBackup = (backup: string, to: string): void => {
  try {
    closeSync(openSync(to, 'wx'));
  } catch (thrown) {
    const exists = thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST';
    throw exists ? new Failure('file-exists') : toFailure(thrown);
  }
  try {
    copyFileSync(backup, to, constants.COPYFILE_FICLONE);
    const handle = openSync(to, 'r+');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (thrown) {
    rmSync(to, { force: true });
    throw toFailure(thrown);
  }
};
