import { createHash } from 'node:crypto';
import type { CheckResult } from '#shared/contract/project.ts';
import { type AttributeType, misfit } from '#shared/model/attribute.ts';
import { recordKinds } from '#shared/model/change.ts';
import { supportKinds } from '#shared/model/claim.ts';
import { memoTargets } from '#shared/model/memo.ts';
import { applyReplacements, type Replacement } from '#shared/text/replacements.ts';
import { verifyChain } from './changes.ts';
import type { Project } from './project.ts';
import { checkIndex } from './search-index.ts';
import type { Store } from './store.ts';
import { getOriginal } from './texts.ts';

const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

const count = (store: Store, table: string): number =>
  store.get<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)?.n ?? 0;

const fromSqlite = (store: Store): readonly string[] =>
  store
    .all<{ integrity_check: string }>('PRAGMA integrity_check')
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
    .map((line) => `The database is damaged: ${line}`);

const references = (store: Store): readonly string[] => [
  ...store
    .all<{ table: string }>('PRAGMA foreign_key_check')
    .map((row) => `A ${row.table} refers to a record that is not there`),
  ...memoTargets
    .filter((kind) => kind !== 'project')
    .flatMap((kind) =>
      store.all<{ title: string }>(
        `SELECT title FROM memo
         WHERE targetKind = ? AND NOT EXISTS (SELECT 1 FROM "${kind}" t WHERE t.id = memo.targetId)`,
        kind,
      ),
    )
    .map(({ title }) => `The memo "${title}" is on a record that is not there`),
  ...supportKinds
    .flatMap((kind) =>
      store.all<{ statement: string }>(
        `SELECT statement FROM support JOIN claim ON claim.id = claimId
         WHERE onKind = ? AND NOT EXISTS (SELECT 1 FROM "${kind}" t WHERE t.id = support.onId)`,
        kind,
      ),
    )
    .map(({ statement }) => `The claim "${statement}" rests on a record that is not there`),
];

interface TextChange {
  readonly operation: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Whether a text is the one that was recorded: taken back through its recorded edits, it must have
 * the digest it came with. Where contents were removed on purpose nothing can be said: true.
 */
const isAsRecorded = (store: Store, sourceId: string, body: string): boolean => {
  const changes = store.all<TextChange>(
    `SELECT operation, before, after FROM change
     WHERE recordId = ? AND kind = 'source_text' ORDER BY seq DESC`,
    sourceId,
  );
  let text = body;
  for (const { operation, before, after } of changes) {
    const content = operation === 'edit' ? before : after;
    if (content === null) return true;
    if (operation === 'insert')
      return (JSON.parse(content) as { sha256: string }).sha256 === sha256(text);
    try {
      ({ text } = applyReplacements(text, JSON.parse(content) as readonly Replacement[]));
    } catch {
      return false;
    }
  }
  return false;
};

/** Texts against their record, and ranges against texts, in UTF-16 code units, which SQLite cannot count. */
const texts = (store: Store): readonly string[] => {
  const problems: string[] = [];
  for (const source of store.all<{ id: string; name: string; length: number }>(
    'SELECT id, name, length FROM source',
  )) {
    const body = store.get<{ body: string }>(
      'SELECT body FROM source_text WHERE id = ?',
      source.id,
    )?.body;
    if (body === undefined) {
      problems.push(`"${source.name}" has no text`);
      continue;
    }
    if (body.length !== source.length)
      problems.push(`"${source.name}" is longer or shorter than it was recorded to be`);
    if (!isAsRecorded(store, source.id, body))
      problems.push(`The text of "${source.name}" was altered outside Understory`);
    const outside = (table: 'coding' | 'turn' | 'passage'): number =>
      store.get<{ n: number }>(
        `SELECT count(*) AS n FROM ${table} WHERE sourceId = ? AND end > ?`,
        source.id,
        body.length,
      )?.n ?? 0;
    for (const table of ['coding', 'turn', 'passage'] as const)
      if (outside(table) > 0) problems.push(`"${source.name}" has a ${table} beyond its end`);
    const notes = store.get<{ n: number }>(
      `SELECT count(*) AS n FROM memo WHERE targetKind = 'source' AND targetId = ? AND end > ?`,
      source.id,
      body.length,
    );
    if ((notes?.n ?? 0) > 0) problems.push(`"${source.name}" has a note beyond its end`);
  }
  return problems;
};

const originals = (store: Store): readonly string[] =>
  store.all<{ sha256: string }>('SELECT sha256 FROM original').flatMap((original) => {
    try {
      if (sha256(getOriginal(store, original.sha256)) === original.sha256) return [];
    } catch {
      // Said below: bytes that cannot be unpacked are no longer what was imported.
    }
    return [`An imported file (${original.sha256.slice(0, 12)}) is no longer as it was imported`];
  });

const derived = (store: Store): readonly string[] => {
  const counted =
    'SELECT codeId, sourceId, count(*) AS codings FROM coding GROUP BY codeId, sourceId';
  const kept = 'SELECT codeId, sourceId, codings FROM code_use';
  const wrong = store.get<{ n: number }>(
    `SELECT count(*) AS n FROM (
       SELECT * FROM (${counted} EXCEPT ${kept})
       UNION ALL SELECT * FROM (${kept} EXCEPT ${counted}))`,
  );
  return (wrong?.n ?? 0) > 0 ? ['Counts of codings do not agree with the codings'] : [];
};

/** Values of attributes against their types. */
const values = (store: Store): readonly string[] =>
  store
    .all<{ name: string; type: AttributeType; pseudonym: string; value: string }>(
      `SELECT a.name, a.type, c.pseudonym, v.value FROM attribute_value v
       JOIN attribute a ON a.id = v.attributeId JOIN "case" c ON c.id = v.caseId
       WHERE a.type <> 'text' ORDER BY a.position, c.pseudonym`,
    )
    .filter(({ type, value }) => misfit(type, value) !== null)
    .map(({ name, type, pseudonym }) => `"${name}" of ${pseudonym} is not a ${type}`);

const steps: readonly (readonly [what: string, step: (store: Store) => readonly string[]])[] = [
  ['The database', fromSqlite],
  ['References between records', references],
  ['Texts and ranges', texts],
  ['Values of attributes', values],
  ['Imported files', originals],
  ['Counts of codings', derived],
  ['What search finds', checkIndex],
  ['The record of changes', verifyChain],
];

/**
 * Checks an open project: SQLite's own checks, references, texts and ranges, imported files, derived
 * counts and the whole chain of changes. Reads everything, so its cost follows the size of the
 * project. Damage that stops a part of the check is itself a problem found.
 */
export const checkProject = (project: Project): CheckResult => {
  const { store } = project;
  const problems = steps.flatMap(([what, step]) => {
    try {
      return step(store);
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      return [`${what} could not be read: ${reason}`];
    }
  });
  const countOf = (table: string): number => {
    try {
      return count(store, table);
    } catch {
      return 0;
    }
  };
  return {
    sound: problems.length === 0,
    problems,
    changeSets: countOf('change_set'),
    changes: countOf('change'),
    records: Object.fromEntries(recordKinds.map((kind) => [kind, countOf(kind)])),
  };
};
