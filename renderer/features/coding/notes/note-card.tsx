import { Pencil, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { saveBy, useAutosaved } from '#renderer/client/autosave.ts';
import { useCall } from '#renderer/client/queries.ts';
import { RichTextEditor, RichTextView } from '#renderer/editor/rich-text-editor.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import styles from './notes.module.css';
import {
  changeNote,
  deleteNote,
  lookAtNote,
  type Note,
  noteDone,
  useNotes,
  type Writing,
} from './notes-state.ts';

interface WriteProps {
  readonly writing: Writing;
  readonly notes: readonly Note[];
}

/** Writes a note; it saves itself, comes into being with its first words and goes with its last. */
export const WriteNote = ({ writing, notes }: WriteProps) => {
  const id = useRef(writing.id);
  const begun = useNotes((state) => state.open);
  const { sourceId, place } = writing;
  const { value, problem, onChange, onFocusChange } = useAutosaved({
    key: `note/${sourceId}/${place.start}-${place.end}/${writing.id ?? 'new'}`,
    stored: notes.find((known) => known.id === (writing.id ?? begun))?.body ?? '',
    save: async (body) => {
      if (id.current !== null) {
        if (body !== '') return saveBy('memos.update', { id: id.current, body });
        const gone = await saveBy('memos.delete', { id: id.current });
        if (gone.ok) id.current = null;
        return gone;
      }
      if (body === '') return { ok: true, value: null };
      const created = await saveBy('memos.create', {
        targetKind: 'source',
        targetId: sourceId,
        body,
        ...place,
      });
      if (!created.ok) return created;
      id.current = created.value.id;
      useNotes.setState({ open: created.value.id });
      return created;
    },
  });
  return (
    <div
      role="presentation"
      onFocus={() => onFocusChange(true)}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        onFocusChange(false);
        // Who reads on has done with the note.
        if (event.relatedTarget?.closest('[data-turn]')) useNotes.setState({ writing: null });
      }}
      onKeyDown={(event) => {
        // The keys of the transcript are letters here.
        event.stopPropagation();
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey)))
          noteDone();
      }}
    >
      <RichTextEditor
        label="Note on this passage"
        placeholder="What you notice, feel or ask"
        value={value}
        onChange={onChange}
        minHeight={72}
        autoFocus
      />
      {problem === null ? null : <p className={styles.problem}>{problem}</p>}
      <Button small onPress={noteDone}>
        Done
      </Button>
    </div>
  );
};

/** A note as it is read. */
export const NoteCard = ({ note }: { readonly note: Note }) => {
  const coders = useCall('coders.list', {}).data;
  const coder = coders?.find((known) => known.id === note.coderId)?.name ?? '';
  const day = new Date(note.createdAt).toLocaleDateString(undefined, { dateStyle: 'medium' });
  return (
    <>
      <div className={styles.by}>
        <button type="button" className={styles.who} onClick={() => lookAtNote(note)}>
          <span className="visually-hidden">Go to the words of the note by </span>
          {coder}, {day}
        </button>
        <IconButton icon={Pencil} label="Change the note" onPress={() => changeNote(note)} />
        <IconButton
          icon={Trash2}
          label="Delete the note"
          onPress={() => void deleteNote(note.id)}
        />
      </div>
      <RichTextView value={note.body} />
    </>
  );
};
