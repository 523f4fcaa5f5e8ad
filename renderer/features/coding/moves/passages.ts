import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { currentReading } from '#renderer/features/coding/reading-data.ts';
import { announce } from '#renderer/ui/announce.ts';
import { counted } from '#renderer/ui/words.ts';
import type { Range } from '#shared/model/range.ts';
import { withoutRangeAt, withRange } from '#shared/text/ranges.ts';
import { speechOf } from './turn-units.ts';

/*
 * Several passages, to be coded together: each is put aside, then one code applies to all of them
 * and to the selection, as one edit. They stay for a further code, until something else is selected.
 */

/** The passages put aside, with the selection as one of them; none while none is put aside. */
export const chosenPassages = (): readonly Range[] => {
  const { passages, selection } = useCodingState.getState();
  if (passages.length === 0 || selection === null) return passages;
  return withRange(passages, { start: selection.start, end: selection.end });
};

const say = (passages: readonly Range[]): void =>
  announce(`${counted(passages.length, 'passage')} chosen. Esc lets go of them.`);

/** Puts the selection, or else the turn the keys are at, aside: to be coded with what comes next. */
export const addPassage = (): void => {
  const reading = currentReading();
  const { selection, passages, passagesCoded, turn } = useCodingState.getState();
  const range = selection ?? (reading === undefined ? undefined : speechOf(reading, turn));
  if (range === undefined) return;
  const next = withRange(passagesCoded ? [] : passages, range);
  useCodingState.setState({ passages: next, passagesCoded: false });
  say(next);
};

/** Takes the passage at a place of the text back, if one is there; answers whether. */
export const takePassageBack = (offset: number): boolean => {
  const { passages } = useCodingState.getState();
  const next = withoutRangeAt(passages, offset);
  if (next.length === passages.length) return false;
  useCodingState.setState({ passages: next });
  say(next);
  return true;
};

/** Lets go of all passages put aside. */
export const letGoOfPassages = (): void =>
  useCodingState.setState({ passages: [], passagesCoded: false });

/** Remembers that they have a code, so that the next selection begins anew. */
export const passagesWereCoded = (): void => useCodingState.setState({ passagesCoded: true });

useCodingState.subscribe(({ selection, passagesCoded, column }, before) => {
  if (passagesCoded && selection !== before.selection && column === before.column)
    letGoOfPassages();
});
