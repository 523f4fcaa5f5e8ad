import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';

/*
 * SQLite's own exclusive lock decides who may open a project. The note beside the file only says
 * who that is, because the locked file itself cannot be read.
 */

const holderSchema = z.object({
  person: z.string(),
  computer: z.string(),
  process: z.number(),
  since: z.string(),
});
export type Holder = Readonly<z.infer<typeof holderSchema>>;

const notePath = (path: string): string => join(dirname(path), `.${basename(path)}.in-use`);

/** Leaves the note that this process has the project open. A folder that refuses it is no failure. */
export const writeHolder = (path: string): void => {
  const holder: Holder = {
    person: userInfo().username,
    computer: hostname(),
    process: process.pid,
    since: new Date().toISOString(),
  };
  try {
    writeFileSync(notePath(path), JSON.stringify(holder));
  } catch {
    return;
  }
};

/** Who has the project open, as far as the note beside it says. */
export const readHolder = (path: string): Holder | null => {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(notePath(path), 'utf8')));
  } catch {
    return null;
  }
};

/** Takes the note away when the project is closed. */
export const removeHolder = (path: string): void => rmSync(notePath(path), { force: true });
