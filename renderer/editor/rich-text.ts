import { $isListNode, ListItemNode, ListNode } from '@lexical/list';
import { $createHeadingNode, HeadingNode, QuoteNode } from '@lexical/rich-text';
import { mergeRegister } from '@lexical/utils';
import {
  $getRoot,
  COMMAND_PRIORITY_HIGH,
  type EditorState,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  IS_BOLD,
  IS_ITALIC,
  type LexicalEditor,
  ParagraphNode,
  TextNode,
} from 'lexical';
import type { RichText } from '#shared/model/rich-text.ts';

/** The kinds of text the editor knows beside paragraphs; anything else that is pasted becomes one. */
export const editorNodes = [HeadingNode, QuoteNode, ListNode, ListItemNode] as const;

/** The one level of heading: it stands below the headings of the pane it is in. */
export const headingTag = 'h3';

/** What the editor holds, as it is saved; '' where there are no words. */
export const richTextOf = (state: EditorState): RichText =>
  state.read(() => $getRoot().getTextContent().trim() === '') ? '' : JSON.stringify(state.toJSON());

const keepBoldAndItalic = (node: TextNode): void => {
  const format = node.getFormat() & (IS_BOLD | IS_ITALIC);
  if (node.getFormat() !== format) node.setFormat(format);
  if (node.getStyle() !== '') node.setStyle('');
};

const alignToStart = (node: ElementNode): void => {
  if (node.getFormatType() !== '') node.setFormat('');
  if (node.getIndent() !== 0 && !(node instanceof ListItemNode)) node.setIndent(0);
};

const keepOneLevel = (node: HeadingNode): void => {
  alignToStart(node);
  if (node.getTag() !== headingTag) node.replace($createHeadingNode(headingTag), true);
};

const keepTwoKinds = (node: ListNode): void => {
  alignToStart(node);
  if (node.getListType() === 'check') node.setListType('bullet');
};

/**
 * Holds an editor to plain structure: paragraphs, headings of one level, quotes, lists, bold and
 * italic. Whatever else is pasted keeps its words. Answers how to stop.
 */
export const keepPlainStructure = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerNodeTransform(TextNode, keepBoldAndItalic),
    editor.registerNodeTransform(ParagraphNode, alignToStart),
    editor.registerNodeTransform(QuoteNode, alignToStart),
    editor.registerNodeTransform(ListItemNode, alignToStart),
    editor.registerNodeTransform(HeadingNode, keepOneLevel),
    editor.registerNodeTransform(ListNode, keepTwoKinds),
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => format !== 'bold' && format !== 'italic',
      COMMAND_PRIORITY_HIGH,
    ),
  );

/** What a block is to the toolbar. */
export type BlockKind = 'paragraph' | 'heading' | 'quote' | 'bullet' | 'number';

/** Which kind of block a node stands in. */
export const blockKindOf = (node: ElementNode | null): BlockKind => {
  if (node instanceof HeadingNode) return 'heading';
  if (node instanceof QuoteNode) return 'quote';
  if ($isListNode(node)) return node.getListType() === 'number' ? 'number' : 'bullet';
  return 'paragraph';
};
