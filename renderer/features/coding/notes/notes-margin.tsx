import { MessageSquareText } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import {
  columnOf,
  useColumnState,
  useIsActiveColumn,
} from '#renderer/features/coding/columns/columns.ts';
import { useReadingView } from '#renderer/features/coding/reading-view.ts';
import type { Highlighter } from '#renderer/features/coding/transcript/highlighter.ts';
import { liveRange, pageRanges } from '#renderer/features/coding/transcript/transcript-dom.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Range } from '#shared/model/range.ts';
import { turnAt } from '#shared/text/turn-index.ts';
import { NoteCard, WriteNote } from './note-card.tsx';
import styles from './notes.module.css';
import { lookAtNote, type Note, notesAmong, useNotes } from './notes-state.ts';

interface Props {
  readonly reading: Reading;
  readonly highlighter: Highlighter;
  /** Counts up when other turns have come near the screen, or words have moved. */
  readonly view: number;
}

/** The space between two notes, in CSS pixels. */
const gap = 8;

/** Puts each item beside its words, and below the one before where that is too long. */
const arrange = (list: HTMLElement, reading: Reading): void => {
  const origin = list.getBoundingClientRect().top;
  let free = Number.NEGATIVE_INFINITY;
  for (const item of list.children) {
    if (!(item instanceof HTMLElement)) continue;
    const start = Number(item.dataset.start);
    const [part] = pageRanges(reading.turns, { start, end: start + 1 });
    if (part === undefined) continue;
    const wanted = liveRange(part).getBoundingClientRect().top - origin;
    const top = Math.max(wanted, free);
    item.style.top = `${top}px`;
    free = top + item.offsetHeight + gap;
  }
};

/** Keeps what stands beside the words there while words and notes change their size. */
const useArranged = (
  list: RefObject<HTMLElement | null>,
  { reading, view }: Pick<Props, 'reading' | 'view'>,
  shown: unknown,
): void => {
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const again = (): void => arrange(element, reading);
    again();
    const observer = new ResizeObserver(again);
    for (const item of element.children) observer.observe(item);
    return () => observer.disconnect();
  }, [list, reading, view, shown]);
};

interface Item {
  readonly key: string;
  readonly place: Range;
  /** Undefined while it is being written. */
  readonly note: Note | undefined;
}

/**
 * The notes on places of the source. While one reads, each stands in the margin beside its words;
 * while one codes a small sign stands for it, and only the note looked at or written is there.
 */
export const NotesMargin = ({ reading, highlighter, view }: Props) => {
  const memos = useCall('memos.inSource', { sourceId: reading.source.id }).data;
  const notes = useMemo(() => notesAmong(memos), [memos]);
  const mode = useReadingView((state) => state.mode);
  const { open, writing } = useNotes();
  const isActive = useIsActiveColumn();
  const selection = useColumnState((state) => state.selection);
  const cards = useRef<HTMLUListElement>(null);
  const signs = useRef<HTMLUListElement>(null);
  const mine =
    isActive && writing !== null && writing.sourceId === reading.source.id ? writing : null;
  const near = notes.filter((note) =>
    highlighter.near.has(Math.max(0, turnAt(reading.turns, note.start))),
  );
  const written = mine === null ? null : (mine.id ?? open);
  const items: readonly Item[] = [
    ...near
      .filter((note) => note.id !== written && (mode === 'read' || (note.id === open && isActive)))
      .map((note) => ({ key: note.id, place: note, note })),
    ...(mine === null ? [] : [{ key: 'writing', place: mine.place, note: undefined }]),
  ].sort((a, b) => a.place.start - b.place.start);
  useArranged(cards, { reading, view }, items.map(({ key }) => key).join());
  useArranged(signs, { reading, view }, near.map(({ id }) => id).join());

  // Another passage is looked at: the note on the one before is put away.
  useEffect(() => {
    const looked = notes.find((note) => note.id === open);
    if (looked === undefined || !isActive || mine !== null) return;
    if (selection?.start !== looked.start || selection.end !== looked.end)
      useNotes.setState({ open: null });
  }, [notes, open, selection, isActive, mine]);

  const column = columnOf(reading.turns);
  return (
    <>
      {mode === 'read' || near.length === 0 ? null : (
        <ul ref={signs} className={styles.signs} aria-label="Notes here">
          {near.map((note) => (
            <li key={note.id} data-start={note.start}>
              <button
                type="button"
                className={styles.sign}
                title="Note"
                data-note-sign={note.id}
                aria-label={`Note on turn ${Math.max(0, turnAt(reading.turns, note.start)) + 1}`}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => lookAtNote(note)}
              >
                <MessageSquareText size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {items.length === 0 ? null : (
        <ul
          ref={cards}
          className={`${styles.cards} ${mode === 'read' ? styles.beside : styles.over}`}
          aria-label="Notes"
          data-notes={column}
        >
          {items.map(({ key, place, note }) => (
            <li
              key={key}
              className={`${styles.card} ${note?.id === open ? styles.open : ''}`}
              data-start={place.start}
            >
              {note === undefined && mine !== null ? (
                <WriteNote key={`${place.start}-${place.end}`} writing={mine} notes={notes} />
              ) : null}
              {note === undefined ? null : <NoteCard note={note} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
