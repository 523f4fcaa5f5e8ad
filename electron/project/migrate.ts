import type Database from 'better-sqlite3';
import { rebuildTriggers } from './changes.ts';
import { currentVersion, migrations } from './migrations/index.ts';

/** 'UNDS': what `file` and other tools can tell an Understory project by. */
export const applicationId = 0x554e4453;

/** The version of the schema that the file has; 0 for an empty database. */
export const versionOf = (database: Database.Database): number =>
  Number(database.pragma('user_version', { simple: true }));

/**
 * Brings the schema to the current version, in one transaction: all of it or nothing.
 * Foreign keys are off while tables are rebuilt and checked before the transaction ends.
 */
export const migrate = (database: Database.Database): void => {
  const from = versionOf(database);
  if (from === currentVersion) return;
  database.pragma('foreign_keys = OFF');
  try {
    database
      .transaction(() => {
        for (const sql of migrations.slice(from)) database.exec(sql);
        rebuildTriggers(database);
        const broken: unknown = database.pragma('foreign_key_check');
        if (Array.isArray(broken) && broken.length > 0)
          throw new Error(`Migration left ${broken.length} references to nothing`);
        database.pragma(`application_id = ${applicationId}`);
        database.pragma(`user_version = ${currentVersion}`);
      })
      .immediate();
  } finally {
    database.pragma('foreign_keys = ON');
  }
};
