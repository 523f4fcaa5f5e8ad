import { ask } from '#renderer/client/call.ts';
import { edit } from '#renderer/client/edit.ts';
import { goToLink } from '#renderer/editor/link-places.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { quoted } from '#renderer/ui/words.ts';
import type { Memo } from '#shared/model/memo.ts';
import { memoDay, today } from './memo-words.ts';
import { useMemosState } from './memos-state.ts';

type OnWhat = Pick<Memo, 'id' | 'targetKind' | 'targetId' | 'start'>;

/** Opens a memo where it is written. */
export const openMemo = (id: string): void => useNavigation.getState().go({ area: 'memos', id });

/** Whether somebody began an entry today and has not written anything in it yet. */
const emptyEntry = async (day: string): Promise<Memo | undefined> => {
  const { memos } = await ask('memos.journal', { limit: 1 });
  return memos.find((memo) => memo.title === '' && memo.body === '' && memoDay(memo) === day);
};

/** Begins an entry of the journal, dated today; one that is still empty is gone on with. */
export const newEntry = async (): Promise<void> => {
  const day = today();
  const entry =
    (await emptyEntry(day)) ??
    (await edit(
      'memos.create',
      { targetKind: 'project', day },
      { announce: 'Journal entry begun. Undo available.' },
    ));
  if (entry === null) return;
  useMemosState.setState({ view: 'journal', begun: entry.id });
  openMemo(entry.id);
};

/** Deletes a memo; Undo is offered, and opens it again where it was open. */
export const deleteMemo = async ({ id, title }: Pick<Memo, 'id' | 'title'>): Promise<void> => {
  const toast = title === '' ? 'Deleted the memo' : `Deleted the memo ${quoted(title)}`;
  await edit('memos.delete', { id }, { toast });
  // The button that was pressed is gone; the list is where to go on.
  document.querySelector<HTMLElement>('main [data-pane-focus]')?.focus();
};

/** Goes to what a memo is on: the record, the coding, or the place of the text. */
export const goToTarget = async ({ id, targetKind, targetId, start }: OnWhat): Promise<void> => {
  if (targetKind === 'project' || targetId === null) return openMemo(id);
  if (start === null) return goToLink({ kind: targetKind, id: targetId });
  const place = await ask('passages.get', { kind: 'memo', id });
  if (place === null) return goToLink({ kind: 'source', id: targetId });
  useNavigation.getState().go({
    area: 'coding',
    id: place.sourceId,
    at: `${place.start}-${place.end}`,
  });
};
