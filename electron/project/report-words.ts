import type { Claim, ClaimKind } from '#shared/model/claim.ts';
import { partsOfReport, type Report, type ReportPart } from '#shared/model/report.ts';
import type { Theme } from '#shared/model/theme.ts';
import type {
  Block,
  ThemeRow,
  WrittenClaim,
  WrittenPart,
  WrittenQuote,
  WrittenReport,
} from '#shared/model/written.ts';
import { attribution } from '#shared/text/attribution.ts';
import { type Link, type LinkKind, linksIn, linkUrl } from '#shared/text/links.ts';
import { inOrder, type Known, writtenBlocks } from '#shared/text/written-rich-text.ts';
import { localDay } from './codebook.ts';
import { getExtracts } from './extracts.ts';
import { findQuote } from './passages.ts';
import { tellingCodings } from './reports.ts';
import type { Store } from './store.ts';
import { getProjectRecord } from './study.ts';
import { themeEvidence } from './theme-evidence.ts';
import { listThemes } from './themes.ts';

/** What the parts of a report are written from. */
interface Sources {
  readonly store: Store;
  readonly counts: boolean;
  readonly parts: readonly ReportPart[];
  readonly themes: ReadonlyMap<string, Theme>;
  readonly quotes: ReadonlyMap<string, WrittenQuote>;
}

const nameColumns: Readonly<Record<Exclude<LinkKind, 'coding' | 'passage'>, string>> = {
  code: 'SELECT name FROM code WHERE id = ?',
  theme: 'SELECT name FROM theme WHERE id = ?',
  source: 'SELECT name FROM source WHERE id = ?',
  case: 'SELECT pseudonym AS name FROM "case" WHERE id = ?',
  memo: 'SELECT title AS name FROM memo WHERE id = ?',
};

const nameOf = (store: Store, { kind, id }: Link): string | null =>
  kind === 'coding' || kind === 'passage'
    ? null
    : (store.get<{ name: string }>(nameColumns[kind], id)?.name ?? null);

const passageQuote = (store: Store, link: Link): WrittenQuote | null => {
  const found = findQuote(store, { kind: 'passage', id: link.id });
  if (found === undefined || found.text === '') return null;
  return { url: linkUrl(link), text: found.text, who: attribution(found) };
};

const knownOf = ({ store, quotes }: Sources, level: Known['level']): Known => ({
  level,
  quote: (link) =>
    link.kind === 'coding'
      ? (quotes.get(link.id) ?? null)
      : link.kind === 'passage'
        ? passageQuote(store, link)
        : null,
  name: (link) => nameOf(store, link),
});

const headed = (heading: string): readonly Block[] =>
  heading.trim() === '' ? [] : [{ type: 'heading', level: 1, text: heading }];

const isAre = (count: number): string => (count === 1 ? '1 quote is' : `${count} quotes are`);

/** What is said of quotes whose words are gone. */
const missing = (count: number): readonly string[] =>
  count === 0 ? [] : [`${isAre(count)} no longer in the project and left out.`];

const goneIn = (richText: string, sources: Sources): number => {
  const { quote } = knownOf(sources, 1);
  return linksIn(richText).filter(
    (link) => (link.kind === 'coding' || link.kind === 'passage') && quote(link) === null,
  ).length;
};

/** How many themes stand above one. */
const depthOf = (themes: Sources['themes'], theme: Theme): number => {
  let depth = 0;
  for (let at = theme.parentId; at !== null; at = themes.get(at)?.parentId ?? null) depth += 1;
  return depth;
};

type PartOf<T extends ReportPart['type']> = Extract<ReportPart, { readonly type: T }>;
type Words = Omit<WrittenPart, 'id'>;

const themeGone: Words = {
  blocks: [],
  gaps: ['This theme is no longer in the project and is left out.'],
};

const themeWords = ({ themeId, codingIds }: PartOf<'theme'>, sources: Sources): Words => {
  const theme = sources.themes.get(themeId);
  if (theme === undefined) return themeGone;
  const level = depthOf(sources.themes, theme) === 0 ? 1 : 2;
  const narrative = writtenBlocks(theme.narrative, knownOf(sources, level === 1 ? 2 : 3));
  const quotes = codingIds.flatMap((id) => sources.quotes.get(id) ?? []);
  const { segments, cases } = themeEvidence(sources.store, theme.id);
  const people = cases === 1 ? '1 person' : `${cases} people`;
  const counts = segments === 1 ? '1 quote' : `${segments} quotes`;
  const inText = new Set(linksIn(theme.narrative).map(linkUrl));
  const twice = quotes.filter(({ url }) => inText.has(url)).length;
  return {
    blocks: [
      { type: 'heading', level, text: theme.name },
      ...(sources.counts ? [{ type: 'counts' as const, text: `${counts} from ${people}` }] : []),
      ...narrative,
      ...quotes.map((quote) => ({ type: 'quote' as const, quote })),
    ],
    gaps: [
      ...(theme.status === 'retired' ? ['This theme is retired.'] : []),
      ...(narrative.length === 0 ? ['This theme has no narrative yet.'] : []),
      ...(twice === 0 ? [] : [`${isAre(twice)} in the narrative and chosen below it too.`]),
      ...missing(codingIds.length - quotes.length + goneIn(theme.narrative, sources)),
    ],
  };
};

/** The quote that stands for a theme: the one chosen, else the first of its own part, else a telling one. */
const illustration = (
  themeId: string,
  { quotes: chosen }: PartOf<'theme table'>,
  { store, parts, quotes }: Sources,
): WrittenQuote | null => {
  const ids = [
    ...chosen.filter((one) => one.themeId === themeId).map(({ codingId }) => codingId),
    ...parts.flatMap((part) =>
      part.type === 'theme' && part.themeId === themeId ? part.codingIds : [],
    ),
  ];
  const found = ids.flatMap((id) => quotes.get(id) ?? [])[0];
  if (found !== undefined) return found;
  const [extract] = getExtracts(store, tellingCodings(store, themeId, 1), null);
  return extract === undefined ? null : quoteOf(extract);
};

/** A theme of a table with those of its subthemes that are in the table too, however deep. */
interface Entry {
  readonly theme: Theme;
  readonly subthemes: Theme[];
}

/** The themes of a table in the order of the themes; a subtheme without its theme stands alone. */
const entriesOf = (part: PartOf<'theme table'>, themes: Sources['themes']): readonly Entry[] => {
  const wanted = new Set(part.themeIds);
  const entries = new Map<string, Entry>();
  for (const theme of themes.values()) {
    if (!wanted.has(theme.id)) continue;
    let above = theme.parentId;
    while (above !== null && !entries.has(above)) above = themes.get(above)?.parentId ?? null;
    const entry = above === null ? undefined : entries.get(above);
    if (entry === undefined) entries.set(theme.id, { theme, subthemes: [] });
    else entry.subthemes.push(theme);
  }
  return [...entries.values()];
};

const rowsOf = (
  { theme, subthemes }: Entry,
  part: PartOf<'theme table'>,
  sources: Sources,
): readonly ThemeRow[] => {
  const row = (of: Theme, subtheme: string): Omit<ThemeRow, 'theme' | 'span'> => {
    const evidence = sources.counts ? themeEvidence(sources.store, of.id) : null;
    return {
      subtheme,
      quote: illustration(of.id, part, sources),
      counts: evidence === null ? '' : `${evidence.segments} (${evidence.cases})`,
    };
  };
  const own = row(theme, '');
  const rows = subthemes.map((subtheme) => row(subtheme, subtheme.name));
  // A theme that is told by its subthemes needs no row of its own, unless it has a quote to show.
  const all = rows.length === 0 || own.quote !== null || sources.counts ? [own, ...rows] : rows;
  return all.map((each, at) => ({ ...each, theme: theme.name, span: at === 0 ? all.length : 0 }));
};

const tableWords = (part: PartOf<'theme table'>, sources: Sources): Words => {
  const rows = entriesOf(part, sources.themes).flatMap((entry) => rowsOf(entry, part, sources));
  const gone = part.themeIds.filter((id) => !sources.themes.has(id)).length;
  const bare = rows.filter(({ quote }) => quote === null).length;
  return {
    blocks:
      rows.length === 0
        ? []
        : [...headed(part.heading), { type: 'theme table', hasCounts: sources.counts, rows }],
    gaps: [
      ...(part.themeIds.length === 0
        ? ['No theme is chosen for this table yet, so it is left out.']
        : []),
      ...(gone === 0
        ? []
        : [
            gone === 1
              ? '1 theme is no longer in the project and is left out.'
              : `${gone} themes are no longer in the project and are left out.`,
          ]),
      ...(bare === 0
        ? []
        : [bare === 1 ? '1 row has no quote yet.' : `${bare} rows have no quote yet.`]),
    ],
  };
};

const claimNames: Readonly<Record<ClaimKind, string>> = {
  finding: 'findings',
  principle: 'guiding principles',
  'planned change': 'planned changes',
};

const restsOn = (store: Store, claimId: string): readonly string[] =>
  store
    .all<{ name: string }>(
      `SELECT coalesce(theme.name, code.name, claim.statement) AS name FROM support
       LEFT JOIN theme ON onKind = 'theme' AND theme.id = onId
       LEFT JOIN code ON onKind = 'code' AND code.id = onId
       LEFT JOIN claim ON onKind = 'claim' AND claim.id = onId
       WHERE claimId = ? AND onKind <> 'coding' ORDER BY support.id`,
      claimId,
    )
    .map(({ name }) => name)
    .filter((name) => name !== null);

const claimsWords = ({ heading, kind }: PartOf<'claims'>, { store }: Sources): Words => {
  const claims = store
    .all<Claim>('SELECT * FROM claim WHERE kind = ? ORDER BY position, id', kind)
    .map(({ id, statement }): WrittenClaim => ({ statement, restsOn: restsOn(store, id) }));
  if (claims.length === 0)
    return {
      blocks: [],
      gaps: [`There are no ${claimNames[kind]} yet, so this part is left out.`],
    };
  return { blocks: [...headed(heading), { type: 'claims', claims }], gaps: [] };
};

const textWords = ({ heading, body }: PartOf<'text'>, sources: Sources): Words => {
  const level = heading.trim() === '' ? 1 : 2;
  const blocks = writtenBlocks(body, knownOf(sources, level));
  const gone = missing(goneIn(body, sources));
  if (blocks.length === 0)
    return {
      blocks: [],
      gaps: ['Nothing is written here yet, so this part is left out.', ...gone],
    };
  return { blocks: [...headed(heading), ...blocks], gaps: gone };
};

const wordsOf = (part: ReportPart, sources: Sources): Words => {
  switch (part.type) {
    case 'text':
      return textWords(part, sources);
    case 'theme':
      return themeWords(part, sources);
    case 'theme table':
      return tableWords(part, sources);
    case 'claims':
      return claimsWords(part, sources);
  }
};

const quoteOf = (extract: ReturnType<typeof getExtracts>[number]): WrittenQuote => ({
  url: linkUrl({ kind: 'coding', id: extract.id }),
  text: extract.text,
  who: attribution(extract),
});

/** The codings that any part of a report may quote. */
const codingsOf = (part: ReportPart, themes: Sources['themes']): readonly string[] => {
  const linked = (richText: string): readonly string[] =>
    linksIn(richText)
      .filter(({ kind }) => kind === 'coding')
      .map(({ id }) => id);
  switch (part.type) {
    case 'text':
      return linked(part.body);
    case 'theme':
      return [...part.codingIds, ...linked(themes.get(part.themeId)?.narrative ?? '')];
    case 'theme table':
      return part.quotes.map(({ codingId }) => codingId);
    case 'claims':
      return [];
  }
};

/** The level of the last heading among blocks; `before` where there is none. */
const lastLevel = (blocks: readonly Block[], before: 0 | 1 | 2 | 3): 0 | 1 | 2 | 3 =>
  blocks.reduce((level, block) => (block.type === 'heading' ? block.level : level), before);

/**
 * A report as words: each part with what it comes to now, and with what is missing from it. Words
 * that are no longer in the project (a coding that was deleted, a source that was withdrawn) are left
 * out, never taken from what was written down before.
 */
export const readReport = (store: Store, report: Report, counts: boolean): WrittenReport => {
  const parts = partsOfReport(report);
  const themes = new Map(listThemes(store).map((theme) => [theme.id, theme]));
  const ids = [...new Set(parts.flatMap((part) => codingsOf(part, themes)))];
  const quotes = new Map(
    getExtracts(store, ids, null).map((extract) => [extract.id, quoteOf(extract)]),
  );
  const sources = { store, counts, parts, themes, quotes };
  let level: 0 | 1 | 2 | 3 = 0;
  const written = parts.map((part) => {
    const words = wordsOf(part, sources);
    const blocks = inOrder(words.blocks, level);
    level = lastLevel(blocks, level);
    return { id: part.id, blocks, gaps: words.gaps };
  });
  return {
    id: report.id,
    name: report.name,
    project: getProjectRecord(store).name,
    date: localDay(new Date()),
    parts: written,
  };
};
