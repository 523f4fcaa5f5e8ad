import { toast } from 'sonner';
import { announce } from './announce.ts';

/** How much a field takes where it does not say so itself, in UTF-16 code units. */
const longestText = 100_000;

/** What is pasted or dropped into, and how much of it there can be; null for what is no field. */
const roomIn = (target: EventTarget | null): number | null => {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
    return target.maxLength > 0 ? target.maxLength : longestText;
  return target instanceof HTMLElement && target.isContentEditable ? longestText : null;
};

/** What is said to somebody who brings more than a field takes. */
const tooLongWords = (length: number, room: number): string =>
  `That is ${length.toLocaleString()} characters, and this field takes ${room.toLocaleString()}. Nothing was pasted.`;

const refuse = (event: ClipboardEvent | DragEvent, brought: DataTransfer | null): void => {
  const room = roomIn(event.target);
  if (room === null || brought === null) return;
  const plain = brought.getData('text/plain').length;
  // Formatted text brings its markup along, which has to be read too.
  const isTooLong = plain > room || brought.getData('text/html').length > 20 * longestText;
  if (!isTooLong) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const words = tooLongWords(plain, room);
  announce(words);
  toast(words, { id: 'too-long' });
};

/**
 * Refuses text that is longer than a field takes, before the field has to deal with it, and says so:
 * a browser would cut it without a word, or stand still over fifty million characters. Call once.
 */
export const refuseLongPastes = (): void => {
  addEventListener('paste', (event) => refuse(event, event.clipboardData), { capture: true });
  addEventListener('drop', (event) => refuse(event, event.dataTransfer), { capture: true });
};
