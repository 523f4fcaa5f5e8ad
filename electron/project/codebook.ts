import type { Code } from '#shared/model/code.ts';
import type {
  Codebook,
  CodebookCode,
  CodebookTheme,
  ExampleQuote,
} from '#shared/model/codebook.ts';
import { countWords } from '#shared/text/words.ts';
import { codeUse, listCodes } from './codes.ts';
import { inJson, type Store } from './store.ts';
import { getProjectRecord } from './study.ts';
import { listThemeCodes, listThemes } from './themes.ts';

/** A shorter quote says too little on its own. */
const fewestWords = 8;
/** Sources whose texts are in memory at once. */
const batchSize = 20;

/** The codes of an export: those named with all that is nested in them, or all when `ids` is null. */
const nestedCodes = (store: Store, ids: ReadonlySet<string> | null): readonly CodebookCode[] => {
  const use = new Map(codeUse(store, null).map((each) => [each.codeId, each]));
  const paths = new Map<string, readonly string[]>();
  const depths = new Map<string, number>();
  const placed = (code: Code): readonly CodebookCode[] => {
    const path = [...(paths.get(code.parentId ?? '') ?? []), code.name];
    paths.set(code.id, path);
    const above = depths.get(code.parentId ?? '');
    if (ids !== null && above === undefined && !ids.has(code.id)) return [];
    const depth = above === undefined ? 0 : above + 1;
    depths.set(code.id, depth);
    const { codings = 0, sources = 0 } = use.get(code.id) ?? {};
    return [{ ...code, depth, path, codings, sources, example: null }];
  };
  return listCodes(store).flatMap(placed);
};

const themesOf = (store: Store, codes: readonly CodebookCode[]): readonly CodebookTheme[] => {
  const known = new Set(codes.map((code) => code.id));
  const members = Map.groupBy(
    listThemeCodes(store).filter((place) => known.has(place.codeId)),
    (place) => place.themeId,
  );
  const themes = listThemes(store);
  const names = new Map(themes.map((theme) => [theme.id, theme.name]));
  return themes.map(({ narrative, ...theme }) => ({
    ...theme,
    parentName: theme.parentId === null ? null : (names.get(theme.parentId) ?? null),
    hasNarrative: narrative !== '',
    codeIds: (members.get(theme.id) ?? []).map((place) => place.codeId),
  }));
};

/** The day an instant falls on where the researcher is, `YYYY-MM-DD`. */
export const localDay = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/**
 * The codebook as it leaves the project, without example quotes: the codes named (with what is nested
 * in them; all when `codeIds` is null) and the themes; of a chosen few codes, only the themes they
 * stand in. Ids that are not in the project are passed over.
 */
export const readCodebook = (
  store: Store,
  codeIds: readonly string[] | null,
  now: Date,
): Codebook => {
  const codes = nestedCodes(store, codeIds === null ? null : new Set(codeIds));
  const themes = themesOf(store, codes);
  return {
    project: getProjectRecord(store).name,
    date: localDay(now),
    coders: store
      .all<{ name: string }>('SELECT name FROM coder ORDER BY createdAt, id')
      .map(({ name }) => name),
    codes,
    themes: codeIds === null ? themes : themes.filter((theme) => theme.codeIds.length > 0),
  };
};

interface Candidate {
  readonly quote: ExampleQuote;
  /** Rank: what comes first is the better example. */
  readonly rank: readonly number[];
}

interface CodedPlace {
  readonly codeId: string;
  readonly sourceId: string;
  readonly start: number;
  readonly end: number;
  readonly speechStart: number | null;
  readonly source: string;
  readonly speaker: string | null;
  readonly role: string | null;
}

const isBetter = (one: readonly number[], other: readonly number[]): boolean => {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
};

/** An interviewer's words come last; then the shortest of enough words; then the longest. */
const rankOf = (place: CodedPlace, words: number): readonly number[] => [
  place.role === 'interviewer' ? 1 : 0,
  words >= fewestWords ? 0 : 1,
  words >= fewestWords ? words : -words,
];

const candidateOf = (place: CodedPlace, body: string): Candidate => {
  const speech = place.speechStart ?? 0;
  const start = speech < place.end ? Math.max(place.start, speech) : place.start;
  const text = body.slice(start, place.end).trim();
  return {
    quote: { text, source: place.source, speaker: place.speaker },
    rank: rankOf(place, countWords(text)),
  };
};

const codedPlaces = (store: Store, sourceIds: readonly string[]): readonly CodedPlace[] =>
  store.all<CodedPlace>(
    `SELECT place.codeId, place.sourceId, place.start, place.end, turn.speechStart,
      source.name AS source, coalesce("case".pseudonym, speaker.label) AS speaker, speaker.role
     FROM (SELECT *, (SELECT id FROM turn t WHERE t.sourceId = coding.sourceId
         AND t.start <= coding.start ORDER BY t.start DESC LIMIT 1) AS turnId
       FROM coding WHERE sourceId IN ${inJson}) place
     JOIN source ON source.id = place.sourceId
     LEFT JOIN turn ON turn.id = place.turnId
     LEFT JOIN speaker ON speaker.id = turn.speakerId
     LEFT JOIN "case" ON "case".id = speaker.caseId
     ORDER BY source.name, source.id, place.start, place.end`,
    JSON.stringify(sourceIds),
  );

/** The sources with codings of these codes, by name: what example quotes can come from. */
export const sourcesWithQuotes = (store: Store, codeIds: readonly string[]): readonly string[] =>
  store
    .all<{ id: string }>(
      `SELECT id FROM source WHERE id IN
        (SELECT sourceId FROM code_use WHERE codeId IN ${inJson}) ORDER BY name, id`,
      JSON.stringify(codeIds),
    )
    .map((row) => row.id);

/**
 * Chooses an example quote for each code from these sources: the shortest coding of at least eight
 * words, else the longest; the words of interviewers only where there are no others; of equals, the
 * first by source name and place. A generator, so that long work can pause: each step reads a few
 * sources and yields how many are done; the quotes, by code id, are what it returns.
 */
export function* chooseExamples(
  store: Store,
  sourceIds: readonly string[],
): Generator<number, ReadonlyMap<string, ExampleQuote>> {
  const best = new Map<string, Candidate>();
  for (let done = 0; done < sourceIds.length; done += batchSize) {
    const batch = sourceIds.slice(done, done + batchSize);
    const texts = new Map(
      store
        .all<{ id: string; body: string }>(
          `SELECT id, body FROM source_text WHERE id IN ${inJson}`,
          JSON.stringify(batch),
        )
        .map(({ id, body }) => [id, body]),
    );
    for (const place of codedPlaces(store, batch)) {
      const candidate = candidateOf(place, texts.get(place.sourceId) ?? '');
      const found = best.get(place.codeId);
      if (found === undefined || isBetter(candidate.rank, found.rank))
        best.set(place.codeId, candidate);
    }
    yield Math.min(done + batchSize, sourceIds.length);
  }
  return new Map([...best].map(([codeId, { quote }]) => [codeId, quote]));
}
