import { toast } from 'sonner';
import { ask } from '#renderer/client/call.ts';
import { edit } from '#renderer/client/edit.ts';
import { announce } from '#renderer/ui/announce.ts';
import { quoted as inQuotes } from '#renderer/ui/words.ts';
import type { Memo } from '#shared/model/memo.ts';
import { appendQuote, type Quoted } from '#shared/text/links.ts';
import { openMemo } from './memo-actions.ts';
import { today } from './memo-words.ts';

/** Stands for an entry that is yet to be begun, among the memos to choose from. */
export const newEntryId = 'new';

const append = async (id: string, quoted: Quoted): Promise<Memo | null> => {
  const memo = await ask('memos.get', { id });
  if (memo === null) return null;
  return edit('memos.update', { id, body: appendQuote(memo.body, quoted), base: memo.body });
};

/** Puts a quote at the end of a memo, or of a new entry of the journal; the way there is offered. */
export const quoteInMemo = async (id: string, quoted: Quoted): Promise<void> => {
  const memo =
    id === newEntryId
      ? await edit('memos.create', {
          targetKind: 'project',
          day: today(),
          body: appendQuote('', quoted),
        })
      : await append(id, quoted);
  if (memo === null) return;
  const said = memo.title === '' ? 'Quoted in the memo' : `Quoted in ${inQuotes(memo.title)}`;
  announce(`${said}. Undo available.`);
  toast(said, { action: { label: 'Open memo', onClick: () => openMemo(memo.id) } });
};
