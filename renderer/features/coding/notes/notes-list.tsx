import { useCall } from '#renderer/client/queries.ts';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted } from '#renderer/ui/words.ts';
import { plainText } from '#shared/text/rich-text.ts';
import { turnAt } from '#shared/text/turn-index.ts';
import styles from './notes.module.css';
import { lookAtNote, notesAmong, useNotes } from './notes-state.ts';

/** No more of a passage than this is read with its note, in UTF-16 code units. */
const longestQuote = 200;

/** All notes on the open source by place, beside the words while one reads. */
export const NotesList = () => {
  const sourceId = useCodingState((state) => state.sourceId);
  const enabled = sourceId !== null;
  const reading = useCall('sources.get', { id: sourceId ?? '' }, { enabled }).data;
  const memos = useCall('memos.inSource', { sourceId: sourceId ?? '' }, { enabled });
  const open = useNotes((state) => state.open);
  if (memos.isError) return <ErrorState error={memos.error} onRetry={() => void memos.refetch()} />;
  if (reading === undefined || memos.data === undefined) return <Skeleton lines={6} />;
  const notes = notesAmong(memos.data);
  if (notes.length === 0)
    return (
      <EmptyState title="No notes yet">
        Select some words, or go to a turn with J, and press M to note what you notice. Notes stay
        beside their words.
      </EmptyState>
    );
  return (
    <section className={styles.list} aria-labelledby="notes-list">
      <h2 id="notes-list" className={styles.heading}>
        {counted(notes.length, 'note')}
      </h2>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <button
              type="button"
              className={styles.item}
              aria-current={note.id === open}
              onClick={() => lookAtNote(note)}
            >
              <span className={`${styles.where} figures`}>
                Turn {Math.max(0, turnAt(reading.turns, note.start)) + 1}
              </span>
              <span className={styles.quote}>
                {reading.text.slice(note.start, Math.min(note.end, note.start + longestQuote))}
              </span>
              <span className={styles.said}>{plainText(note.body)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
