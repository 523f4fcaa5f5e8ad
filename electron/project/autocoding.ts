import type { Extent, Proposal, WayOfCoding } from '#shared/contract/autocoding.ts';
import type { SearchScope } from '#shared/contract/search.ts';
import type { Range } from '#shared/model/range.ts';
import { inContext } from '#shared/text/context.ts';
import {
  type Asked,
  asAsked,
  asksSomething,
  likenessOf,
  questionsIn,
} from '#shared/text/questions.ts';
import { unitsIn } from '#shared/text/units.ts';
import { joined, onTurn, sourcesInScope } from './search-scope.ts';
import { type SearchSource, searchSources } from './search-source.ts';
import { inJson, type Store } from './store.ts';

/** A passage that was found, before it is put in context. */
export interface Passage extends Range {
  readonly source: SearchSource;
  /** The turn where it begins, counted from 0. */
  readonly index: number;
  /** Which label or prompt found it. */
  readonly of: number;
  readonly question: Proposal['question'];
}

const speechOf = (source: SearchSource, index: number): Range => ({
  start: source.starts[index] ?? 0,
  end: source.ends[index] ?? 0,
});

/**
 * Places of a turn made as wide as asked for: each as it is, the sentences it is in, or the whole
 * turn. What comes out the same is there once.
 */
export const widened = (
  source: SearchSource,
  index: number,
  { places, extent }: { readonly places: readonly Range[]; readonly extent: Extent },
): readonly Range[] => {
  if (extent === 'hit' || places.length === 0) return places;
  const speech = speechOf(source, index);
  if (extent === 'turn') return unitsIn(source.body, speech, 'turn');
  const sentences = unitsIn(source.body, speech, 'sentence');
  const wide = places.flatMap((place): Range[] => {
    const touched = sentences.filter(({ start, end }) => start < place.end && end > place.start);
    const first = touched[0];
    const last = touched.at(-1);
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
  });
  return wide.filter(
    ({ start, end }, at) =>
      !wide.slice(0, at).some((other) => other.start === start && other.end === end),
  );
};

interface TurnRow {
  readonly index: number;
  readonly label: string | null;
  readonly role: string | null;
  /** Whether the scope lets it through. */
  readonly counts: 0 | 1;
}

/** The turns of a source in order, with who speaks. */
const turnsOf = (store: Store, sourceId: string, scope: SearchScope): readonly TurnRow[] => {
  const { sql, parameters } = joined(onTurn(scope));
  return store.all<TurnRow>(
    `SELECT row_number() OVER (ORDER BY t.position) - 1 AS "index", sp.label, sp.role,
       coalesce(${sql === '' ? '1' : `(${sql})`}, 0) AS counts
     FROM turn t JOIN source s ON s.id = t.sourceId LEFT JOIN speaker sp ON sp.id = t.speakerId
     WHERE t.sourceId = ? ORDER BY t.position`,
    ...parameters,
    sourceId,
  );
};

const bySpeaker = (
  source: SearchSource,
  turns: readonly TurnRow[],
  labels: readonly string[],
): readonly Passage[] => {
  const places = new Map(labels.map((label, at) => [label, at]));
  return turns.flatMap(({ index, label, counts }): Passage[] => {
    const of = label === null || counts === 0 ? undefined : places.get(label);
    const [speech] = unitsIn(source.body, speechOf(source, index), 'turn');
    return of === undefined || speech === undefined
      ? []
      : [{ source, index, of, question: null, ...speech }];
  });
};

interface Prompt {
  readonly of: number;
  readonly asked: Asked;
}

const promptFor = (
  words: string,
  prompts: readonly Prompt[],
  least: number,
): { readonly of: number; readonly likeness: number } | null => {
  const said = asAsked(words);
  let best: { of: number; likeness: number } | null = null;
  for (const { of, asked } of prompts) {
    const likeness = likenessOf(asked, said);
    if (likeness >= least && likeness > (best?.likeness ?? 0)) best = { of, likeness };
  }
  return best;
};

/** Questions longer than this are shown cut, in UTF-16 code units. */
const shownQuestion = 200;

const byQuestion = (
  source: SearchSource,
  turns: readonly TurnRow[],
  way: Extract<WayOfCoding, { by: 'question' }>,
): readonly Passage[] => {
  const prompts = way.prompts.map((prompt, of) => ({ of, asked: asAsked(prompt) }));
  const passages: Passage[] = [];
  let open: Passage | null = null;
  for (const { index, role, counts } of turns) {
    const speech = speechOf(source, index);
    const words = source.body.slice(speech.start, speech.end);
    if (role === 'interviewer') {
      const found = promptFor(words, prompts, way.likeness);
      if (found === null && !asksSomething(words)) continue;
      if (open !== null && open.end > open.start) passages.push(open);
      open =
        found === null
          ? null
          : {
              source,
              index: -1,
              of: found.of,
              question: { words: words.slice(0, shownQuestion), likeness: found.likeness },
              start: 0,
              end: 0,
            };
      continue;
    }
    const [own] = unitsIn(source.body, speech, 'turn');
    // A title between turns is nobody's answer.
    if (open === null || own === undefined || role === null || counts === 0) continue;
    open = open.index === -1 ? { ...open, index, ...own } : { ...open, end: own.end };
  }
  if (open !== null && open.end > open.start) passages.push(open);
  return passages;
};

/** Passages in context, with the codes that `coderId` gave the very same range already. */
export const asProposals = (
  store: Store,
  passages: readonly Passage[],
  coderId: string | null,
): readonly Proposal[] =>
  passages.map(({ source, index, of, question, start, end }) => ({
    sourceId: source.id,
    sourceName: source.name,
    start,
    end,
    ...inContext(
      source.body,
      { start: source.starts[index] ?? 0, end: Math.max(source.ends[index] ?? 0, end) },
      { start, end },
    ),
    turn: index + 1,
    speaker: source.speakers[index] ?? null,
    of,
    question,
    codeIds: store
      .all<{ codeId: string }>(
        `SELECT codeId FROM coding WHERE sourceId = ? AND start = ? AND end = ? AND coderId = ?`,
        source.id,
        start,
        end,
        coderId,
      )
      .map(({ codeId }) => codeId),
  }));

/**
 * The passages that speakers or questions would code, source by source by name: from the `after`-th
 * source on until there are about `limit`. `next` is where to go on, null at the end.
 */
export const passagesBySource = (
  store: Store,
  asked: {
    readonly way: Exclude<WayOfCoding, { by: 'search' }>;
    readonly scope: SearchScope;
  },
  page: { readonly after: number; readonly limit: number },
): { readonly passages: readonly Passage[]; readonly next: number | null } => {
  const { way, scope } = asked;
  const known = searchSources(store);
  const sources = sourcesInScope(store, scope);
  const passages: Passage[] = [];
  let at = page.after;
  for (; at < sources.length && passages.length < page.limit; at += 1) {
    const source = known.get(sources[at] ?? '');
    if (source === undefined) continue;
    const turns = turnsOf(store, source.id, scope);
    passages.push(
      ...(way.by === 'speaker'
        ? bySpeaker(source, turns, way.labels)
        : byQuestion(source, turns, way)),
    );
  }
  return { passages, next: at < sources.length ? at : null };
};

/** The labels of speakers in the sources of a scope, those who say most first. */
export const speakerLabels = (
  store: Store,
  scope: SearchScope,
): readonly {
  readonly label: string;
  readonly roles: readonly string[];
  readonly sources: number;
  readonly turns: number;
}[] =>
  store
    .all<{ label: string; roles: string; sources: number; turns: number }>(
      `SELECT sp.label, json_group_array(DISTINCT sp.role) AS roles,
         count(DISTINCT sp.sourceId) AS sources, count(*) AS turns
       FROM speaker sp JOIN turn t ON t.speakerId = sp.id
       WHERE sp.sourceId IN ${inJson} GROUP BY sp.label ORDER BY turns DESC, sp.label`,
      JSON.stringify(sourcesInScope(store, scope)),
    )
    .map((row) => ({ ...row, roles: JSON.parse(row.roles) as string[] }));

/** Interviewers' turns that are looked at for questions, and questions that are offered. */
const mostAsked = 5000;
const mostOffered = 40;
/** Two questions are the same when each has so much of the other. */
const sameQuestion = 0.75;

/** Questions that interviewers ask in at least two sources, the most asked first. */
export const commonQuestions = (
  store: Store,
  scope: SearchScope,
): readonly { readonly words: string; readonly sources: number }[] => {
  const rows = store.all<{ sourceId: string; start: number; end: number }>(
    `SELECT t.sourceId, t.speechStart AS start, t.end FROM turn t
     JOIN speaker sp ON sp.id = t.speakerId
     WHERE sp.role = 'interviewer' AND t.sourceId IN ${inJson}
     ORDER BY t.sourceId, t.position LIMIT ?`,
    JSON.stringify(sourcesInScope(store, scope)),
    mostAsked,
  );
  const groups: { readonly words: string; readonly asked: Asked; readonly sources: Set<string> }[] =
    [];
  const known = searchSources(store);
  for (const { sourceId, start, end } of rows) {
    const body = known.get(sourceId)?.body ?? '';
    for (const words of questionsIn(body.slice(start, end))) {
      const asked = asAsked(words);
      // "And then?" is asked everywhere, and of no guide.
      if (asked.words.length < 4 || words.length > shownQuestion) continue;
      const same = groups.find(
        (group) =>
          likenessOf(group.asked, asked) >= sameQuestion &&
          likenessOf(asked, group.asked) >= sameQuestion,
      );
      if (same === undefined) groups.push({ words, asked, sources: new Set([sourceId]) });
      else same.sources.add(sourceId);
    }
  }
  return groups
    .map(({ words, sources }) => ({ words, sources: sources.size }))
    .filter(({ sources }) => sources > 1)
    .sort((a, b) => b.sources - a.sources)
    .slice(0, mostOffered);
};
