import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTabNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
  type PointType,
} from 'lexical';
import type { Range } from '#shared/model/range.ts';

/*
 * Plain text in the editor: one paragraph of text, line breaks and tabs, so that the words typed and
 * the words stored are the same to the character. Offsets are in UTF-16 code units of the text.
 */

const pieceOf = (piece: string): LexicalNode => {
  if (piece === '\n') return $createLineBreakNode();
  return piece === '\t' ? $createTabNode() : $createTextNode(piece);
};

const sizeOf = (node: LexicalNode): number => node.getTextContentSize();

/** Where an offset of the text stands among the nodes of the one paragraph. */
const $pointAt = (offset: number): readonly [LexicalNode, number, 'text' | 'element'] => {
  const paragraph = $getRoot().getFirstChildOrThrow();
  if (!$isElementNode(paragraph)) throw new Error('Plain text is one paragraph');
  let left = offset;
  for (const [index, node] of paragraph.getChildren().entries()) {
    if ($isTextNode(node) && left <= sizeOf(node)) return [node, left, 'text'];
    if (left === 0) return [paragraph, index, 'element'];
    left -= sizeOf(node);
  }
  return [paragraph, paragraph.getChildrenSize(), 'element'];
};

/** Puts the text into the editor in the place of what is there. */
export const $writePlainText = (text: string): void => {
  const pieces = text.split(/(?<=[\n\t])|(?=[\n\t])/u).filter((piece) => piece !== '');
  $getRoot()
    .clear()
    .append($createParagraphNode().append(...pieces.map(pieceOf)));
};

/** Selects a range of the text; an empty one puts the caret there. */
export const $selectPlainText = ({ start, end }: Range): void => {
  const paragraph = $getRoot().getFirstChildOrThrow();
  if (!$isElementNode(paragraph)) return;
  const selection = paragraph.selectStart();
  const [anchor, anchorAt, anchorType] = $pointAt(start);
  const [focus, focusAt, focusType] = $pointAt(end);
  selection.anchor.set(anchor.getKey(), anchorAt, anchorType);
  selection.focus.set(focus.getKey(), focusAt, focusType);
};

/** The text in the editor. */
export const $plainText = (): string => $getRoot().getTextContent();

const sizesOf = (nodes: readonly LexicalNode[]): number =>
  nodes.reduce((sum, node) => sum + sizeOf(node), 0);

const $offsetOf = (point: PointType): number => {
  const node = point.getNode();
  if ($isTextNode(node)) return sizesOf(node.getPreviousSiblings()) + point.offset;
  return $isElementNode(node) ? sizesOf(node.getChildren().slice(0, point.offset)) : 0;
};

/** Where the caret stands in the text: the end that moves, of a selection; null while it is elsewhere. */
export const $caretOffset = (): number | null => {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? $offsetOf(selection.focus) : null;
};
