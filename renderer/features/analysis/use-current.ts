import { useEffect, useRef } from 'react';
import type { QueryDefinition } from '#shared/model/query.ts';
import type { Hits } from '#shared/model/retrieval.ts';
import { type Moved, useAnalysisState } from './analysis-state.ts';
import { codeOfHit } from './retrieval-rows.ts';

/** The segments shown for a question, and the code that each of them has. */
interface Found {
  readonly definition: QueryDefinition;
  readonly ids: readonly string[];
  readonly codeOf: (id: string) => string | undefined;
}

/** The next one that stayed, else the one before. */
const neighbour = (
  before: readonly string[],
  gone: string,
  stays: (id: string) => boolean,
): string | null => {
  const at = before.indexOf(gone);
  return before.slice(at + 1).find(stays) ?? before.slice(0, at).findLast(stays) ?? null;
};

/** Notes which of what was recoded went elsewhere. Answers the latest that has come back, if any. */
const comeBack = (moved: readonly Moved[], { codeOf }: Found): number => {
  const noted = moved.map((one) =>
    one.isGone || codeOf(one.current) === one.codeId ? one : { ...one, isGone: true },
  );
  if (noted.some((one, index) => one !== moved[index])) useAnalysisState.setState({ moved: noted });
  return noted.findLastIndex((one) => one.isGone && codeOf(one.current) === one.codeId);
};

const follow = (before: Found, now: Found): void => {
  const { definition, ids } = now;
  const { current, chosen, missed, moved, returns } = useAnalysisState.getState();
  const there = new Set(ids);
  const stays = (id: string): boolean => there.has(id);
  if (missed !== null && stays(missed.current)) {
    useAnalysisState.setState({
      current: missed.current,
      chosen: new Set(missed.chosen.filter(stays)),
      missed: null,
      returns: returns + 1,
    });
    return;
  }
  const back = comeBack(moved, now);
  const returned = moved[back];
  if (returned !== undefined) {
    useAnalysisState.setState({
      current: returned.current,
      chosen: new Set(returned.chosen.filter(stays)),
      moved: moved.slice(0, back),
      returns: returns + 1,
    });
    return;
  }
  const kept = [...chosen].filter(stays);
  if (kept.length < chosen.size) useAnalysisState.setState({ chosen: new Set(kept) });
  if (current === null || stays(current)) return;
  // Another question begins anew; the same one goes on beside what went away.
  if (before.definition === definition)
    useAnalysisState.setState({
      current: neighbour(before.ids, current, stays),
      missed: missed ?? { current, chosen: [...chosen] },
    });
  else useAnalysisState.setState({ current: null });
};

/**
 * Looks after the place in the list: a segment that goes away hands over to its neighbour, and one
 * that an undo brings back is looked at again, with what was chosen beside it. `ids` are those shown
 * for `definition`; undefined while they are on their way.
 */
export const useCurrent = (
  definition: QueryDefinition,
  ids: readonly string[] | undefined,
  hits: Hits | undefined,
): void => {
  const before = useRef<Found>(null);
  useEffect(() => {
    if (ids === undefined || hits === undefined) return;
    useAnalysisState.setState({ shown: ids });
    const now: Found = { definition, ids, codeOf: (id) => codeOfHit(hits, id) };
    if (before.current !== null && before.current.ids !== ids) follow(before.current, now);
    before.current = now;
  }, [definition, ids, hits]);
};
