import { create } from 'zustand';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { select } from '#renderer/features/coding/moves/coding-moves.ts';
import { currentReading } from '#renderer/features/coding/reading-data.ts';
import { pageRanges, showOnPage } from '#renderer/features/coding/transcript/transcript-dom.ts';
import { announce } from '#renderer/ui/announce.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Range } from '#shared/model/range.ts';
import { turnAt } from '#shared/text/turn-index.ts';
import { findWords, mostFound } from './find-words.ts';

/** What was looked for last in a source, kept while its bar is closed, and which place is looked at. */
export const useFind = create<{ readonly typed: string; readonly at: number | null }>(() => ({
  typed: '',
  at: null,
}));

let last: { readonly reading: Reading; readonly typed: string; readonly found: readonly Range[] };

/** Every place of what was typed, looked for once. */
export const placesOf = (reading: Reading, typed: string): readonly Range[] => {
  if (last?.reading !== reading || last.typed !== typed)
    last = { reading, typed, found: findWords(reading.text, reading.turns, typed) };
  return last.found;
};

/** Which place of how many, in words. */
export const countOf = (at: number | null, found: number): string => {
  const all =
    found === mostFound ? `${mostFound.toLocaleString()} or more` : found.toLocaleString();
  if (found === 0) return 'Not found';
  return at === null ? `${all} found` : `${(at + 1).toLocaleString()} of ${all}`;
};

/** Where the reader is: the selection, or else the turn the keys are at. */
const here = (reading: Reading, step: 1 | -1): number => {
  const { selection, turn } = useCodingState.getState();
  const start = selection?.start ?? reading.turns[turn]?.start ?? 0;
  return step === 1 ? (selection?.end ?? start) : start;
};

/** Goes to the next or previous place of what was looked for, also while the bar is closed. */
export const findOn = (step: 1 | -1): void => {
  const reading = currentReading();
  const { typed, at } = useFind.getState();
  const { finding } = useCodingState.getState();
  if (reading === undefined) return;
  const places = placesOf(reading, typed);
  if (places.length === 0) return announce('Not found');
  // The first step goes to what comes next from where the reader is, and so does each one while the
  // bar is closed: one may have gone elsewhere meanwhile.
  const from = here(reading, step);
  const first =
    step === 1
      ? places.findIndex((place) => place.start >= from)
      : places.findLastIndex((place) => place.start < from);
  const around = step === 1 ? 0 : places.length - 1;
  const next =
    finding && at !== null
      ? (at + step + places.length) % places.length
      : first === -1
        ? around
        : first;
  const place = places[next];
  useFind.setState({ at: next });
  if (place === undefined) return;
  if (finding) {
    const [part] = pageRanges(reading.turns, place);
    if (part !== undefined) showOnPage(part);
  } else select(place);
  const turn = turnAt(reading.turns, place.start);
  const speech = reading.text.slice(reading.turns[turn]?.speechStart, reading.turns[turn]?.end);
  announce(`${countOf(next, places.length)}, turn ${turn + 1}: ${speech.slice(0, 200)}`);
};

/** Whether something was looked for. */
export const canFindOn = (): boolean => useFind.getState().typed.trim() !== '';
