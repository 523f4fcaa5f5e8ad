import { useLayoutEffect, useRef } from 'react';
import type { Reading } from '#shared/contract/sources.ts';
import { useCodingState } from './coding-state.ts';

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
    const { turn } = useCodingState.getState();
    const id = old.turns[turn]?.id;
    const index = reading.turns.findIndex((known) => known.id === id);
    if (index >= 0 && index !== turn) useCodingState.setState({ turn: index });
    if (old.text === reading.text) return;
    useCodingState.setState({ selection: null, extension: null, place: null, preview: null });
  }, [reading]);
};
