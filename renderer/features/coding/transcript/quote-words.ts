import { type RefObject, useEffect } from 'react';
import type { Command } from '#renderer/commands/registry.ts';
import { writeQuote } from '#renderer/editor/quote-clipboard.ts';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { activeCoding, currentReading } from '#renderer/features/coding/reading-data.ts';
import { useMemosState } from '#renderer/features/memos/memos-state.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Range } from '#shared/model/range.ts';
import { linkUrl, type Quoted, quotedFrom } from '#shared/text/links.ts';
import { turnAt } from '#shared/text/turn-index.ts';

const quoteOf = ({ source, text, turns, speakers }: Reading, range: Range, url: string): Quoted => {
  const index = turnAt(turns, range.start);
  const speakerId = turns[index]?.speakerId;
  return {
    url,
    text: text.slice(range.start, range.end),
    from: quotedFrom({
      sourceName: source.name,
      speaker: speakers.find(({ id }) => id === speakerId)?.label ?? null,
      turn: index === -1 ? null : index + 1,
    }),
    sourceId: source.id,
    start: range.start,
    end: range.end,
  };
};

const isSame = (a: Range, b: Range): boolean => a.start === b.start && a.end === b.end;

/**
 * What is selected in the open source as a quote, or else the coding looked at; null for neither.
 * Words that are not coded as they are selected get a passage of their own, which keeps their place.
 */
const currentQuote = (): Quoted | null => {
  const reading = currentReading();
  if (reading === undefined) return null;
  const { selection } = useCodingState.getState();
  const coding = activeCoding();
  if (coding !== undefined && (selection === null || isSame(selection, coding)))
    return quoteOf(reading, coding, linkUrl({ kind: 'coding', id: coding.id }));
  return selection === null
    ? null
    : quoteOf(reading, selection, linkUrl({ kind: 'passage', id: crypto.randomUUID() }));
};

/** Has words that are copied or dragged from the transcript arrive in a memo as a quote. */
export const useQuoteCopies = (pane: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const element = pane.current;
    if (element === null) return undefined;
    const put = (data: DataTransfer | null): boolean => {
      const quoted = useCodingState.getState().selection === null ? null : currentQuote();
      if (data === null || quoted === null) return false;
      writeQuote(data, quoted);
      return true;
    };
    const copy = (event: ClipboardEvent): void => {
      if (put(event.clipboardData)) event.preventDefault();
    };
    const drag = (event: DragEvent): void => {
      // Only the words themselves; codes and handles that are dragged carry something else.
      if (event.target instanceof Text) put(event.dataTransfer);
    };
    element.addEventListener('copy', copy);
    element.addEventListener('dragstart', drag);
    return () => {
      element.removeEventListener('copy', copy);
      element.removeEventListener('dragstart', drag);
    };
  }, [pane]);
};

/** What can be done with words of the transcript for memos. */
export const quoteCommands: readonly Command[] = [
  {
    id: 'coding.quote',
    label: 'Quote in a memo',
    menu: 'Memo',
    keys: 'q',
    scope: 'reading',
    enabled: () => useCodingState.getState().selection !== null || activeCoding() !== undefined,
    run: () => useMemosState.setState({ quoting: currentQuote() }),
  },
];
