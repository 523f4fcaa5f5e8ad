import { useLayoutEffect, useRef } from 'react';
import { changeColumn, stateOf, useCodingState } from '#renderer/features/coding/coding-state.ts';
import { columnOf } from '#renderer/features/coding/columns/columns.ts';
import { focusReading } from '#renderer/features/coding/transcript/transcript-dom.ts';
import type { Reading } from '#shared/contract/sources.ts';
import { turnAt } from '#shared/text/turn-index.ts';

/**
 * Keeps what is looked at right when the words or the turns were changed under it, here, by undo or
 * in another window: places in the words before mean nothing any more, and the keys stay at the turn
 * they were at, whatever its number is now; at the one that has its words now, if it is gone.
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
    const was = old.turns[turn];
    const same = reading.turns.findIndex((known) => known.id === was?.id);
    const index = same >= 0 ? same : Math.max(0, turnAt(reading.turns, was?.start ?? 0));
    if (index !== turn) changeColumn(column, { turn: index });
    // A turn that goes takes the focus with it, for example when its split is undone.
    if (
      same < 0 &&
      column === useCodingState.getState().column &&
      document.activeElement === document.body
    )
      focusReading(index);
    if (old.text === reading.text) return;
    changeColumn(column, { selection: null, passages: [], extension: null, place: null });
    useCodingState.setState({ preview: null });
  }, [reading]);
};
