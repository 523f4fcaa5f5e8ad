import type { Command } from '#renderer/commands/registry.ts';
import { codingCommands } from './coding-commands.ts';
import { differenceCommands } from './moves/difference-moves.ts';
import { deleteOpenNote, moveNote, writeNote } from './notes/notes-state.ts';
import { toggleReading, useReadingView } from './reading-view.ts';

const note = (command: Omit<Command, 'menu' | 'scope'> & Partial<Command>): Command => ({
  menu: 'Go',
  scope: 'reading',
  ...command,
});

const toggle = note({
  id: 'view.reading',
  label: 'Read without coding, or code again',
  menu: 'View',
  keys: 'Shift+KeyR',
  run: toggleReading,
});

const moves: readonly Command[] = [
  note({ id: 'note.next', label: 'Next note', keys: 'y', run: () => moveNote(1) }),
  note({
    id: 'note.previous',
    label: 'Previous note',
    keys: 'Shift+KeyY',
    run: () => moveNote(-1),
  }),
];

/** What is offered besides coding while one codes: notes, reading, two columns. */
export const besideCodingCommands: readonly Command[] = [
  toggle,
  {
    id: 'view.beside',
    label: 'Side by side',
    menu: 'View',
    keys: 'b',
    scope: 'reading',
    run: () => useReadingView.setState({ choosing: true }),
  },
  ...differenceCommands,
  ...moves,
  note({
    id: 'note.write',
    label: 'Note on this passage',
    menu: 'Code',
    keys: 'Shift+KeyM',
    run: writeNote,
  }),
];

/** The ways through a source, which are the same while one reads. */
const isMove = ({ id, menu }: Command): boolean =>
  (/^(?:turn|unit|find)\./u.test(id) && menu !== 'Edit') ||
  ['coding.find', 'coding.let-go', 'coding.quote'].includes(id);

/** What is offered while one reads: ways through the source, and notes; nothing that codes. */
export const readingCommands: readonly Command[] = [
  toggle,
  ...codingCommands.filter(isMove),
  ...moves,
  note({
    id: 'note.write',
    label: 'Note on this passage',
    menu: 'Code',
    keys: 'm',
    run: writeNote,
  }),
  note({
    id: 'note.write-enter',
    label: 'Note on this passage',
    menu: 'Code',
    keys: 'Enter',
    run: writeNote,
  }),
  note({
    id: 'note.delete',
    label: 'Delete the note',
    menu: 'Code',
    keys: 'Delete',
    run: deleteOpenNote,
  }),
];
