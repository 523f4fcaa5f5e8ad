import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { currentReading } from '#renderer/features/coding/reading-data.ts';
import { offsetOf } from '#renderer/features/coding/transcript/transcript-dom.ts';
import { announce } from '#renderer/ui/announce.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Range } from '#shared/model/range.ts';
import { turnAt } from '#shared/text/turn-index.ts';
import type { Unit } from '#shared/text/units.ts';
import { select } from './coding-moves.ts';
import { unitsAround } from './turn-units.ts';

/** Where the reader is: the selection, else the caret of a click, else the start of the turn. */
const placeOfReader = (reading: Reading): Range | undefined => {
  const { selection, turn } = useCodingState.getState();
  if (selection !== null) return selection;
  const caret = getSelection();
  const found =
    caret?.anchorNode == null
      ? null
      : offsetOf(caret.anchorNode, caret.anchorOffset, reading.turns);
  const here = reading.turns[turn];
  const at = found !== null && found.turn === turn ? found.offset : here?.speechStart;
  return at === undefined ? undefined : { start: at, end: at };
};

const unitAround = (reading: Reading, unit: Unit, offset: number): Range | undefined => {
  const turn = Math.max(0, turnAt(reading.turns, offset));
  return unitsAround(reading, unit, { turn, offset }).findLast(
    (range, index) => range.start <= offset || index === 0,
  );
};

/**
 * Selects the whole sentence, paragraph or turn around the reader's place (of a selection, from the
 * one it starts in to the one it ends in) and opens the picker for it.
 */
export const codeUnit = (unit: Unit): void => {
  const reading = currentReading();
  const place = reading === undefined ? undefined : placeOfReader(reading);
  if (reading === undefined || place === undefined) return;
  const first = unitAround(reading, unit, place.start);
  const last = unitAround(reading, unit, Math.max(place.start, place.end - 1));
  if (first === undefined || last === undefined) return announce('Nothing is said in this turn.');
  select({ start: first.start, end: last.end });
  useCodingState.setState({ picker: 'code', unit });
};
