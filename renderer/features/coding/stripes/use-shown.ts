import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useColumnState } from '#renderer/features/coding/columns/columns.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Code } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import { categoriesBy } from './categories.ts';
import { filterCodings } from './filter-codings.ts';
import type { Drawn } from './stripe-bars.ts';
import { useStripesState } from './stripes-state.ts';

const none: readonly never[] = [];

/** What of the codings is shown, and how it is drawn. */
interface Shown {
  /** Those the filter lets through, by place. */
  readonly matching: readonly Coding[];
  /** The same with the coding looked at: it stays in sight whatever the filter says. */
  readonly shown: readonly Coding[];
  readonly drawn: Drawn;
}

const withActive = (matching: readonly Coding[], active: Coding | undefined): readonly Coding[] => {
  if (active === undefined) return matching;
  const at = matching.findIndex(
    ({ start, end }) => start > active.start || (start === active.start && end >= active.end),
  );
  return matching.toSpliced(at === -1 ? matching.length : at, 0, active);
};

/** What is shown of the codings of a source; it stays the same object while nothing changes. */
export const useShown = (
  reading: Reading,
  codings: readonly Coding[],
  codes: readonly Code[],
): Shown => {
  const filter = useStripesState((state) => state.filter);
  const colourBy = useStripesState((state) => state.colourBy);
  const groupBy = useStripesState((state) => state.groupBy);
  const active = useColumnState((state) => state.active);
  const themes = useCall('themes.list', {}).data ?? none;
  const placed = useCall('themes.codes', {}).data ?? none;
  const coders = useCall('coders.list', {}).data ?? none;
  const { speakers, turns } = reading;
  const matching = useMemo(
    () => filterCodings(codings, filter, { codes, themes, placed, coders }),
    [codings, filter, codes, themes, placed, coders],
  );
  const hidden = useMemo(() => {
    const found = matching === codings ? undefined : codings.find((coding) => coding.id === active);
    return found === undefined || matching.includes(found) ? undefined : found;
  }, [matching, codings, active]);
  const shown = useMemo(() => withActive(matching, hidden), [matching, hidden]);
  const drawn = useMemo((): Drawn => {
    const facts = { codes, themes, placed, coders, speakers, turns };
    const colours = categoriesBy(colourBy, facts);
    const by = groupBy === 'coding' ? 'code' : groupBy;
    return { groupBy, colours, groups: by === colourBy ? colours : categoriesBy(by, facts) };
  }, [groupBy, colourBy, codes, themes, placed, coders, speakers, turns]);
  return { matching, shown, drawn };
};
