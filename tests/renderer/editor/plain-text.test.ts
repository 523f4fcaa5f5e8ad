import { createHeadlessEditor } from '@lexical/headless';
import fc from 'fast-check';
import { $getRoot, type LexicalEditor } from 'lexical';
import { expect, test } from 'vitest';
import {
  $caretOffset,
  $plainText,
  $selectPlainText,
  $writePlainText,
} from '#renderer/editor/plain-text.ts';
import { prose } from '#tests/shared/text/texts.ts';

const editorWith = (text: string): LexicalEditor => {
  const editor = createHeadlessEditor({
    onError: (error) => {
      throw error;
    },
  });
  editor.update(() => $writePlainText(text), { discrete: true });
  return editor;
};

const text = fc.array(
  fc.oneof(prose, fc.constantFrom('\n', '\t', '\n\n', ' ', '\u00A0', '\u200B')),
);

test('what is written into the editor is what comes out of it, to the character', () => {
  fc.assert(
    fc.property(text, (pieces) => {
      const words = pieces.join('');
      const editor = editorWith(words);
      expect(editor.getEditorState().read($plainText)).toBe(words);
      expect(editor.getEditorState().read(() => $getRoot().getChildrenSize())).toBe(1);
    }),
  );
});

test('the caret stands where it was put, before and after lines and tabs too', () => {
  fc.assert(
    fc.property(text, fc.nat(1000), (pieces, at) => {
      const words = pieces.join('');
      const offset = at % (words.length + 1);
      const editor = editorWith(words);
      editor.update(() => $selectPlainText({ start: 0, end: offset }), { discrete: true });
      expect(editor.getEditorState().read($caretOffset)).toBe(offset);
    }),
  );
});
