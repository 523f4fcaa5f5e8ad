import { partsOfReport, type Report } from '#shared/model/report.ts';
import { linksIn } from '#shared/text/links.ts';
import type { Store } from './store.ts';

/** All reports, the oldest first. */
export const listReports = (store: Store): Report[] =>
  store.all<Report>('SELECT * FROM report ORDER BY createdAt, id');

const codingsIn = (richText: string): readonly string[] =>
  linksIn(richText)
    .filter(({ kind }) => kind === 'coding')
    .map(({ id }) => id);

const quotedBy = (report: Report): ReadonlySet<string> =>
  new Set(
    partsOfReport(report).flatMap((part) => {
      switch (part.type) {
        case 'text':
          return codingsIn(part.body);
        case 'theme':
          return part.codingIds;
        case 'theme table':
          return part.quotes.map(({ codingId }) => codingId);
        case 'claims':
          return [];
      }
    }),
  );

/** In how many narratives, reports and review packs a coding is quoted. */
interface Use {
  readonly codingId: string;
  narratives: number;
  reports: number;
  packs: number;
}

/** Where codings are quoted: only those that are, each once. Cost follows what is written. */
export const listQuoteUse = (store: Store): Use[] => {
  const used = new Map<string, Use>();
  const count = (ids: Iterable<string>, where: 'narratives' | 'reports' | 'packs'): void => {
    for (const codingId of new Set(ids)) {
      const use = used.get(codingId) ?? { codingId, narratives: 0, reports: 0, packs: 0 };
      use[where] += 1;
      used.set(codingId, use);
    }
  };
  for (const { narrative } of store.all<{ narrative: string }>(
    "SELECT narrative FROM theme WHERE narrative <> ''",
  ))
    count(codingsIn(narrative), 'narratives');
  for (const report of listReports(store)) count(quotedBy(report), 'reports');
  for (const { ids } of store.all<{ ids: string }>(
    `SELECT json_group_array(quote.value ->> 'codingId') AS ids
     FROM review_pack, json_each(contents, '$.themes') theme, json_each(theme.value, '$.quotes') quote
     GROUP BY review_pack.id`,
  ))
    count(JSON.parse(ids) as readonly string[], 'packs');
  return [...used.values()];
};

/** The codings that were marked as telling for a theme, in the order of the text; the first few. */
export const tellingCodings = (store: Store, themeId: string, limit: number): string[] =>
  store
    .all<{ id: string }>(
      `SELECT coding.id FROM extract JOIN coding ON coding.id = codingId
       JOIN source ON source.id = coding.sourceId
       WHERE themeId = ? AND fit = 'telling'
       ORDER BY source.name, coding.sourceId, coding.start, coding.id LIMIT ?`,
      themeId,
      limit,
    )
    .map(({ id }) => id);
