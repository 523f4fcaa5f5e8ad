import { create } from 'zustand';
import type { Range } from '#shared/model/range.ts';
import type { Colouring } from './categories.ts';
import { everything, type Filter } from './filter-codings.ts';
import type { Stack } from './place-stripes.ts';

/** What one stripe in the margin stands for. */
export type Grouping = 'code' | 'theme' | 'coder' | 'coding';

interface StripesState {
  readonly filter: Filter;
  readonly colourBy: Colouring;
  readonly groupBy: Grouping;
  /** Whether the margin with the stripes is there. */
  readonly marginOpen: boolean;
  /** Whether the bar with filter and colours is there. */
  readonly barOpen: boolean;
  /** What the stripe under the pointer covers. */
  readonly lit: Range | null;
  /** The "+n" that is under the pointer. */
  readonly stackHovered: Stack | null;
  /** The turn whose codings are listed by name, counted from 0. */
  readonly listing: number | null;
}

/** How this window shows codings: which, in which colours, as which stripes. Never saved. */
export const useStripesState = create<StripesState>(() => ({
  filter: everything,
  colourBy: 'code',
  groupBy: 'code',
  marginOpen: true,
  barOpen: false,
  lit: null,
  stackHovered: null,
  listing: null,
}));

/** Changes parts of the filter. */
export const changeFilter = (change: Partial<Filter>): void =>
  useStripesState.setState(({ filter }) => ({ filter: { ...filter, ...change } }));

/** Shows every coding again. */
export const showAll = (): void => useStripesState.setState({ filter: everything });

/** Chooses what a stripe stands for; stripes of themes or coders have one colour only by those. */
export const groupStripes = (groupBy: Grouping): void =>
  useStripesState.setState(
    groupBy === 'theme' || groupBy === 'coder' ? { groupBy, colourBy: groupBy } : { groupBy },
  );
