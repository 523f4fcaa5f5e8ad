import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { announce } from '#renderer/ui/announce.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import type { Reading } from '#shared/contract/sources.ts';
import { turnAt } from '#shared/text/turn-index.ts';
import { select } from './coding-moves.ts';
import { useCodingState } from './coding-state.ts';
import styles from './find-bar.module.css';
import { findWords, mostFound } from './find-words.ts';
import type { Highlighter } from './highlighter.ts';
import { focusReading, pageRanges, showOnPage } from './transcript-dom.ts';

interface Props {
  readonly reading: Reading;
  readonly highlighter: Highlighter;
  /** Counts up when other turns have come near the screen. */
  readonly view: number;
}

/** Words longer than this are not taken from the selection to look for, in UTF-16 code units. */
const longestTaken = 60;

const takenFromSelection = (reading: Reading): string => {
  const { selection } = useCodingState.getState();
  const words = selection === null ? '' : reading.text.slice(selection.start, selection.end);
  return words.length > longestTaken || words.includes('\n') ? '' : words;
};

const countOf = (at: number | null, found: number): string => {
  const all =
    found === mostFound ? `${mostFound.toLocaleString()} or more` : found.toLocaleString();
  if (found === 0) return 'Not found';
  return at === null ? `${all} found` : `${(at + 1).toLocaleString()} of ${all}`;
};

const Finding = ({ reading, highlighter, view }: Props) => {
  const [typed, setTyped] = useState(() => takenFromSelection(reading));
  const [at, setAt] = useState<number | null>(null);
  const wanted = useDeferredValue(typed);
  const found = useMemo(() => findWords(reading.text, reading.turns, wanted), [reading, wanted]);
  const current = at === null ? undefined : found[at];

  useEffect(
    () => highlighter.showFound(found, current ?? null),
    [highlighter, found, current, view],
  );
  useEffect(() => () => highlighter.showFound([], null), [highlighter]);

  const go = (step: 1 | -1): void => {
    // Whoever types fast is ahead of what is shown.
    const places = wanted === typed ? found : findWords(reading.text, reading.turns, typed);
    if (places.length === 0) return announce('Not found');
    // The first step goes to what comes next from where the reader is.
    const here = reading.turns[useCodingState.getState().turn]?.start ?? 0;
    const first =
      step === 1
        ? places.findIndex((m) => m.start >= here)
        : places.findLastIndex((m) => m.start < here);
    const next = at === null ? Math.max(0, first) : (at + step + places.length) % places.length;
    const match = places[next];
    setAt(next);
    if (match === undefined) return;
    const [part] = pageRanges(reading.turns, match);
    if (part !== undefined) showOnPage(part);
    const turn = turnAt(reading.turns, match.start);
    const speech = reading.text.slice(reading.turns[turn]?.speechStart, reading.turns[turn]?.end);
    announce(`${countOf(next, places.length)}, turn ${turn + 1}: ${speech.slice(0, 200)}`);
  };
  const close = (): void => {
    useCodingState.setState({ finding: false });
    const current = at === null ? undefined : findWords(reading.text, reading.turns, typed)[at];
    if (current === undefined) focusReading(useCodingState.getState().turn);
    else select(current);
  };
  const hear = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    // Enter on one of the buttons presses it.
    if (event.key === 'Enter' && !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else go(event.shiftKey ? -1 : 1);
  };

  return (
    <div
      className={styles.bar}
      role="search"
      aria-label="Find in the source"
      onKeyDownCapture={hear}
    >
      <SearchField
        label="Find in the source"
        autoFocus
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setAt(null);
        }}
      />
      <span className={`${styles.count} figures`} role="status">
        {wanted.trim() === '' ? '' : countOf(at, found.length)}
      </span>
      <IconButton
        icon={ChevronUp}
        label="Previous place"
        keys="Shift+Enter"
        onPress={() => go(-1)}
      />
      <IconButton icon={ChevronDown} label="Next place" keys="Enter" onPress={() => go(1)} />
      <IconButton icon={X} label="Close find" keys="Escape" onPress={close} />
    </div>
  );
};

/** Finds words in the open source; the browser's own find is missing in the desktop app. */
export const FindBar = (props: Props) =>
  useCodingState((state) => state.finding) ? <Finding {...props} /> : null;
