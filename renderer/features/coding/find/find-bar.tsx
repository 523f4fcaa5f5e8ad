import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useLayoutEffect, useMemo } from 'react';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { select } from '#renderer/features/coding/moves/coding-moves.ts';
import type { Highlighter } from '#renderer/features/coding/transcript/highlighter.ts';
import { focusReading } from '#renderer/features/coding/transcript/transcript-dom.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import type { Reading } from '#shared/contract/sources.ts';
import styles from './find-bar.module.css';
import { countOf, findOn, placesOf, useFind } from './find-state.ts';

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

const Finding = ({ reading, highlighter, view }: Props) => {
  const { typed, at } = useFind();
  const wanted = useDeferredValue(typed);
  const found = useMemo(() => placesOf(reading, wanted), [reading, wanted]);
  const current = at === null ? undefined : found[at];

  useEffect(
    () => highlighter.showFound(found, current ?? null),
    [highlighter, found, current, view],
  );
  useEffect(() => useCodingState.setState({ found }), [found]);
  useEffect(
    () => () => {
      highlighter.showFound([], null);
      useCodingState.setState({ found: [] });
    },
    [highlighter],
  );
  useLayoutEffect(() => {
    const taken = takenFromSelection(reading);
    useFind.setState(taken === '' ? { at: null } : { typed: taken, at: null });
  }, [reading]);

  const close = (): void => {
    useCodingState.setState({ finding: false });
    const last = at === null ? undefined : placesOf(reading, typed)[at];
    if (last === undefined) focusReading(useCodingState.getState().turn);
    else select(last);
  };
  const hear = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    // Enter on one of the buttons presses it.
    if (event.key === 'Enter' && !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else findOn(event.shiftKey ? -1 : 1);
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
        // What was looked for before is there, and typing takes its place.
        onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}
        onChange={(value) => useFind.setState({ typed: value, at: null })}
      />
      <span className={`${styles.count} figures`} role="status">
        {wanted.trim() === '' ? '' : countOf(at, found.length)}
      </span>
      <IconButton
        icon={ChevronUp}
        label="Previous place"
        keys="Shift+Enter"
        onPress={() => findOn(-1)}
      />
      <IconButton icon={ChevronDown} label="Next place" keys="Enter" onPress={() => findOn(1)} />
      <IconButton icon={X} label="Close find" keys="Escape" onPress={close} />
    </div>
  );
};

/** Finds words in the open source; the browser's own find is missing in the desktop app. */
export const FindBar = (props: Props) =>
  useCodingState((state) => state.finding) ? <Finding {...props} /> : null;
