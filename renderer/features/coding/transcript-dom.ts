import type { Range as TextRange } from '#shared/model/range.ts';
import type { Turn } from '#shared/model/turn.ts';
import { turnsIn } from '#shared/text/turn-index.ts';

/*
 * Between offsets of a source's text (UTF-16 code units) and the page. The speech of each turn is
 * one text node, so an offset in it is an offset in the text less the turn's speechStart.
 */

/** The id of a turn's element. */
export const turnElementId = (index: number): string => `turn-${index}`;

const speechElement = (index: number): HTMLElement | null =>
  document.querySelector<HTMLElement>(`#${turnElementId(index)} [data-speech]`);

/** Where an offset of the page's selection stands in the text; null outside any speech. */
export const offsetOf = (
  node: Node,
  offset: number,
  turns: readonly Turn[],
): { readonly turn: number; readonly offset: number } | null => {
  const element = node instanceof Element ? node : node.parentElement;
  const holder = element?.closest<HTMLElement>('[data-turn]');
  if (holder === null || holder === undefined) return null;
  const index = Number(holder.dataset.turn);
  const turn = turns[index];
  if (turn === undefined) return null;
  const inSpeech = element?.closest('[data-speech]') !== null;
  if (node.nodeType === Node.TEXT_NODE && inSpeech)
    return { turn: index, offset: Math.min(turn.speechStart + offset, turn.end) };
  // A whole element was hit: its first half of children stands for the start, the rest for the end.
  const atEnd = inSpeech && offset > 0;
  return { turn: index, offset: atEnd ? turn.end : turn.speechStart };
};

/** The page's selection as a range of the text; null when it is empty or lies elsewhere. */
export const selectedRange = (turns: readonly Turn[]): TextRange | null => {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset, turns);
  const end = offsetOf(range.endContainer, range.endOffset, turns);
  if (start === null || end === null) return null;
  // A triple click ends at the very start of the next turn; that turn is not meant.
  const last = turns[end.turn];
  const before = turns[end.turn - 1];
  const stop =
    end.turn > start.turn && end.offset === last?.speechStart && before !== undefined
      ? before.end
      : end.offset;
  return start.offset < stop ? { start: start.offset, end: stop } : null;
};

/** The parts of a range of the text on the page: one page range for each turn, so that labels stay bare. */
export const pageRanges = (turns: readonly Turn[], range: TextRange): readonly StaticRange[] => {
  const span = turnsIn(turns, range);
  if (span === null) return [];
  const parts: StaticRange[] = [];
  for (let index = span.first; index <= span.last; index += 1) {
    const part = pageRangeIn(turns, index, range);
    if (part !== null) parts.push(part);
  }
  return parts;
};

/** The part of a range of the text that lies in one turn's speech, on the page. */
export const pageRangeIn = (
  turns: readonly Turn[],
  index: number,
  range: TextRange,
): StaticRange | null => {
  const turn = turns[index];
  const node = speechElement(index)?.firstChild;
  if (turn === undefined || node === null || node === undefined) return null;
  const start = Math.max(range.start, turn.speechStart) - turn.speechStart;
  const end = Math.min(range.end, turn.end) - turn.speechStart;
  if (start >= end) return null;
  return new StaticRange({
    startContainer: node,
    startOffset: start,
    endContainer: node,
    endOffset: end,
  });
};

/** A live range for measuring; the page's highlights are painted from static ones. */
export const liveRange = (part: StaticRange): Range => {
  const range = document.createRange();
  range.setStart(part.startContainer, part.startOffset);
  range.setEnd(part.endContainer, part.endOffset);
  return range;
};

/** Shows a range of the text as the page's own selection, and brings its start into view. */
export const selectOnPage = (turns: readonly Turn[], range: TextRange): void => {
  const parts = pageRanges(turns, range);
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return;
  getSelection()?.setBaseAndExtent(
    first.startContainer,
    first.startOffset,
    last.endContainer,
    last.endOffset,
  );
  showOnPage(first);
};

/** Scrolls so that a part of the text is comfortably in view; does nothing when it is already. */
export const showOnPage = (part: StaticRange): void => {
  const element = part.startContainer.parentElement;
  const scroller = element?.closest<HTMLElement>('[data-transcript]');
  if (element === null || element === undefined || scroller === null || scroller === undefined)
    return;
  const box = liveRange(part).getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const margin = Math.min(120, view.height / 4);
  if (box.top >= view.top + margin && box.top <= view.bottom - margin) return;
  scroller.scrollBy({ top: box.top - view.top - view.height / 3 });
  // Turns far away have estimated heights until they are shown; a second look corrects that.
  requestAnimationFrame(() => {
    const now = liveRange(part).getBoundingClientRect();
    if (now.top < view.top + margin || now.top > view.bottom - margin)
      scroller.scrollBy({ top: now.top - view.top - view.height / 3 });
  });
};
