import { type Column, useCodingState } from '#renderer/features/coding/coding-state.ts';
import { columnOf } from '#renderer/features/coding/columns/columns.ts';
import type { Range as TextRange } from '#shared/model/range.ts';
import type { Turn } from '#shared/model/turn.ts';
import { turnsIn } from '#shared/text/turn-index.ts';

/*
 * Between offsets of a source's text (UTF-16 code units) and the page. The speech of each turn is
 * one text node, so an offset in it is an offset in the text less the turn's speechStart.
 */

const activeColumn = (): Column => useCodingState.getState().column;

const idIn = (column: Column, name: string): string =>
  column === 'main' ? name : `${column}-${name}`;

/** The id of a turn's element, in the column that the keys act on or in the one named. */
export const turnElementId = (index: number, column = activeColumn()): string =>
  idIn(column, `turn-${index}`);

/** The id of the element that holds the speech of a turn, and nothing else. */
export const speechElementId = (index: number, column = activeColumn()): string =>
  idIn(column, `speech-${index}`);

/** The id of the element that says in words what is coded in a turn. */
export const codingsElementId = (index: number, column = activeColumn()): string =>
  idIn(column, `codings-${index}`);

/** The transcript of a column. */
export const transcriptElement = (column = activeColumn()): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-transcript=${column}]`);

const speechNode = (turns: readonly Turn[], index: number): ChildNode | null =>
  document.getElementById(speechElementId(index, columnOf(turns)))?.firstChild ?? null;

const collapsedAt = (node: Node, offset: number): Range => {
  const at = document.createRange();
  at.setStart(node, offset);
  return at;
};

interface Found {
  readonly turn: number;
  readonly offset: number;
}

/** Where a place of the page stands in the text; null outside any turn. */
export const offsetOf = (node: Node, offset: number, turns: readonly Turn[]): Found | null => {
  const element = node instanceof Element ? node : node.parentElement;
  const holder = element?.closest<HTMLElement>('[data-turn]');
  if (holder === null || holder === undefined) return null;
  const index = Number(holder.dataset.turn);
  if (holder.id !== turnElementId(index, columnOf(turns))) return null;
  const turn = turns[index];
  if (turn === undefined) return null;
  const words = speechNode(turns, index);
  if (words === null) return { turn: index, offset: turn.speechStart };
  if (node === words) return { turn: index, offset: Math.min(turn.speechStart + offset, turn.end) };
  // Somewhere else in the turn: before its words (the speaker) or after them (its codings as text).
  const isAfter = collapsedAt(node, offset).comparePoint(words, 0) < 0;
  return { turn: index, offset: isAfter ? turn.end : turn.speechStart };
};

/** The start of the first turn after a place that lies outside every turn. */
const firstAfter = (at: Range, turns: readonly Turn[]): Found | null => {
  const index = turns.findIndex((_, turn) => isTurnAfter(at, turnElementId(turn, columnOf(turns))));
  const turn = turns[index];
  return turn === undefined ? null : { turn: index, offset: turn.speechStart };
};

/** The end of the last turn before a place that lies outside every turn. */
const lastBefore = (at: Range, turns: readonly Turn[]): Found | null => {
  const index = turns.findLastIndex(
    (_, turn) => !isTurnAfter(at, turnElementId(turn, columnOf(turns))),
  );
  const turn = turns[index];
  return turn === undefined ? null : { turn: index, offset: turn.end };
};

const isTurnAfter = (at: Range, id: string): boolean => {
  const element = document.getElementById(id);
  return element !== null && at.comparePoint(element, 0) >= 0;
};

/**
 * The page's selection as a range of the text; null when it is empty or lies elsewhere. What of it
 * lies outside the words is left out.
 */
export const selectedRange = (turns: readonly Turn[], words: Node): TextRange | null => {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(words)) return null;
  const start =
    offsetOf(range.startContainer, range.startOffset, turns) ??
    firstAfter(collapsedAt(range.startContainer, range.startOffset), turns);
  const end =
    offsetOf(range.endContainer, range.endOffset, turns) ??
    lastBefore(collapsedAt(range.endContainer, range.endOffset), turns);
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
  const node = speechNode(turns, index);
  if (turn === undefined || node === null) return null;
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

let measuring: Range | undefined;

/**
 * A live range for measuring, to be used at once: it is the same one each time. Every change of the
 * page brings every live range up to date, and those made for measuring stay until they are collected
 * (measured: taking away a stripe took a hundred times as long). Highlights are painted from static ones.
 */
export const liveRange = (part: StaticRange): Range => {
  measuring ??= document.createRange();
  measuring.setStart(part.startContainer, part.startOffset);
  measuring.setEnd(part.endContainer, part.endOffset);
  return measuring;
};

/** Shows a range of the text as the page's own selection. */
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
};

/** How often a place far away is looked at again until it stands still. */
const looks = 5;

/** Scrolls so that a part of the text is comfortably in view; does nothing when it is already. */
export const showOnPage = (part: StaticRange): void => {
  const scroller = part.startContainer.parentElement?.closest<HTMLElement>('[data-transcript]');
  if (scroller === null || scroller === undefined) return;
  const look = (left: number): void => {
    const box = liveRange(part).getBoundingClientRect();
    const view = scroller.getBoundingClientRect();
    const margin = Math.min(120, view.height / 4);
    if (box.top >= view.top + margin && box.top <= view.bottom - margin) return;
    const before = scroller.scrollTop;
    scroller.scrollBy({ top: box.top - view.top - view.height / 3 });
    // Turns far away have estimated heights until they are shown; a second look corrects that.
    if (left > 0 && scroller.scrollTop !== before) requestAnimationFrame(() => look(left - 1));
  };
  look(looks);
  // The details may come out below it now and leave it less room.
  requestAnimationFrame(() => look(looks));
};

/** Puts the focus back into the reading pane: on the turn the keys are at, or else on the pane. */
export const focusReading = (turn: number): void => {
  const element = document.getElementById(turnElementId(turn)) ?? transcriptElement();
  element?.focus({ preventScroll: true });
};
