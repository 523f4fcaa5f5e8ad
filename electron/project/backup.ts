import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Failure } from '#shared/contract/errors.ts';
import { toFailure } from './errors.ts';

/** A backup that is kept: a complete project file that opens like any other. */
export interface Backup {
  readonly name: string;
  readonly at: string;
  readonly bytes: number;
}

const suffix = '.understory';
const day = 86_400_000;
const keptAlways = 10;
const keptDaily = 30;

// Colons cannot stand in file names on Windows.
const nameFor = (at: Date): string => `${at.toISOString().replaceAll(':', '-')}${suffix}`;
const instantOf = (name: string): string =>
  name.slice(0, -suffix.length).replace(/T(\d\d)-(\d\d)-/u, 'T$1:$2:');

/** The backups in a folder, newest first. A folder that is not there holds none. */
export const listBackups = (folder: string): Backup[] => {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith(suffix) && !Number.isNaN(Date.parse(instantOf(name))))
    .sort()
    .reverse()
    .map((name) => ({
      name,
      at: instantOf(name),
      bytes: statSync(join(folder, name)).size,
    }));
};

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

const verify = (
  path: string,
  expected: { readonly sets: number; readonly version: number },
): void => {
  const copy = new Database(path);
  try {
    copy.pragma('locking_mode = EXCLUSIVE');
    const verdict: unknown = copy.pragma('integrity_check', { simple: true });
    const version = Number(copy.pragma('user_version', { simple: true }));
    const sets = version === 0 ? 0 : countSets(copy);
    if (verdict !== 'ok' || sets < expected.sets || version !== expected.version)
      throw new Failure('internal', 'The backup was made but does not agree with the project.');
  } finally {
    copy.close();
  }
};

const countSets = (database: Database.Database): number =>
  database.prepare<[], { n: number }>('SELECT count(*) AS n FROM change_set').get()?.n ?? 0;

/**
 * Copies the open project into `folder` a few pages at a time, so that work goes on meanwhile,
 * opens the copy and checks it, then drops backups that have had their day. Throws a Failure.
 */
export const makeBackup = async (
  database: Database.Database,
  folder: string,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Backup> => {
  const now = new Date();
  const name = nameFor(now);
  const unfinished = join(folder, `${name}.part`);
  try {
    mkdirSync(folder, { recursive: true });
    const version = Number(database.pragma('user_version', { simple: true }));
    const sets = version === 0 ? 0 : countSets(database);
    await database.backup(unfinished, {
      progress: ({ totalPages, remainingPages }) => {
        progress(totalPages - remainingPages, totalPages);
        return 500;
      },
    });
    verify(unfinished, { sets, version });
    renameSync(unfinished, join(folder, name));
    for (const old of outdated(listBackups(folder), now)) rmSync(join(folder, old.name));
    return { name, at: now.toISOString(), bytes: statSync(join(folder, name)).size };
  } catch (thrown) {
    rmSync(unfinished, { force: true });
    throw toFailure(thrown);
  }
};
