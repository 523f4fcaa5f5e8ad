import { useLayoutEffect, useRef } from 'react';
import type { Reading } from '#shared/contract/sources.ts';
import { changeColumn, stateOf, useCodingState } from './coding-state.ts';
import { columnOf } from './columns.ts';

/**
 * Keeps what is looked at right when the words or the turns were changed under it, here, by undo or
 * in another window: places in the words before mean nothing any more, and the keys stay at the turn
 * they were at, whatever its number is now.
 */
export const useEditedText = (reading: Reading): void => {
  const before = useRef(reading);
  // Before anything goes to a turn by its number now.
  useLayoutEffect(() => {
    const old = before.current;
    before.current = reading;
    if (old === reading || old.source.id !== reading.source.id) return;
    const column = columnOf(reading.turns);
    const { turn } = stateOf(useCodingState.getState(), column);
    const id = old.turns[turn]?.id;
    const index = reading.turns.findIndex((known) => known.id === id);
    if (index >= 0 && index !== turn) changeColumn(column, { turn: index });
    if (old.text === reading.text) return;
    changeColumn(column, { selection: null, passages: [], extension: null, place: null });
    useCodingState.setState({ preview: null });
  }, [reading]);
};
