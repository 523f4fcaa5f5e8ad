import { toast } from 'sonner';
import { runJob } from '#renderer/client/call.ts';
import { edit, showError } from '#renderer/client/edit.ts';
import { platform } from '#renderer/client/platform.ts';
import { announce } from '#renderer/ui/announce.ts';
import { quoted } from '#renderer/ui/words.ts';
import type { PickedFile } from '#shared/contract/platform.ts';
import type { Outcome, Replied } from '#shared/model/reply.ts';
import { keepOutcome, showDialog, showReplies, useRepliesState } from './replies-state.ts';
import { countedReplies, onTheme, outcomeNames } from './reply-words.tsx';

/** Imports reply files and says what became of them: in a word where all went well, else file by file. */
export const importReplies = async (files: readonly PickedFile[]): Promise<void> => {
  if (files.length === 0) return;
  const reply = await runJob('replies.import', {
    files: files.map(({ token, name }) => ({ token, name })),
  });
  if (!reply.ok) return showError(reply.error);
  const results = reply.value.files;
  const imported = results.filter(({ status }) => status === 'imported');
  const said = `${countedReplies(imported.length)} imported`;
  showReplies();
  if (
    imported.length === results.length &&
    imported.every(({ warnings }) => warnings.length === 0)
  ) {
    announce(said);
    toast.success(said);
  } else showDialog({ kind: 'imports', files: results });
};

/** Asks for reply files and imports them. */
export const pickReplies = async (): Promise<void> => {
  try {
    await importReplies(await platform.pickFiles({ name: 'Replies', extensions: ['json', 'txt'] }));
  } catch (thrown) {
    showError({
      code: 'file-unreadable',
      message: `The files could not be read. Nothing was imported. ${String(thrown)}`,
    });
  }
};

/** Puts the focus on an answer in the list, as soon as it is drawn. */
const focusItem = (id: string, tries = 20): void => {
  const row = document.querySelector<HTMLElement>(
    `[data-replies-list] [data-key="${CSS.escape(id)}"]`,
  );
  if (row !== null) row.focus();
  else if (tries > 0) requestAnimationFrame(() => focusItem(id, tries - 1));
};

/** Puts the focus into the words of the outcome. */
const focusNote = (): void => {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-outcome-note] textarea')?.focus(),
  );
};

/** The next answer that is open after this one in the list, else the first before it. */
export const nextOpen = (items: readonly Replied[], id: string | null): Replied | undefined => {
  const at = items.findIndex((item) => item.id === id);
  const isOpen = (item: Replied): boolean => item.outcome === 'open' && item.id !== id;
  return items.slice(at + 1).find(isOpen) ?? items.find(isOpen);
};

/** Looks at an answer and puts the focus on it. */
export const goToItem = (id: string): void => {
  useRepliesState.setState({ itemId: id });
  focusItem(id);
};

/**
 * Begins to write what came of an answer; where it fits and nothing else is said, the words are there.
 * The focus goes to the words, or stays where somebody may choose otherwise yet.
 */
export const beginOutcome = (
  item: Replied,
  outcome: Exclude<Outcome, 'open'>,
  focus: 'words' | 'stay' = 'words',
): void => {
  const { outcomes } = useRepliesState.getState();
  const written = outcomes.get(item.id)?.note ?? item.outcomeNote;
  const fits = item.answer === 'this fits' && item.comment === '' && outcome === 'not changed';
  keepOutcome(item.id, {
    outcome,
    note: written === '' && fits ? 'Nothing needed changing: it fits as it is.' : written,
  });
  if (focus === 'words') focusNote();
};

/** Saves what came of an answer, and goes on to the next that is open. Answers whether it was saved. */
export const decide = async (
  item: Replied,
  { outcome, note }: { readonly outcome: Outcome; readonly note: string },
  items: readonly Replied[],
): Promise<boolean> => {
  const next = outcome === 'open' ? undefined : nextOpen(items, item.id);
  const saved = await edit('replies.decide', { itemId: item.id, outcome, outcomeNote: note });
  if (saved === null) return false;
  keepOutcome(item.id, null);
  const said = `Outcome saved: ${outcomeNames[outcome].toLowerCase()}.`;
  if (next === undefined) {
    announce(
      outcome === 'open' ? 'The answer is open again.' : `${said} No open answers are left here.`,
    );
    focusItem(item.id);
    return true;
  }
  announce(`${said} Next: ${onTheme(next.themeName)}, ${next.reviewer}.`);
  goToItem(next.id);
  return true;
};

/** Opens an answer again. */
export const openAgain = (item: Replied): Promise<boolean> =>
  decide(item, { outcome: 'open', note: '' }, []);

/** Deletes the whole reply that an answer is of. */
export const deleteReply = async ({ replyId, reviewer }: Replied): Promise<void> => {
  await edit('replies.delete', { id: replyId }, { toast: `Reply of ${quoted(reviewer)} deleted` });
};
