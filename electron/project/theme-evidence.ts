import { openDefinition } from '#shared/model/query.ts';
import type { Hits } from '#shared/model/retrieval.ts';
import { fold } from '#shared/text/fold.ts';
import { runQuery } from './retrieval.ts';
import { inJson, type Store } from './store.ts';
import { textsOf } from './texts.ts';
import { codesInThemes } from './themes.ts';
import { withDescendants } from './tree.ts';

const none: Hits = {
  ids: [],
  sources: [],
  codes: [],
  coders: [],
  cases: [],
  of: { source: [], code: [], coder: [], case: [], turn: [] },
};

/** The extracts of a theme and its subthemes by source name and place, with whose they are. */
export const themeHits = (store: Store, themeId: string): Hits => {
  const codeIds = codesInThemes(store, withDescendants(store, 'theme', [themeId]));
  return codeIds.length === 0
    ? none
    : runQuery(store, {
        ...openDefinition,
        codes: { codeIds, themeIds: [], nested: false },
      });
};

/** How many extracts a theme and its subthemes have, and how many cases they are from. */
export const themeEvidence = (
  store: Store,
  themeId: string,
): { readonly segments: number; readonly cases: number } => {
  const hits = themeHits(store, themeId);
  return { segments: hits.ids.length, cases: hits.cases.length };
};

/** Those of some hits that hold these letters, whatever their case and accents. Reads each text once. */
export const hitsHolding = (store: Store, hits: Hits, text: string): Hits => {
  const wanted = fold(text.trim());
  if (wanted === '') return hits;
  const places = new Map(
    store
      .all<{ id: string; start: number; end: number }>(
        `SELECT id, start, end FROM coding WHERE id IN ${inJson}`,
        JSON.stringify(hits.ids),
      )
      .map((place) => [place.id, place]),
  );
  // One text at a time, since hits come source by source.
  let at = -1;
  let body = '';
  const kept = hits.ids.flatMap((id, index) => {
    const source = hits.of.source[index] ?? -1;
    if (source !== at) {
      at = source;
      const sourceId = hits.sources[source] ?? '';
      body = textsOf(store, [sourceId]).get(sourceId) ?? '';
    }
    const place = places.get(id);
    return place !== undefined && fold(body.slice(place.start, place.end)).includes(wanted)
      ? [index]
      : [];
  });
  const pick = (column: readonly number[]): number[] => kept.map((index) => column[index] ?? -1);
  const { source, code, coder, case: people, turn } = hits.of;
  return {
    ...hits,
    ids: kept.map((index) => hits.ids[index] ?? ''),
    of: {
      source: pick(source),
      code: pick(code),
      coder: pick(coder),
      case: pick(people),
      turn: pick(turn),
    },
  };
};
