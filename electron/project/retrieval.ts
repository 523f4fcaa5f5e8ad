import type { Coding } from '#shared/model/coding.ts';
import type { CodeSet, QueryCondition, QueryDefinition } from '#shared/model/query.ts';
import type { Hits } from '#shared/model/retrieval.ts';
import { turnAt } from '#shared/text/turn-index.ts';
import { type Coded, relatesTo } from './retrieval-relations.ts';
import { inJson, type Store } from './store.ts';
import { codesInThemes } from './themes.ts';
import { withDescendants } from './tree.ts';

type Found = Pick<Coding, 'id' | 'sourceId' | 'codeId' | 'coderId' | 'start' | 'end'>;

interface SourceOf {
  readonly id: string;
  readonly caseId: string | null;
}

/** A turn as retrieval looks at it: where it is, who speaks, and whose case that is. */
export interface Spoken {
  readonly start: number;
  readonly speechStart: number;
  readonly end: number;
  readonly label: string | null;
  readonly caseId: string | null;
}

/** The turns of a source in order, with their speakers. */
export const spokenIn = (store: Store, sourceId: string): Spoken[] =>
  store.all<Spoken>(
    `SELECT turn.start, turn.speechStart, turn.end, speaker.label, speaker.caseId
     FROM turn LEFT JOIN speaker ON speaker.id = turn.speakerId
     WHERE turn.sourceId = ? ORDER BY turn.position`,
    sourceId,
  );

/** The codes of a set: those named and those of its themes, with what is nested in them if asked. */
const codesOf = (store: Store, set: CodeSet): readonly string[] => {
  const themes = set.nested ? withDescendants(store, 'theme', set.themeIds) : set.themeIds;
  const named = [...set.codeIds, ...codesInThemes(store, themes)];
  return set.nested ? withDescendants(store, 'code', named) : [...new Set(named)];
};

const inList = (name: string): string => `(SELECT value FROM json_each(@${name}))`;

const isEmpty = (set: CodeSet): boolean => set.codeIds.length === 0 && set.themeIds.length === 0;

/** A list as a parameter: null where an empty list lets everything pass. */
const listed = (ids: readonly string[]): string | null =>
  ids.length === 0 ? null : JSON.stringify(ids);

const sourcesOf = (store: Store, { groupIds, timePointIds, sourceIds }: QueryDefinition) => {
  const groups = listed(groupIds);
  const points = listed(timePointIds);
  const sources = listed(sourceIds);
  return store.all<SourceOf>(
    `SELECT id, caseId FROM source
     WHERE (@groups IS NULL OR groupId IN ${inList('groups')})
       AND (@points IS NULL OR timePointId IN ${inList('points')})
       AND (@sources IS NULL OR id IN ${inList('sources')})
     ORDER BY name, id`,
    { groups, points, sources },
  );
};

/** The codings of one source that carry any of these codes (null: any), by place. */
const codedIn = (store: Store, sourceId: string, codeIds: string | null): Found[] =>
  store.all<Found>(
    `SELECT id, sourceId, codeId, coderId, start, end FROM coding
     WHERE sourceId = @sourceId AND (@codeIds IS NULL OR codeId IN ${inList('codeIds')})
     ORDER BY start, end, id`,
    { sourceId, codeIds },
  );

/** The codings of one source that also were marked as asked for and made by the coders named. */
const candidatesIn = (
  store: Store,
  sourceId: string,
  { definition, codeIds }: { definition: QueryDefinition; codeIds: string | null },
): Found[] =>
  store.all<Found>(
    `SELECT id, sourceId, codeId, coderId, start, end FROM coding
     WHERE sourceId = @sourceId AND (@codeIds IS NULL OR codeId IN ${inList('codeIds')})
       AND (@coderIds IS NULL OR coderId IN ${inList('coderIds')})
       AND important >= @important AND (@level IS NULL OR level = @level)
     ORDER BY start, end, id`,
    {
      sourceId,
      codeIds,
      coderIds: listed(definition.coderIds),
      important: definition.important ? 1 : 0,
      level: definition.level,
    },
  );

/** The cases that every attribute asked for says one of the wanted values of; null for no attribute. */
const casesByAttributes = (
  store: Store,
  { attributes }: QueryDefinition,
): ReadonlySet<string> | null => {
  if (attributes.length === 0) return null;
  const [first = [], ...others] = attributes.map(({ attributeId, values }) =>
    store
      .all<{ caseId: string }>(
        `SELECT caseId FROM attribute_value WHERE attributeId = ? AND value IN ${inJson}`,
        attributeId,
        JSON.stringify(values),
      )
      .map((row) => row.caseId),
  );
  const rest = others.map((cases) => new Set(cases));
  return new Set(first.filter((id) => rest.every((cases) => cases.has(id))));
};

/** Whether anything of this code list is in a source at all: the cheap way to pass over one. */
const sourcesWith = (store: Store, codeIds: string | null): ReadonlySet<string> | null =>
  codeIds === null
    ? null
    : new Set(
        store
          .all<{ sourceId: string }>(
            `SELECT DISTINCT sourceId FROM code_use WHERE codeId IN ${inJson}`,
            codeIds,
          )
          .map((row) => row.sourceId),
      );

/** A list of ids that grows as they are met, and where each stands in it. */
class Column {
  readonly ids: string[] = [];
  readonly of: number[] = [];
  readonly #known = new Map<string, number>();

  add(id: string | null): void {
    if (id === null) {
      this.of.push(-1);
      return;
    }
    let index = this.#known.get(id);
    if (index === undefined) {
      index = this.ids.length;
      this.ids.push(id);
      this.#known.set(id, index);
    }
    this.of.push(index);
  }
}

type Passes = (coding: Coded) => boolean;

/** The conditions of a query on the codings of one source, ready to be asked of each. */
const conditionsIn = (
  store: Store,
  { sourceId, turns }: { readonly sourceId: string; readonly turns: readonly Spoken[] },
  conditions: readonly (QueryCondition & { readonly codeIds: string | null })[],
): readonly Passes[] =>
  conditions.map(({ not, relation, codeIds }) => {
    const relates = relatesTo(codedIn(store, sourceId, codeIds), relation, turns);
    return (coding) => relates(coding) !== not;
  });

/**
 * Runs a query: the codings it finds, by source name and place. The case of a coding is that of whoever
 * speaks where it begins, else that of its source. Cost follows the sources that hold its codes.
 */
export const runQuery = (store: Store, definition: QueryDefinition): Hits => {
  const codeIds = isEmpty(definition.codes)
    ? null
    : JSON.stringify(codesOf(store, definition.codes));
  const conditions = definition.conditions.map((condition) => ({
    ...condition,
    codeIds: isEmpty(condition.codes) ? null : JSON.stringify(codesOf(store, condition.codes)),
  }));
  const holders = sourcesWith(store, codeIds);
  const cases = definition.caseIds.length === 0 ? null : new Set(definition.caseIds);
  const described = casesByAttributes(store, definition);
  const labels = definition.speakerLabels.length === 0 ? null : new Set(definition.speakerLabels);
  const [sources, codes, coders, people] = [new Column(), new Column(), new Column(), new Column()];
  const ids: string[] = [];
  const turnOf: number[] = [];
  for (const source of sourcesOf(store, definition)) {
    if (holders?.has(source.id) === false) continue;
    const candidates = candidatesIn(store, source.id, { definition, codeIds });
    if (candidates.length === 0) continue;
    const turns = spokenIn(store, source.id);
    const passes = conditionsIn(store, { sourceId: source.id, turns }, conditions);
    for (const coding of candidates) {
      const at = turnAt(turns, coding.start);
      const turn = turns[at];
      const caseId = turn?.caseId ?? source.caseId;
      if (cases !== null && (caseId === null || !cases.has(caseId))) continue;
      if (described !== null && (caseId === null || !described.has(caseId))) continue;
      if (labels !== null && !labels.has(turn?.label ?? '')) continue;
      if (!passes.every((pass) => pass(coding))) continue;
      ids.push(coding.id);
      turnOf.push(at + 1);
      sources.add(coding.sourceId);
      codes.add(coding.codeId);
      coders.add(coding.coderId);
      people.add(caseId);
    }
  }
  return {
    ids,
    sources: sources.ids,
    codes: codes.ids,
    coders: coders.ids,
    cases: people.ids,
    of: {
      source: sources.of,
      code: codes.of,
      coder: coders.of,
      case: people.of,
      turn: turnOf,
    },
  };
};
