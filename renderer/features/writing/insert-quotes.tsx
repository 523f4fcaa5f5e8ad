import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getSelection, $setSelection, type BaseSelection, type LexicalEditor } from 'lexical';
import { useRef, useState } from 'react';
import { ask } from '#renderer/client/call.ts';
import { $insertQuote } from '#renderer/editor/link-plugin.tsx';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/words.ts';
import { attribution } from '#shared/text/attribution.ts';
import { linkUrl } from '#shared/text/links.ts';
import { ChooseQuotes } from './choose-quotes.tsx';

/** Puts quotes where the caret was, in order; each stays linked to its coding. */
const insert = async (
  editor: LexicalEditor,
  codingIds: readonly string[],
  caret: BaseSelection | null,
): Promise<void> => {
  const quotes = await ask('extracts.get', { codingIds: [...codingIds] });
  editor.update(() => {
    $setSelection(caret?.clone() ?? null);
    for (const quote of quotes)
      $insertQuote({
        url: linkUrl({ kind: 'coding', id: quote.id }),
        text: quote.text,
        from: attribution(quote),
        sourceId: quote.sourceId,
        start: quote.start,
        end: quote.end,
      });
  });
  editor.focus();
  announce(`Inserted ${counted(quotes.length, 'quote')}`);
};

/**
 * A tool of a text editor that puts quotes into its words. `themeId` names the theme whose quotes
 * are offered; null lets one be chosen.
 */
export const InsertQuotes = ({ themeId }: { readonly themeId: string | null }) => {
  const [editor] = useLexicalComposerContext();
  const [isOpen, setOpen] = useState(false);
  const caret = useRef<BaseSelection | null>(null);
  return (
    <>
      <Button
        small
        onPress={() => {
          caret.current = editor.read(() => $getSelection()?.clone() ?? null);
          setOpen(true);
        }}
      >
        Insert quotes
      </Button>
      {isOpen ? (
        <ChooseQuotes
          title="Insert quotes"
          action="Insert quotes"
          themeId={themeId}
          chosen={[]}
          onClose={() => setOpen(false)}
          onDone={(chosen) => void insert(editor, chosen, caret.current)}
        />
      ) : null}
    </>
  );
};
