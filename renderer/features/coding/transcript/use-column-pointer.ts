import { type MouseEvent, type PointerEvent, useContext } from 'react';
import { turnToColumn, useCodingState } from '#renderer/features/coding/coding-state.ts';
import { ColumnContext } from '#renderer/features/coding/columns/columns.ts';
import { addPassage, takePassageBack } from '#renderer/features/coding/moves/passages.ts';
import { isModKey } from '#renderer/ui/keys.ts';
import type { Reading } from '#shared/contract/sources.ts';
import { placeAt } from './word-pointer.ts';

/** What the pane hears of the pointer before the parts inside do. */
interface ColumnPointer {
  readonly onPointerDownCapture: (event: PointerEvent) => void;
  readonly onClickCapture: (event: MouseEvent) => void;
}

const isSpeech = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[data-speech]') !== null;

/**
 * Turns to the column that is pressed, and chooses several passages: selecting while Ctrl (or
 * Command) is held keeps what was selected before, and a click on a passage takes that one back.
 */
export const useColumnPointer = (reading: Reading): ColumnPointer => {
  const column = useContext(ColumnContext);
  return {
    onPointerDownCapture: (event) => {
      turnToColumn(column);
      if (event.button !== 0 || !isModKey(event) || !isSpeech(event.target)) return;
      if (useCodingState.getState().selection !== null) addPassage();
    },
    onClickCapture: (event) => {
      if (!isModKey(event) || !isSpeech(event.target)) return;
      if (getSelection()?.isCollapsed === false) return;
      // A click with the key held is about passages, not about the codings under it.
      event.stopPropagation();
      const place = placeAt(event, reading.turns);
      if (place !== null) takePassageBack(place.offset);
    },
  };
};
