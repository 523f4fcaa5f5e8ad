import { create } from 'zustand';
import { edit } from '#renderer/client/edit.ts';
import { keyOf, queryClient } from '#renderer/client/queries.ts';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { select } from '#renderer/features/coding/moves/coding-moves.ts';
import { speechOf } from '#renderer/features/coding/moves/turn-units.ts';
import { currentReading } from '#renderer/features/coding/reading-data.ts';
import { spoken } from '#renderer/features/coding/transcript/heard.ts';
import { focusReading } from '#renderer/features/coding/transcript/transcript-dom.ts';
import { announce } from '#renderer/ui/announce.ts';
import type { Memo } from '#shared/model/memo.ts';
import type { Range } from '#shared/model/range.ts';
import { plainText } from '#shared/text/rich-text.ts';
import { turnAt } from '#shared/text/turn-index.ts';

/** A memo on a place of a source. */
export type Note = Memo & { readonly start: number; readonly end: number };

/** A note that is being written. */
export interface Writing {
  /** Null until the first words of a new one are on disk. */
  readonly id: string | null;
  readonly sourceId: string;
  readonly place: Range;
}

interface Notes {
  /** The note that is looked at. */
  readonly open: string | null;
  readonly writing: Writing | null;
}

/** Which note is looked at or written. Never saved; the words themselves are. */
export const useNotes = create<Notes>(() => ({ open: null, writing: null }));

/** Of the memos in a source, those on places of it, by place. */
export const notesAmong = (memos: readonly Memo[] | undefined): readonly Note[] =>
  (memos ?? []).filter((memo): memo is Note => memo.targetKind === 'source' && memo.start !== null);

const currentNotes = (): readonly Note[] => {
  const sourceId = useCodingState.getState().sourceId ?? '';
  return notesAmong(
    queryClient.getQueryData<readonly Memo[]>(keyOf('memos.inSource', { sourceId })),
  );
};

/** Begins to write: the note that is looked at, if it is here, or a new one on what is selected. */
export const writeNote = (): void => {
  const reading = currentReading();
  if (reading === undefined) return;
  const { selection, turn } = useCodingState.getState();
  const place = selection ?? speechOf(reading, turn);
  if (place === undefined) return;
  const here = currentNotes().find((note) => note.id === useNotes.getState().open);
  const isHere = here?.start === place.start && here.end === place.end;
  useNotes.setState({
    open: isHere ? here.id : null,
    writing: {
      id: isHere ? here.id : null,
      sourceId: reading.source.id,
      place: { start: place.start, end: place.end },
    },
  });
};

/** Begins to change a note. */
export const changeNote = (note: Note): void =>
  useNotes.setState({
    open: note.id,
    writing: {
      id: note.id,
      sourceId: note.targetId ?? '',
      place: { start: note.start, end: note.end },
    },
  });

/** Ends writing and goes back to the words that the note is on. */
export const noteDone = (): void => {
  const { writing } = useNotes.getState();
  // The words first: a selection that went with the editor would end nowhere.
  if (writing !== null) select(writing.place);
  useNotes.setState({ writing: null });
};

/** Deletes a note; undo brings it back. */
export const deleteNote = async (id: string): Promise<void> => {
  await edit('memos.delete', { id }, { toast: 'Note deleted' });
  focusReading(useCodingState.getState().turn);
};

/** Deletes the note that is looked at. */
export const deleteOpenNote = async (): Promise<void> => {
  const note = currentNotes().find(({ id }) => id === useNotes.getState().open);
  if (note === undefined) announce('No note chosen. Y goes to the next one.');
  else await deleteNote(note.id);
};

/** Looks at a note: selects its words, opens it and says what it says. */
export const lookAtNote = (note: Note): void => {
  const reading = currentReading();
  if (reading === undefined) return;
  select({ start: note.start, end: note.end });
  useNotes.setState({ open: note.id });
  const turn = Math.max(0, turnAt(reading.turns, note.start)) + 1;
  const words = spoken(reading.text.slice(note.start, note.end));
  announce(`Note, turn ${turn}: ${plainText(note.body).trim()} On: ${words}`);
};

/** Looks at the next or previous note from where the reader is. */
export const moveNote = (step: 1 | -1): void => {
  const reading = currentReading();
  const notes = currentNotes();
  if (reading === undefined) return;
  const { turn, selection } = useCodingState.getState();
  const at = notes.findIndex(({ id }) => id === useNotes.getState().open);
  const from = selection?.start ?? reading.turns[turn]?.start ?? 0;
  const isThere = notes[at]?.start === from;
  const next = isThere
    ? notes[at + step]
    : step === 1
      ? notes.find((note) => note.start >= from)
      : notes.findLast((note) => note.start < from);
  if (next === undefined) announce(notes.length === 0 ? 'No notes yet.' : 'No further note.');
  else lookAtNote(next);
};
