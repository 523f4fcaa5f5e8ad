import { AutoFocusPlugin } from '@lexical/react/LexicalAutoFocusPlugin';
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { ListPlugin } from '@lexical/react/LexicalListPlugin';
import { OnChangePlugin } from '@lexical/react/LexicalOnChangePlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import {
  $createParagraphNode,
  $getRoot,
  CLEAR_HISTORY_COMMAND,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
} from 'lexical';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import type { RichText } from '#shared/model/rich-text.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import { $caret, $restoreCaret } from './keep-caret.ts';
import { LinkMenu } from './link-menu.tsx';
import { linkNodes } from './link-nodes.tsx';
import { LinkPlugin } from './link-plugin.tsx';
import { editorNodes, keepPlainStructure, richTextOf } from './rich-text.ts';
import styles from './rich-text-editor.module.css';

export { RichTextView } from './rich-text-view.tsx';

interface Props {
  /** What is being written: shown above it, and its accessible name. */
  readonly label: string;
  readonly value: RichText;
  /**
   * Hears every change. What it gets must come back as `value` (a draft), else the editor takes the
   * older value for a change made elsewhere and shows that.
   */
  readonly onChange: (value: RichText) => void;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  /** In CSS pixels at the usual size of type; it grows with what is written and with zoom. */
  readonly minHeight?: number;
  /** The label is there for screen readers only; the place makes it plain to everyone else. */
  readonly hideLabel?: boolean;
  /** More tools beside those for the kinds of text; they are in the editor's context. */
  readonly tools?: ReactNode;
}

const theme = {
  text: { bold: styles.bold ?? '', italic: styles.italic ?? '' },
  list: { nested: { listitem: styles.nested ?? '' } },
};

/** Shows other words than were shown; whoever is writing stays where they are in the text. */
const show = (editor: LexicalEditor, value: RichText): void => {
  const isWriting = editor.getRootElement()?.contains(document.activeElement) === true;
  const caret = isWriting ? editor.read($caret) : null;
  if (value === '')
    editor.update(() => $getRoot().clear().append($createParagraphNode()), {
      tag: HISTORY_MERGE_TAG,
    });
  else editor.setEditorState(editor.parseEditorState(value), { tag: HISTORY_MERGE_TAG });
  if (caret !== null) editor.update(() => $restoreCaret(caret), { tag: HISTORY_MERGE_TAG });
  editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
};

/** Follows what is written, and shows what was changed elsewhere (an undo, another window). */
const Sync = ({ value, onChange }: Pick<Props, 'value' | 'onChange'>) => {
  const [editor] = useLexicalComposerContext();
  const known = useRef(value);
  useEffect(() => keepPlainStructure(editor), [editor]);
  useEffect(() => {
    if (value === known.current) return;
    known.current = value;
    show(editor, value);
  }, [editor, value]);
  return (
    <OnChangePlugin
      ignoreSelectionChange
      onChange={(state) => {
        const next = richTextOf(state);
        if (next === known.current) return;
        known.current = next;
        onChange(next);
      }}
    />
  );
};

/** These keys are the editor's while it has the focus; elsewhere they are the window's. */
const isOwnKey = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && /^[biuzy]$/iu.test(event.key);

/** Writes rich text: paragraphs, headings, lists, quotes, bold and italic, with an undo of its own. */
export const RichTextEditor = (props: Props) => {
  const { label, value, onChange, autoFocus, placeholder, minHeight = 96, hideLabel } = props;
  const { tools } = props;
  const labelId = useId();
  const empty = <p className={styles.placeholder}>{placeholder}</p>;
  return (
    <LexicalComposer
      initialConfig={{
        namespace: 'understory',
        nodes: [...editorNodes, ...linkNodes],
        theme,
        ...(value === '' ? {} : { editorState: value }),
        onError: (error) => {
          throw error;
        },
      }}
    >
      <div className={styles.editor}>
        <div className={styles.head}>
          <span id={labelId} className={hideLabel === true ? 'visually-hidden' : styles.label}>
            {label}
          </span>
          <EditorToolbar label={label} />
          {tools}
        </div>
        <div
          className={styles.page}
          role="presentation"
          onKeyDown={(event) => {
            if (isOwnKey(event)) event.stopPropagation();
          }}
        >
          <RichTextPlugin
            contentEditable={
              <ContentEditable
                className={`${styles.words} ${styles.writing}`}
                style={{ minHeight: `${minHeight / 16}rem` }}
                ariaLabelledBy={labelId}
                ariaMultiline
                {...(placeholder === undefined
                  ? {}
                  : { 'aria-placeholder': placeholder, placeholder: empty })}
              />
            }
            ErrorBoundary={LexicalErrorBoundary}
          />
        </div>
        <HistoryPlugin />
        <ListPlugin />
        <LinkPlugin />
        <LinkMenu />
        <Sync value={value} onChange={onChange} />
        {autoFocus === true ? <AutoFocusPlugin defaultSelection="rootEnd" /> : null}
      </div>
    </LexicalComposer>
  );
};
