import type { CheckResult } from '#shared/contract/project.ts';
import { recordKinds } from '#shared/model/change.ts';
import { verifyChain } from './changes.ts';
import type { Project } from './project.ts';
import type { Store } from './store.ts';

const count = (store: Store, table: string): number =>
  store.get<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)?.n ?? 0;

const fromSqlite = (store: Store): readonly string[] => {
  const integrity = store.all<{ integrity_check: string }>('PRAGMA integrity_check');
  const references = store.all<{ table: string }>('PRAGMA foreign_key_check');
  return [
    ...integrity
      .map((row) => row.integrity_check)
      .filter((line) => line !== 'ok')
      .map((line) => `The database is damaged: ${line}`),
    ...references.map((row) => `A ${row.table} refers to a record that is not there`),
  ];
};

/** Ranges against texts, in UTF-16 code units, which SQLite cannot count. */
const ranges = (store: Store): readonly string[] => {
  const problems: string[] = [];
  for (const source of store.all<{ id: string; name: string; length: number }>(
    'SELECT id, name, length FROM source',
  )) {
    const body = store.get<{ body: string }>(
      'SELECT body FROM source_text WHERE id = ?',
      source.id,
    );
    if (body === undefined) {
      problems.push(`"${source.name}" has no text`);
      continue;
    }
    if (body.body.length !== source.length)
      problems.push(`"${source.name}" is longer or shorter than it was recorded to be`);
    const outside = (table: 'coding' | 'turn'): number =>
      store.get<{ n: number }>(
        `SELECT count(*) AS n FROM ${table} WHERE sourceId = ? AND end > ?`,
        source.id,
        body.body.length,
      )?.n ?? 0;
    for (const table of ['coding', 'turn'] as const)
      if (outside(table) > 0) problems.push(`"${source.name}" has a ${table} beyond its end`);
  }
  return problems;
};

const derived = (store: Store): readonly string[] => {
  const wrong = store.get<{ n: number }>(
    `SELECT count(*) AS n FROM (
       SELECT codeId, sourceId, count(*) AS codings FROM coding GROUP BY codeId, sourceId
       EXCEPT SELECT codeId, sourceId, codings FROM code_use)`,
  );
  return (wrong?.n ?? 0) > 0 ? ['Counts of codings do not agree with the codings'] : [];
};

/**
 * Checks an open project: SQLite's own checks, references, ranges against texts, derived counts and
 * the whole chain of changes. Reads everything, so its cost follows the size of the project.
 */
export const checkProject = (project: Project): CheckResult => {
  const { store } = project;
  const problems = [
    ...fromSqlite(store),
    ...ranges(store),
    ...derived(store),
    ...verifyChain(store),
  ];
  return {
    sound: problems.length === 0,
    problems,
    changeSets: count(store, 'change_set'),
    changes: count(store, 'change'),
    records: Object.fromEntries(recordKinds.map((kind) => [kind, count(store, kind)])),
  };
};
