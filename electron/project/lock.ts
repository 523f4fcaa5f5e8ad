import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { Failure } from '#shared/contract/errors.ts';

/*
 * SQLite's own exclusive lock decides who may open a project. The note beside the file says who
 * that is, because the locked file itself cannot be read. It is also how the threads of one process
 * know of each other: on Linux and macOS a process loses its lock on a file as soon as it closes
 * any handle of that file, so a project that this process has open must not be touched again.
 */

const holderSchema = z.object({
  person: z.string(),
  computer: z.string(),
  process: z.number(),
  since: z.string(),
});
export type Holder = Readonly<z.infer<typeof holderSchema>>;

const notePath = (path: string): string => join(dirname(path), `.${basename(path)}.in-use`);

/** The clock may be set a little while the process runs. */
const slackMs = 5000;

/**
 * Leaves the note that this process has the project open. A folder that refuses it is no failure,
 * but a disk without room for it is (ENOSPC, EDQUOT): nothing could be saved in the project either.
 */
export const writeHolder = (path: string): void => {
  const holder: Holder = {
    person: userInfo().username,
    computer: hostname(),
    process: process.pid,
    since: new Date().toISOString(),
  };
  try {
    writeFileSync(notePath(path), JSON.stringify(holder));
  } catch (thrown) {
    removeHolder(path);
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
      throw new Failure(
        'disk-full',
        'The disk is full, so nothing could be saved in this project. It was left untouched. Free some space, then open it again.',
      );
  }
};

/** The one name of a file that may have several, through links; the path itself where there is none. */
export const canonical = (path: string): string => {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
};

/** Whether this very process, in whichever of its threads, has the project open. Only reads the note. */
export const isOpenHere = (path: string): boolean => {
  const holder = readHolder(canonical(path));
  if (holder === null || holder.process !== process.pid || holder.computer !== hostname())
    return false;
  // An older note was left by a crash of a process that happened to have the same number.
  const startedAt = Date.now() - process.uptime() * 1000;
  return Date.parse(holder.since) >= startedAt - slackMs;
};

const readHolder = (path: string): Holder | null => {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(notePath(path), 'utf8')));
  } catch {
    return null;
  }
};

/** Takes the note away when the project is closed. One that cannot be is known by its age. */
export const removeHolder = (path: string): void => {
  try {
    rmSync(notePath(path), { force: true });
  } catch {
    return;
  }
};

const isGone = ({ computer, process: number }: Holder): boolean => {
  if (computer !== hostname()) return false;
  try {
    process.kill(number, 0);
    return false;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH';
  }
};

/** Who has the project open as far as can be told: not somebody whose process has ended. */
export const likelyHolder = (path: string): Holder | null => {
  const holder = readHolder(path);
  return holder === null || isGone(holder) ? null : holder;
};
