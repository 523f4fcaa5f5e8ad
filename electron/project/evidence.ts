import { Failure } from '#shared/contract/errors.ts';
import type { Evidence, EvidenceKind, Link } from '#shared/model/evidence.ts';
import { getExtracts, listExtractIds } from './extracts.ts';
import { inJson, type Store } from './store.ts';

interface Step {
  readonly kind: EvidenceKind;
  readonly id: string;
  readonly onId: string;
}

/*
 * Each step once, so that records which rest on one another in a ring do not go round for ever. The
 * steps are told apart by kind, so that each is found through an index.
 */
const above = `
  WITH RECURSIVE above(kind, id, onId) AS (
    SELECT @kind, @id, NULL
    UNION SELECT 'code', coding.codeId, coding.id
      FROM above JOIN coding ON above.kind = 'coding' AND coding.id = above.id
    UNION SELECT 'code', code.parentId, code.id
      FROM above JOIN code ON above.kind = 'code' AND code.id = above.id
      WHERE code.parentId IS NOT NULL
    UNION SELECT 'theme', theme_code.themeId, theme_code.codeId
      FROM above JOIN theme_code ON above.kind = 'code' AND theme_code.codeId = above.id
    UNION SELECT 'theme', theme.parentId, theme.id
      FROM above JOIN theme ON above.kind = 'theme' AND theme.id = above.id
      WHERE theme.parentId IS NOT NULL
    UNION SELECT 'claim', support.claimId, support.onId
      FROM above JOIN support ON support.onId = above.id
  )
  SELECT DISTINCT kind, id, onId FROM above WHERE onId IS NOT NULL`;

/**
 * Every step by which something rests on this record, directly or not: from a quote to its code,
 * from a code to the code above it and to themes, from a theme to the one it is nested in, from any
 * of them to claims, and from a claim to claims.
 */
export const stepsAbove = (store: Store, { kind, id }: Link): Step[] =>
  store.all<Step>(above, { kind, id });

type Row = Omit<Evidence, 'kind' | 'claimKind' | 'colour' | 'retired' | 'quote'> &
  Partial<Pick<Evidence, 'claimKind' | 'colour'>> & { readonly retired?: number };

/** Retired themes, and those nested in one. */
const retired = `
  WITH RECURSIVE retired(id) AS (
    SELECT id FROM theme WHERE status = 'retired'
    UNION SELECT theme.id FROM theme JOIN retired ON theme.parentId = retired.id)`;

const rowsOf: Readonly<Record<Exclude<EvidenceKind, 'coding'>, string>> = {
  claim: `SELECT id, statement AS words, kind AS claimKind,
      (SELECT count(*) FROM support WHERE claimId = claim.id) AS restsOn
    FROM claim WHERE id IN ${inJson}`,
  theme: `${retired} SELECT id, name AS words, id IN (SELECT id FROM retired) AS retired,
      (SELECT count(*) FROM theme child WHERE child.parentId = theme.id)
      + (SELECT count(*) FROM theme_code WHERE themeId = theme.id) AS restsOn
    FROM theme WHERE id IN ${inJson}`,
  code: `SELECT id, name AS words, colour,
      (SELECT count(*) FROM code child WHERE child.parentId = code.id)
      + (SELECT coalesce(sum(codings), 0) FROM code_use WHERE codeId = code.id) AS restsOn
    FROM code WHERE id IN ${inJson}`,
  source: `SELECT id, name AS words, 0 AS restsOn FROM source WHERE id IN ${inJson}`,
};

const plain = { claimKind: null, colour: null, quote: null } as const;

const quotes = (store: Store, ids: readonly string[]): readonly Evidence[] =>
  getExtracts(store, ids, null).map(
    ({ id, text, sourceId, sourceName, pseudonym, speaker, turn }) => ({
      ...plain,
      kind: 'coding',
      id,
      words: text,
      retired: false,
      quote: { sourceId, sourceName, pseudonym, speaker, turn },
      restsOn: 1,
    }),
  );

const described = (
  store: Store,
  kind: EvidenceKind,
  ids: readonly string[],
): readonly Evidence[] =>
  kind === 'coding'
    ? quotes(store, ids)
    : store
        .all<Row>(rowsOf[kind], JSON.stringify(ids))
        .map((row) => ({ ...plain, ...row, kind, retired: row.retired === 1 }));

/** These records as people read them, in the order asked; those that are gone are left out. */
export const describe = (store: Store, links: readonly Link[]): Evidence[] => {
  const found = [...Map.groupBy(links, ({ kind }) => kind)].flatMap(([kind, mine]) =>
    described(
      store,
      kind,
      mine.map(({ id }) => id),
    ),
  );
  const byId = new Map(found.map((evidence) => [evidence.id, evidence]));
  return links.flatMap(({ id }) => byId.get(id) ?? []);
};

/** The record as people read it; throws `not-found` where there is none. */
export const describeOne = (store: Store, link: Link): Evidence => {
  const [found] = describe(store, [link]);
  if (found === undefined) throw new Failure('not-found', undefined, { ...link });
  return found;
};

/** What is below a record but quotes, in order. */
const partsOf: Readonly<Record<EvidenceKind, string | null>> = {
  claim: `SELECT onKind AS kind, onId AS id FROM support WHERE claimId = @id
    ORDER BY CASE onKind WHEN 'claim' THEN 0 WHEN 'theme' THEN 1 WHEN 'code' THEN 2 ELSE 3 END, id`,
  theme: `SELECT kind, id FROM (
      SELECT 'theme' AS kind, id, 0 AS part, position FROM theme WHERE parentId = @id
      UNION ALL
      SELECT 'code', codeId, 1, position FROM theme_code WHERE themeId = @id)
    ORDER BY part, position, id`,
  code: `SELECT 'code' AS kind, id FROM code WHERE parentId = @id ORDER BY position, id`,
  coding: `SELECT 'source' AS kind, sourceId AS id FROM coding WHERE id = @id`,
  source: null,
};

interface Page {
  readonly offset: number;
  readonly limit: number;
}

/**
 * What a record rests on directly, a page of it, and how much there is in all. The quotes of a code
 * come after the codes nested in it, by source and place.
 */
export const listBelow = (
  store: Store,
  { kind, id }: Link,
  { offset, limit }: Page,
): { readonly total: number; readonly links: readonly Link[] } => {
  const sql = partsOf[kind];
  const parts = sql === null ? [] : store.all<Link>(sql, { id });
  const shown = parts.slice(offset, offset + limit);
  if (kind !== 'code') return { total: parts.length, links: shown };
  const codings = listExtractIds(store, [id], {
    offset: Math.max(0, offset - parts.length),
    limit: limit - shown.length,
  });
  return {
    total: parts.length + codings.total,
    links: [...shown, ...codings.ids.map((codingId): Link => ({ kind: 'coding', id: codingId }))],
  };
};
