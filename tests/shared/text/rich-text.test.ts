import { createHeadlessEditor } from '@lexical/headless';
import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import fc from 'fast-check';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  type ElementNode,
  type LexicalEditor,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { editorNodes, keepPlainStructure, richTextOf } from '#renderer/editor/rich-text.ts';
import { richTextSchema } from '#shared/model/rich-text.ts';
import { paragraphsOf, plainText, richTextFrom } from '#shared/text/rich-text.ts';

const newEditor = (): LexicalEditor => {
  const editor = createHeadlessEditor({
    nodes: editorNodes,
    onError: (error) => {
      throw error;
    },
  });
  keepPlainStructure(editor);
  return editor;
};

const write = (build: () => readonly ElementNode[]): string => {
  const editor = newEditor();
  editor.update(
    () => {
      $getRoot()
        .clear()
        .append(...build());
    },
    { discrete: true },
  );
  return richTextOf(editor.getEditorState());
};

const p = (...texts: readonly string[]): ElementNode =>
  $createParagraphNode().append(...texts.map((text) => $createTextNode(text)));

describe('what the editor writes', () => {
  it('is read as one paragraph per block, formats left aside', () => {
    const richText = write(() => [
      $createHeadingNode('h3').append($createTextNode('Bracing')),
      $createParagraphNode().append(
        $createTextNode('People '),
        $createTextNode('brace').toggleFormat('bold'),
        $createTextNode(' for pain.'),
        $createLineBreakNode(),
        $createTextNode('Always.').toggleFormat('italic'),
      ),
      $createQuoteNode().append($createTextNode('I hold my breath.')),
      $createListNode('bullet').append(
        $createListItemNode().append($createTextNode('at work')),
        $createListItemNode().append($createTextNode('on the stairs')),
      ),
    ]);
    expect(richTextSchema.safeParse(richText).success).toBe(true);
    expect(paragraphsOf(richText)).toEqual([
      'Bracing',
      'People brace for pain.\nAlways.',
      'I hold my breath.',
      'at work',
      'on the stairs',
    ]);
    expect(plainText(richText)).toContain('Bracing\n\nPeople brace');
  });

  it('keeps the items of a list within a list apart', () => {
    const richText = write(() => [
      $createListNode('number').append(
        $createListItemNode().append($createTextNode('outer')),
        $createListItemNode().append(
          $createListNode('bullet').append(
            $createListItemNode().append($createTextNode('inner one')),
            $createListItemNode().append($createTextNode('inner two')),
          ),
        ),
      ),
    ]);
    expect(paragraphsOf(richText)).toEqual(['outer', 'inner one', 'inner two']);
  });

  it.each([
    ['nothing', []],
    ['empty paragraphs', ['', '']],
    ['spaces', ['  ', '\t']],
  ])('is empty for %s', (_, texts) => {
    expect(write(() => texts.map((text) => p(text)))).toBe('');
    expect(plainText('')).toBe('');
  });

  it('keeps no colour, alignment, strike-through or other level of heading', () => {
    const richText = write(() => [
      $createHeadingNode('h1').append($createTextNode('Big')),
      $createParagraphNode()
        .setFormat('center')
        .append($createTextNode('red').setStyle('color: red').setFormat('strikethrough')),
    ]);
    expect(richText).not.toMatch(/color|center|h1|"format":4/u);
    expect(paragraphsOf(richText)).toEqual(['Big', 'red']);
  });
});

describe('rich text made of plain paragraphs', () => {
  it('opens in the editor, and comes out as it went in', () => {
    const paragraph = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), (paragraphs) => {
        const richText = richTextFrom(paragraphs);
        expect(paragraphsOf(richText)).toEqual(paragraphs);
        const editor = newEditor();
        editor.setEditorState(editor.parseEditorState(richText));
        const saved = richTextOf(editor.getEditorState());
        const words = paragraphs.join('').trim() === '' ? [] : paragraphs;
        expect(paragraphsOf(saved)).toEqual(words);
      }),
    );
  });
});
