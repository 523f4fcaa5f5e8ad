import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import type { z } from 'zod';

/** A small JSON file of the app's own, beside its other settings. */
export interface SettingsFile<T> {
  /** What was written last; the fallback when there is none or it does not fit. */
  read(): T;
  write(value: T): void;
}

/**
 * Keeps one value in `name` in the app's data folder. A file that is missing, cut short or from
 * another version counts as absent, and a disk that takes nothing is no reason to stop: what is
 * kept here can be done without.
 */
export const settingsFile = <T>(
  name: string,
  schema: z.ZodType<T>,
  fallback: T,
): SettingsFile<T> => {
  const path = (): string => join(app.getPath('userData'), name);
  return {
    read: () => {
      try {
        return schema.parse(JSON.parse(readFileSync(path(), 'utf8')));
      } catch {
        return fallback;
      }
    },
    write: (value) => {
      try {
        mkdirSync(dirname(path()), { recursive: true });
        writeFileSync(`${path()}.part`, JSON.stringify(value));
        renameSync(`${path()}.part`, path());
      } catch (thrown) {
        process.stderr.write(`${name} was not written: ${String(thrown)}\n`);
      }
    },
  };
};
