import { type PpiFacts, type PpiLogDocument, ppiItems } from '#shared/model/ppi-log.ts';
import type { PpiReport } from '#shared/model/ppi-report.ts';
import type { PackContents } from '#shared/model/review-pack.ts';
import { draftPpi } from '#shared/text/ppi-draft.ts';
import { decidedReplies } from './replies.ts';
import type { Store } from './store.ts';
import { getProjectRecord } from './study.ts';

/** What has been written in own words, if anything has. */
export const findPpiReport = (store: Store): PpiReport | undefined =>
  store.get<PpiReport>('SELECT * FROM ppi_report LIMIT 1');

/** What the drafts of the log are made from. */
export const readPpiFacts = (store: Store): PpiFacts => {
  const rows = store.all<{ name: string; createdAt: string; contents: string }>(
    'SELECT name, createdAt, contents FROM review_pack ORDER BY createdAt, id',
  );
  const packs = rows.map(({ name, createdAt, contents }) => ({
    name,
    createdAt,
    themes: (JSON.parse(contents) as PackContents).themes,
  }));
  const heard = new Set(
    store
      .all<{ themeId: string }>(
        'SELECT DISTINCT themeId FROM reply_item WHERE themeId IS NOT NULL UNION SELECT DISTINCT themeName FROM reply_item WHERE themeName IS NOT NULL',
      )
      .map(({ themeId }) => themeId),
  );
  const silent = packs
    .flatMap(({ themes }) => themes)
    .filter(({ themeId, name }) => !heard.has(themeId) && !heard.has(name));
  return {
    project: getProjectRecord(store).name,
    packs: packs.map(({ themes, ...pack }) => ({
      ...pack,
      themes: themes.length,
      quotes: themes.reduce((sum, { quotes }) => sum + quotes.length, 0),
    })),
    replies: store.all(
      'SELECT reviewer, role, answeredAt, receivedAt FROM reply ORDER BY answeredAt, id',
    ),
    answers: store.all('SELECT answer, count(*) AS count FROM reply_item GROUP BY answer'),
    open:
      store.get<{ n: number }>(`SELECT count(*) AS n FROM reply_item WHERE outcome = 'open'`)?.n ??
      0,
    decided: decidedReplies(store),
    silent: [...new Set(silent.map(({ name }) => name))],
  };
};

const dayOf = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** The log as a file shows it: own words where there are some, else the draft, and every outcome. */
export const readPpiLog = (store: Store, now: Date): PpiLogDocument => {
  const facts = readPpiFacts(store);
  const drafts = draftPpi(facts);
  const own = findPpiReport(store);
  return {
    project: facts.project,
    date: dayOf(now),
    items: ppiItems.map(({ id, name }) => {
      const words = own?.[id].trim() ?? '';
      return { name, words: words === '' ? drafts[id] : words, isDraft: words === '' };
    }),
    decided: decidedReplies(store),
  };
};
