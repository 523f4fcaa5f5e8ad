import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { PlainTextPlugin } from '@lexical/react/LexicalPlainTextPlugin';
import { CLEAR_HISTORY_COMMAND, HISTORY_MERGE_TAG, type LexicalEditor } from 'lexical';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Range } from '#shared/model/range.ts';
import { $caretOffset, $plainText, $selectPlainText, $writePlainText } from './plain-text.ts';

/** What the parts around the editor ask of it. */
export interface PlainTextHandle {
  /** Puts the focus into the words, where the caret was last. */
  focus(): void;
  /** Where the caret stands, in UTF-16 code units of the text; null before it was ever in it. */
  caret(): number | null;
}

interface Props {
  /** Its accessible name. */
  readonly label: string;
  /** Ids of elements that say more about it. */
  readonly describedBy?: string;
  readonly value: string;
  /** Hears every change; what it gets must come back as `value`. */
  readonly onChange: (value: string) => void;
  /** What is selected when it opens; it takes the focus then. */
  readonly select: Range;
  readonly isReadOnly?: boolean;
  readonly className?: string;
  readonly handle?: Ref<PlainTextHandle>;
  /** Called with the element that holds the words, after each change of them on the page. */
  readonly onPainted?: (words: HTMLElement) => void;
}

/** Keeps the editor and the value in step, and tells of what was painted. */
const Sync = ({ value, onChange, onPainted }: Pick<Props, 'value' | 'onChange' | 'onPainted'>) => {
  const [editor] = useLexicalComposerContext();
  const known = useRef(value);
  useEffect(() => {
    if (value === known.current) return;
    known.current = value;
    editor.update(() => $writePlainText(value), { tag: HISTORY_MERGE_TAG });
    editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
  }, [editor, value]);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($plainText);
        if (next === known.current) return;
        known.current = next;
        onChange(next);
      }),
    [editor, onChange],
  );
  useEffect(() => {
    const root = editor.getRootElement();
    if (root !== null) onPainted?.(root);
  });
  return null;
};

const Opened = ({
  select,
  isReadOnly,
  handle,
}: Pick<Props, 'select' | 'isReadOnly' | 'handle'>) => {
  const [editor] = useLexicalComposerContext();
  const first = useRef(select);
  const caret = useRef<number>(null);
  useEffect(() => {
    const remember = (): void => {
      caret.current = editor.getEditorState().read($caretOffset) ?? caret.current;
    };
    return editor.registerUpdateListener(remember);
  }, [editor]);
  useEffect(() => {
    editor.update(() => $selectPlainText(first.current), { tag: HISTORY_MERGE_TAG });
    editor.focus();
  }, [editor]);
  useEffect(() => editor.setEditable(isReadOnly !== true), [editor, isReadOnly]);
  useImperativeHandle(handle, () => ({ focus: () => editor.focus(), caret: () => caret.current }), [
    editor,
  ]);
  return null;
};

/** These keys are the editor's while it has the focus; elsewhere they are the window's. */
const isOwnKey = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && /^[uzy]$/iu.test(event.key);

const begin =
  (value: string) =>
  (_: LexicalEditor): void =>
    $writePlainText(value);

/** Writes plain text in place, with an undo of its own: what is typed is what is stored. */
export const PlainTextEditor = (props: Props) => {
  const { label, describedBy, value, className } = props;
  return (
    <LexicalComposer
      initialConfig={{
        namespace: 'understory-plain',
        editorState: begin(value),
        onError: (error) => {
          throw error;
        },
      }}
    >
      <div
        role="presentation"
        onKeyDown={(event) => {
          if (isOwnKey(event)) event.stopPropagation();
        }}
      >
        <PlainTextPlugin
          contentEditable={
            <ContentEditable
              {...(className === undefined ? {} : { className })}
              ariaLabel={label}
              ariaMultiline
              {...(describedBy === undefined ? {} : { ariaDescribedBy: describedBy })}
              spellCheck
              dir="auto"
            />
          }
          ErrorBoundary={LexicalErrorBoundary}
        />
      </div>
      <HistoryPlugin />
      <Sync {...props} />
      <Opened {...props} />
    </LexicalComposer>
  );
};
