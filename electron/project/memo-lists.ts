import type { CheckedInput } from '#shared/contract/index.ts';
import type { Memo, MemoRow } from '#shared/model/memo.ts';
import { fold } from '#shared/text/fold.ts';
import type { Link } from '#shared/text/links.ts';
import { inJson, type Store } from './store.ts';
import { textsOf } from './texts.ts';

/** As much of a memo's words, and of the words it is on, as a list can show (UTF-16 code units). */
const mostShown = 280;

/** The day a memo belongs to: as its writer dates it, else when it was written, by this computer's clock. */
const day = `coalesce(m.day, date(m.createdAt, 'localtime'))`;

const joins = `
  LEFT JOIN code ON m.targetKind = 'code' AND code.id = m.targetId
  LEFT JOIN theme ON m.targetKind = 'theme' AND theme.id = m.targetId
  LEFT JOIN "case" ON m.targetKind = 'case' AND "case".id = m.targetId
  LEFT JOIN coding ON m.targetKind = 'coding' AND coding.id = m.targetId
  LEFT JOIN code AS coded ON coded.id = coding.codeId
  LEFT JOIN source ON source.id = CASE m.targetKind WHEN 'source' THEN m.targetId
    ELSE coding.sourceId END`;

const on = `coalesce(code.name, theme.name, "case".pseudonym, coded.name, source.name, '')`;

/** The words of a coding, or of the place a note is on: a range of a text that is cut in JavaScript. */
interface Placed {
  readonly quoteStart: number | null;
  readonly quoteEnd: number | null;
}

/** Memos as lists show them, in the order of the ids. */
const rowsOf = (store: Store, ids: readonly string[]): MemoRow[] => {
  const rows = store.all<Omit<MemoRow, 'quote'> & Placed>(
    `SELECT m.id, m.targetKind, m.targetId, m.title, m.coderId, m.createdAt, m.updatedAt,
      m.start, m.end, m.day, substr(words.words, 1, ${mostShown}) AS excerpt, ${on} AS "on",
      coalesce(code.colour, coded.colour) AS colour, source.id AS sourceId,
      coalesce(coding.start, m.start) AS quoteStart, coalesce(coding.end, m.end) AS quoteEnd
     FROM json_each(?) AS list JOIN memo m ON m.id = list.value
     JOIN memo_words words ON words.memoId = m.id ${joins}
     ORDER BY list.key`,
    JSON.stringify(ids),
  );
  const texts = textsOf(store, [
    ...new Set(
      rows.flatMap(({ sourceId, quoteEnd }) => (quoteEnd === null ? [] : [sourceId ?? ''])),
    ),
  ]);
  return rows.map(({ quoteStart, quoteEnd, ...row }) => ({
    ...row,
    quote:
      quoteStart === null || quoteEnd === null
        ? null
        : (texts.get(row.sourceId ?? '') ?? '').slice(
            quoteStart,
            Math.min(quoteEnd, quoteStart + mostShown),
          ),
  }));
};

const orders: Readonly<Record<CheckedInput<'memos.find'>['order'], string>> = {
  newest: `${day} DESC, m.createdAt DESC, m.id DESC`,
  oldest: `${day}, m.createdAt, m.id`,
  target: `CASE m.targetKind WHEN 'project' THEN 0 WHEN 'code' THEN 1 WHEN 'coding' THEN 2
    WHEN 'theme' THEN 3 WHEN 'source' THEN 4 ELSE 5 END, ${on} COLLATE NOCASE, coding.start, m.start,
    ${day} DESC, m.createdAt DESC, m.id DESC`,
};

// The filter as a row of its own, so that each of its values is given once.
const filtering = 'WITH filter(kinds, coders, fromDay, toDay) AS (SELECT ?, ?, ?, ?)';
const conditions = `(kinds = '[]' OR m.targetKind IN (SELECT value FROM json_each(kinds)))
  AND (coders = '[]' OR m.coderId IN (SELECT value FROM json_each(coders)))
  AND (fromDay IS NULL OR ${day} >= fromDay) AND (toDay IS NULL OR ${day} <= toDay)`;

const parametersOf = (filter: CheckedInput<'memos.find'>): readonly unknown[] => [
  JSON.stringify(filter.targetKinds),
  JSON.stringify(filter.coderIds),
  filter.from,
  filter.to,
];

const sortedFrom = (order: CheckedInput<'memos.find'>['order'], condition = conditions): string =>
  `${order === 'target' ? joins : ''} WHERE ${condition} ORDER BY ${orders[order]}`;

/** Letters that a LIKE would take for any others. */
const literal = (text: string): string => text.replaceAll(/[\\%_]/gu, '\\$&');

/**
 * The ids, as a JSON list, of the memos whose title or words hold what was typed. SQLite looks
 * through plain English letters, which it folds itself; only other words are read, to be folded here.
 */
const idsHolding = (store: Store, typed: string): string => {
  const isBeyondAscii = 'octet_length(words) > length(words)';
  const titles = store.all<{ id: string; words: string | null }>(
    `SELECT id, title AS words FROM memo WHERE title <> ''`,
  );
  const bodies = store.all<{ id: string; words: string | null }>(
    `SELECT memoId AS id, CASE WHEN ${isBeyondAscii} THEN words END AS words FROM memo_words
     WHERE ${isBeyondAscii} OR words LIKE ? ESCAPE '\\'`,
    `%${literal(typed)}%`,
  );
  const holding = [...titles, ...bodies].filter(
    ({ words }) => words === null || fold(words).includes(typed),
  );
  return JSON.stringify([...new Set(holding.map(({ id }) => id))]);
};

/** The ids of the memos that pass the filter and hold what was typed, in order. */
const matchingIds = (store: Store, filter: CheckedInput<'memos.find'>): readonly string[] =>
  store
    .all<{ id: string }>(
      // One pass over the memos costs less than a look-up for each of thousands of ids.
      // One pass over the memos costs less than a look-up for each of thousands of ids.
      `${filtering} SELECT m.id FROM filter, memo m
       ${sortedFrom(filter.order, `${conditions} AND +m.id IN ${inJson}`)}`,
      ...parametersOf(filter),
      idsHolding(store, fold(filter.text.trim())),
    )
    .map(({ id }) => id);

/** A page of the memos that pass a filter, without their bodies, and how many pass in all. */
export const findMemos = (
  store: Store,
  filter: CheckedInput<'memos.find'>,
): { total: number; memos: MemoRow[] } => {
  const { offset, limit } = filter;
  if (filter.text.trim() !== '') {
    const ids = matchingIds(store, filter);
    return { total: ids.length, memos: rowsOf(store, ids.slice(offset, offset + limit)) };
  }
  const parameters = parametersOf(filter);
  const total =
    store.get<{ n: number }>(
      `${filtering} SELECT count(*) AS n FROM filter, memo m WHERE ${conditions}`,
      ...parameters,
    )?.n ?? 0;
  const ids = store.all<{ id: string }>(
    `${filtering} SELECT m.id FROM filter, memo m ${sortedFrom(filter.order)} LIMIT ? OFFSET ?`,
    ...parameters,
    limit,
    offset,
  );
  return {
    total,
    memos: rowsOf(
      store,
      ids.map(({ id }) => id),
    ),
  };
};

/** A page of the journal with its words, the latest day first, and how many entries there are. */
export const listJournal = (
  store: Store,
  page: CheckedInput<'memos.journal'>,
): { total: number; memos: Memo[] } => ({
  total:
    store.get<{ n: number }>(`SELECT count(*) AS n FROM memo WHERE targetKind = 'project'`)?.n ?? 0,
  memos: store.all<Memo>(
    `SELECT m.* FROM memo m WHERE m.targetKind = 'project'
     ORDER BY ${orders.newest} LIMIT ? OFFSET ?`,
    page.limit,
    page.offset,
  ),
});

/** Memos that link to a record; for a source also those that quote its words. Newest first. */
export const memosMentioning = (store: Store, { kind, id }: Link): MemoRow[] => {
  const quoting =
    kind === 'source'
      ? `OR (targetKind = 'passage' AND targetId IN (SELECT id FROM passage WHERE sourceId = ?))
         OR (targetKind = 'coding' AND targetId IN (SELECT id FROM coding WHERE sourceId = ?))`
      : '';
  const ids = store.all<{ id: string }>(
    `SELECT m.id FROM memo m WHERE m.id IN (SELECT memoId FROM memo_link
       WHERE (targetKind = ? AND targetId = ?) ${quoting})
     ORDER BY ${orders.newest}`,
    kind,
    id,
    ...(kind === 'source' ? [id, id] : []),
  );
  return rowsOf(
    store,
    ids.map((row) => row.id),
  );
};
