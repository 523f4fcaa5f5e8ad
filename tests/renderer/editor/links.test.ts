import { createHeadlessEditor } from '@lexical/headless';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
} from 'lexical';
import { describe, expect, test, vi } from 'vitest';
import type { Quoted } from '#shared/text/links.ts';
import { paragraphsOf, richTextFrom } from '#shared/text/rich-text.ts';

// What the nodes show needs a window; what they keep does not.
vi.mock('#renderer/editor/mention.tsx', () => ({
  Mention: () => null,
  LinkMark: () => null,
  kindNames: {},
}));
vi.mock('#renderer/editor/quoted-words.tsx', () => ({ QuotedWords: () => null }));
vi.mock('#renderer/client/queries.ts', () => ({ useCall: () => ({ data: undefined }) }));
const { linkNodes, MentionNode, QuotedNode } = await import('#renderer/editor/link-nodes.tsx');
const { linkTyped } = await import('#renderer/editor/link-menu.tsx');
const { matchingOptions } = await import('#renderer/editor/link-options.ts');
const { $caret, $restoreCaret } = await import('#renderer/editor/keep-caret.ts');
const { editorNodes, richTextOf } = await import('#renderer/editor/rich-text.ts');

const id = '01939f3e-0000-7000-8000-000000000003';

const editorWith = (richText: string) => {
  const editor = createHeadlessEditor({
    nodes: [...editorNodes, ...linkNodes],
    onError: (error) => {
      throw error;
    },
  });
  if (richText !== '') editor.setEditorState(editor.parseEditorState(richText));
  return editor;
};

describe('links and quotes in the editor', () => {
  test('are kept as they came, through reading and saving', () => {
    const quoted: Quoted = {
      url: `understory:coding/${id}`,
      text: 'It comes and goes',
      from: 'P01, Nasreen, turn 12',
      sourceId: id,
      start: 3,
      end: 20,
    };
    const editor = editorWith('');
    editor.update(
      () => {
        const paragraph = $createParagraphNode().append(
          $createTextNode('See '),
          new MentionNode(`understory:code/${id}`, 'Rest'),
        );
        $getRoot().append(paragraph, new QuotedNode(quoted));
      },
      { discrete: true },
    );
    const saved = richTextOf(editor.getEditorState());
    expect(richTextOf(editorWith(saved).getEditorState())).toBe(saved);
    expect(JSON.parse(saved)).toMatchObject({
      root: {
        children: [
          { children: [{ text: 'See ' }, { type: 'mention', url: `understory:code/${id}` }] },
          { type: 'passage', ...quoted },
        ],
      },
    });
    expect(paragraphsOf(saved)).toEqual([
      'See Rest',
      '“It comes and goes” (P01, Nasreen, turn 12)',
    ]);
  });
});

describe('a link that is being typed', () => {
  test.each([
    ['See @brush', 'brush', '@brush'],
    ['@', '', '@'],
    ['(@two words', 'two words', '@two words'],
    ['after [[Being bel', 'Being bel', '[[Being bel'],
  ])('is seen in ‘%s’', (text, matchingString, replaceableString) => {
    expect(linkTyped(text)).toEqual({
      leadOffset: text.length - replaceableString.length,
      matchingString,
      replaceableString,
    });
  });

  test.each(['ruth@example.org', 'at 9 @ home', 'see [one', 'a@b', '@brush] off'])(
    'is not seen in ‘%s’',
    (text) => {
      expect(linkTyped(text)).toBeNull();
    },
  );

  test('is offered names that begin so first, then those that hold it, whatever their accents', () => {
    const named = (name: string) => ({ kind: 'code', id: name, name }) as const;
    const codes = ['Tablets', 'Café table', 'Table', 'Été'].map(named);
    expect(matchingOptions(codes, 'TABL').map(({ name }) => name)).toEqual([
      'Table',
      'Tablets',
      'Café table',
    ]);
    expect(matchingOptions(codes, 'ete').map(({ name }) => name)).toEqual(['Été']);
    const many = Array.from({ length: 2000 }, (_, index) => named(`Code ${index}`));
    expect(matchingOptions(many, 'code')).toHaveLength(12);
  });
});

describe('the caret, when others change the words around it,', () => {
  const after = (from: readonly string[], to: readonly string[]): string => {
    const editor = editorWith(richTextFrom(from));
    editor.update(() => $getRoot().getChildAtIndex(1)?.selectEnd(), { discrete: true });
    const caret = editor.read($caret);
    editor.setEditorState(editor.parseEditorState(richTextFrom(to)));
    if (caret === null) throw new Error('There is no caret');
    editor.update(() => $restoreCaret(caret), { discrete: true });
    return editor.read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return 'nowhere';
      return `${selection.anchor.getNode().getTextContent()}|${selection.anchor.offset}`;
    });
  };

  test('stays in its own paragraph, where that has moved', () => {
    expect(after(['One', 'Mine'], ['New', 'One', 'Mine', 'More'])).toBe('Mine|4');
  });

  test('goes to the paragraph at its place, where its own is gone', () => {
    expect(after(['One', 'Mine'], ['One', 'Me'])).toBe('Me|2');
    expect(after(['One', 'Mine'], ['On'])).toBe('On|2');
  });
});
