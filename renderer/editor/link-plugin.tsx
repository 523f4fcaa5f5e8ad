import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $insertNodeToNearestRoot, mergeRegister } from '@lexical/utils';
import {
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isNodeSelection,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  DROP_COMMAND,
  FOCUS_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
} from 'lexical';
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { useCommands } from '#renderer/commands/registry.ts';
import { parseLink, type Quoted } from '#shared/text/links.ts';
import { beginLink } from './link-menu.tsx';
import { MentionNode, QuotedNode } from './link-nodes.tsx';
import { goToLink } from './link-places.ts';
import { readQuote } from './quote-clipboard.ts';

/** Puts a quote where the caret is, as a block of its own. To be called inside an update. */
export const $insertQuote = (quoted: Quoted): void => {
  $insertNodeToNearestRoot(new QuotedNode(quoted));
};

const $openChosen = (): boolean => {
  const selection = $getSelection();
  const [node] = $isNodeSelection(selection) ? selection.getNodes() : [];
  const url =
    node instanceof MentionNode
      ? node.__url
      : node instanceof QuotedNode
        ? node.__quoted.url
        : undefined;
  const link = url === undefined ? null : parseLink(url);
  if (link === null) return false;
  void goToLink(link);
  return true;
};

const pasteQuote = (event: ClipboardEvent | InputEvent | KeyboardEvent): boolean => {
  const quoted = 'clipboardData' in event ? readQuote(event.clipboardData) : null;
  if (quoted === null) return false;
  event.preventDefault();
  $insertQuote(quoted);
  return true;
};

/** Puts the caret at the end of the block that something is dropped on. */
const $caretAt = (event: DragEvent): void => {
  const node = event.target instanceof Node ? $getNearestNodeFromDOMNode(event.target) : null;
  const block = node?.getTopLevelElement();
  if (block === null || block === undefined) return;
  const selection = $createRangeSelection();
  $setSelection(selection);
  block.selectEnd();
};

const dropQuote = (event: DragEvent): boolean => {
  const quoted = readQuote(event.dataTransfer);
  if (quoted === null) return false;
  event.preventDefault();
  $caretAt(event);
  $insertQuote(quoted);
  return true;
};

/** What links and quotes do in an editor: Enter opens the chosen one, quotes are pasted and dropped. */
const followLinks = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (!$openChosen()) return false;
        event?.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(PASTE_COMMAND, pasteQuote, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DROP_COMMAND, dropQuote, COMMAND_PRIORITY_HIGH),
  );

/** The editor that was written in last: where a command finds the words it is about. */
const useLatest = create<{ readonly editor: LexicalEditor | null }>(() => ({ editor: null }));

const noCommands: readonly never[] = [];

const useLinkCommand = (editor: LexicalEditor): void => {
  const isLatest = useLatest((latest) => latest.editor === editor);
  const commands = useMemo(
    () => [
      {
        id: 'editor.link',
        label: 'Link to a code, theme, source, case or memo',
        menu: 'Memo' as const,
        keys: '$mod+Shift+l',
        run: () => editor.focus(() => beginLink(editor)),
      },
    ],
    [editor],
  );
  useCommands(isLatest ? commands : noCommands);
};

/** Links and quotes in the editor around it. */
export const LinkPlugin = () => {
  const [editor] = useLexicalComposerContext();
  useEffect(() => followLinks(editor), [editor]);
  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          FOCUS_COMMAND,
          () => {
            useLatest.setState({ editor });
            return false;
          },
          COMMAND_PRIORITY_LOW,
        ),
        () => {
          if (useLatest.getState().editor === editor) useLatest.setState({ editor: null });
        },
      ),
    [editor],
  );
  useLinkCommand(editor);
  return null;
};
