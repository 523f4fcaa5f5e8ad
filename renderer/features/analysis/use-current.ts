import { useEffect, useRef } from 'react';
import type { QueryDefinition } from '#shared/model/query.ts';
import { useAnalysisState } from './analysis-state.ts';

interface Found {
  readonly definition: QueryDefinition;
  readonly ids: readonly string[];
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

const follow = (before: Found, { definition, ids }: Found): void => {
  const { current, chosen, missed } = useAnalysisState.getState();
  const there = new Set(ids);
  const stays = (id: string): boolean => there.has(id);
  if (missed !== null && stays(missed.current)) {
    useAnalysisState.setState({
      current: missed.current,
      chosen: new Set(missed.chosen.filter(stays)),
      missed: null,
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
): void => {
  const before = useRef<Found>(null);
  useEffect(() => {
    if (ids === undefined) return;
    useAnalysisState.setState({ shown: ids });
    if (before.current !== null && before.current.ids !== ids)
      follow(before.current, { definition, ids });
    before.current = { definition, ids };
  }, [definition, ids]);
};
