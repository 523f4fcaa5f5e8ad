import { createContext, useContext } from 'react';
import {
  type Column,
  type ColumnState,
  stateOf,
  useCodingState,
} from '#renderer/features/coding/coding-state.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Turn } from '#shared/model/turn.ts';

/** The column that a part of the page stands in. */
export const ColumnContext = createContext<Column>('main');

/** Reads the state of the column that the component stands in. */
export const useColumnState = <T>(select: (own: ColumnState) => T): T => {
  const column = useContext(ColumnContext);
  return useCodingState((state) => select(stateOf(state, column)));
};

/** Whether the keys act on the column that the component stands in. */
export const useIsActiveColumn = (): boolean => {
  const column = useContext(ColumnContext);
  return useCodingState((state) => state.column === column);
};

const besideTurns = new WeakSet<readonly Turn[]>();
const besideReadings = new WeakMap<Reading, Reading>();

/**
 * A source as a column reads it. Each column has a list of the turns of its own, so that the list
 * tells on which side of the page the turns stand, also where both columns show the same source.
 */
export const readingIn = (column: Column, reading: Reading): Reading => {
  if (column === 'main') return reading;
  const known = besideReadings.get(reading);
  if (known !== undefined) return known;
  const own = { ...reading, turns: [...reading.turns] };
  besideTurns.add(own.turns);
  besideReadings.set(reading, own);
  return own;
};

/** The column that shows these turns. */
export const columnOf = (turns: readonly Turn[]): Column =>
  besideTurns.has(turns) ? 'beside' : 'main';
