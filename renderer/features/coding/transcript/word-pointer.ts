import type { Coding } from '#shared/model/coding.ts';
import type { Turn } from '#shared/model/turn.ts';
import type { Highlighter } from './highlighter.ts';
import { offsetOf } from './transcript-dom.ts';

/** A place on the screen, in CSS pixels of the window. */
export interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** The place in the text that is nearest to a point; null where there are no words. */
export const placeAt = (
  { clientX, clientY }: Point,
  turns: readonly Turn[],
): { readonly turn: number; readonly offset: number } | null => {
  const caret = document.caretPositionFromPoint(clientX, clientY);
  return caret === null ? null : offsetOf(caret.offsetNode, caret.offset, turns);
};

const covers = (node: Text, start: number, { clientX, clientY }: Point): boolean => {
  if (start < 0 || start >= node.length) return false;
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, start + 1);
  return [...range.getClientRects()].some(
    (box) =>
      box.left <= clientX && clientX <= box.right && box.top <= clientY && clientY <= box.bottom,
  );
};

/** The codings whose words are under a point, the shortest first; none between or beside words. */
export const codingsAt = (
  point: Point,
  turns: readonly Turn[],
  highlighter: Highlighter,
): readonly Coding[] => {
  const caret = document.caretPositionFromPoint(point.clientX, point.clientY);
  const node = caret?.offsetNode;
  if (caret == null || !(node instanceof Text)) return [];
  const place = offsetOf(node, caret.offset, turns);
  if (place === null || highlighter.codingsIn(place.turn).length === 0) return [];
  // The caret stands beside the character that is pointed at, on either side of it.
  const character = covers(node, caret.offset, point)
    ? place.offset
    : covers(node, caret.offset - 1, point)
      ? place.offset - 1
      : null;
  if (character === null) return [];
  return highlighter
    .codingsIn(place.turn)
    .filter((coding) => coding.start <= character && character < coding.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
};
