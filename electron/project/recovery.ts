import { constants, copyFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a crash left: a project and the log beside it, kept as they were until both were checked. */
export interface Kept {
  /** Puts both back as they were; to be called when the project is closed again. */
  restore(): void;
  /** Lets go of the copies. */
  drop(): void;
}

/**
 * Copies a project and its log where a crash left one, before SQLite folds the log in: a log that
 * belongs to another file (as after a backup was copied over the project) would ruin it. Null where
 * there is no log, or no room for the copies.
 */
export const keepBeforeRecovery = (path: string): Kept | null => {
  const log = `${path}-wal`;
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) === 0) return null;
  const pairs = [path, log].map((from) => ({
    from,
    copy: join(dirname(from), `.${basename(from)}.${process.pid}.kept`),
  }));
  const drop = (): void => {
    for (const { copy } of pairs) rmSync(copy, { force: true });
  };
  try {
    for (const { from, copy } of pairs) copyFileSync(from, copy, constants.COPYFILE_FICLONE);
  } catch {
    drop();
    return null;
  }
  return {
    restore: () => {
      for (const { from, copy } of pairs) renameSync(copy, from);
    },
    drop,
  };
};
