import {
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  ListNode,
} from '@lexical/list';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $getNearestNodeOfType } from '@lexical/utils';
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
} from 'lexical';
import {
  AtSign,
  Bold,
  Heading,
  Italic,
  List,
  ListOrdered,
  type LucideIcon,
  TextQuote,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, ToggleButton, Toolbar } from 'react-aria-components';
import { WithTooltip } from '#renderer/ui/tooltip.tsx';
import { beginLink } from './link-menu.tsx';
import { type BlockKind, blockKindOf, headingTag } from './rich-text.ts';
import styles from './rich-text-editor.module.css';

interface Marks {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly block: BlockKind;
}

const none: Marks = { bold: false, italic: false, block: 'paragraph' };

const $marks = (): Marks => {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return none;
  const node = selection.anchor.getNode();
  return {
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    block: blockKindOf($getNearestNodeOfType(node, ListNode) ?? node.getTopLevelElement()),
  };
};

const useMarks = (editor: LexicalEditor): Marks => {
  const [marks, setMarks] = useState(none);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($marks);
        setMarks((before) =>
          before.bold === next.bold && before.italic === next.italic && before.block === next.block
            ? before
            : next,
        );
      }),
    [editor],
  );
  return marks;
};

const setBlock = (editor: LexicalEditor, block: BlockKind): void => {
  if (block === 'bullet') editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined);
  else if (block === 'number') editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined);
  else
    editor.update(() =>
      $setBlocksType($getSelection(), () => {
        if (block === 'heading') return $createHeadingNode(headingTag);
        return block === 'quote' ? $createQuoteNode() : $createParagraphNode();
      }),
    );
};

interface Tool {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly keys?: string;
  readonly isOn: (marks: Marks) => boolean;
  readonly run: (editor: LexicalEditor, isOn: boolean) => void;
}

const blockTool = (block: BlockKind, label: string, icon: LucideIcon): Tool => ({
  label,
  icon,
  isOn: (marks) => marks.block === block,
  run: (editor, isOn) => setBlock(editor, isOn ? 'paragraph' : block),
});

const tools: readonly Tool[] = [
  {
    label: 'Bold',
    icon: Bold,
    keys: '$mod+KeyB',
    isOn: (marks) => marks.bold,
    run: (editor) => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold'),
  },
  {
    label: 'Italic',
    icon: Italic,
    keys: '$mod+KeyI',
    isOn: (marks) => marks.italic,
    run: (editor) => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic'),
  },
  blockTool('heading', 'Heading', Heading),
  blockTool('bullet', 'Bullet list', List),
  blockTool('number', 'Numbered list', ListOrdered),
  blockTool('quote', 'Quote', TextQuote),
];

/** Bold, italic, the kinds of block and links, for the text that is being written. */
export const EditorToolbar = ({ label }: { readonly label: string }) => {
  const [editor] = useLexicalComposerContext();
  const marks = useMarks(editor);
  return (
    <Toolbar className={styles.toolbar ?? ''} aria-label={`${label}: format`}>
      {tools.map((tool) => (
        <WithTooltip key={tool.label} text={tool.label} keys={tool.keys}>
          <ToggleButton
            className={styles.tool ?? ''}
            aria-label={tool.label}
            isSelected={tool.isOn(marks)}
            preventFocusOnPress
            // The words get the focus first: without a selection there is nothing to format.
            onPress={() => editor.focus(() => tool.run(editor, tool.isOn(marks)))}
          >
            <tool.icon size={14} aria-hidden />
          </ToggleButton>
        </WithTooltip>
      ))}
      <WithTooltip text="Link to a code, theme, source, case or memo" keys="@">
        <Button
          className={styles.tool ?? ''}
          aria-label="Link"
          preventFocusOnPress
          onPress={() => editor.focus(() => beginLink(editor))}
        >
          <AtSign size={14} aria-hidden />
        </Button>
      </WithTooltip>
    </Toolbar>
  );
};
