import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalNode,
} from 'lexical';

/** Where the caret is: the block and its words, the way down from it, and the offset there. */
interface Caret {
  readonly block: number;
  readonly words: string;
  readonly path: readonly number[];
  readonly offset: number;
}

/** Where the caret is now; null where nothing is being written. To be called inside a read. */
export const $caret = (): Caret | null => {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const { anchor } = selection;
  const path: number[] = [];
  let node: LexicalNode = anchor.getNode();
  for (let parent = node.getParent(); parent !== null; parent = node.getParent()) {
    path.unshift(node.getIndexWithinParent());
    node = parent;
  }
  const [block, ...rest] = path;
  if (block === undefined) return null;
  const words = $getRoot().getChildAtIndex(block)?.getTextContent() ?? '';
  return { block, words, path: rest, offset: anchor.offset };
};

const $blockOf = ({ block, words }: Caret): LexicalNode | null => {
  const blocks = $getRoot().getChildren();
  const same = blocks
    .filter((candidate) => candidate.getTextContent() === words)
    .toSorted(
      (a, b) =>
        Math.abs(a.getIndexWithinParent() - block) - Math.abs(b.getIndexWithinParent() - block),
    );
  return same[0] ?? blocks[Math.min(block, blocks.length - 1)] ?? null;
};

/**
 * Puts the caret back after the words were shown anew: into the block that reads as its own did, or
 * else into the one at its place. To be called inside an update.
 */
export const $restoreCaret = (caret: Caret): void => {
  let node = $blockOf(caret);
  for (const index of caret.path) {
    const child: LexicalNode | null = $isElementNode(node) ? node.getChildAtIndex(index) : null;
    if (child === null) break;
    node = child;
  }
  if (!$isTextNode(node) && !$isElementNode(node)) return;
  const size = $isTextNode(node) ? node.getTextContentSize() : node.getChildrenSize();
  const selection = $createRangeSelection();
  const type = $isTextNode(node) ? 'text' : 'element';
  selection.anchor.set(node.getKey(), Math.min(caret.offset, size), type);
  selection.focus.set(node.getKey(), Math.min(caret.offset, size), type);
  $setSelection(selection);
};
