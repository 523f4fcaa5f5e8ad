import { announce } from '#renderer/ui/announce.ts';
import type { Range } from '#shared/model/range.ts';
import { turnAt, turnsIn } from '#shared/text/turn-index.ts';
import { type Unit, unitsIn } from '#shared/text/units.ts';
import { useCodingState } from './coding-state.ts';
import { codeById, currentCodings, currentReading } from './reading-data.ts';
import { pageRanges, selectOnPage, showOnPage, turnElementId } from './transcript-dom.ts';

const speechOf = (turn: { readonly speechStart: number; readonly end: number }): Range => ({
  start: turn.speechStart,
  end: turn.end,
});

/** Puts the focus on a turn, which a screen reader then reads. */
export const goToTurn = (index: number): void => {
  const reading = currentReading();
  if (reading?.turns[index] === undefined) return;
  useCodingState.setState({ turn: index, unit: 'turn', selection: null });
  getSelection()?.removeAllRanges();
  const element = document.getElementById(turnElementId(index));
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest' });
};

/** Selects a range of the text, on the page too. */
export const select = (range: Range): void => {
  const reading = currentReading();
  if (reading === undefined) return;
  const turn = turnAt(reading.turns, range.start);
  useCodingState.setState({ turn: Math.max(0, turn) });
  document.getElementById(turnElementId(turn))?.focus({ preventScroll: true });
  selectOnPage(reading.turns, range);
  useCodingState.setState({ selection: range });
};

/** Goes to the next or previous turn; `extend` takes its words into the selection. */
export const moveTurn = (step: 1 | -1, extend: boolean): void => {
  const reading = currentReading();
  if (reading === undefined) return;
  const { turn, selection } = useCodingState.getState();
  const focused = document.activeElement?.closest<HTMLElement>('[data-turn]');
  const from = focused === null || focused === undefined ? turn - (step === 1 ? 1 : 0) : turn;
  const next = Math.max(0, Math.min(reading.turns.length - 1, from + step));
  const reached = reading.turns[next];
  const start = reading.turns[turn];
  if (!extend || reached === undefined || start === undefined) return goToTurn(next);
  const base = selection ?? speechOf(start);
  select({
    start: Math.min(base.start, reached.speechStart),
    end: Math.max(base.end, reached.end),
  });
  useCodingState.setState({ turn: next });
};

/** The units of one kind in a turn and its two neighbours, so that moves cross turns. */
const unitsAround = (turn: number, unit: Unit): readonly Range[] => {
  const reading = currentReading();
  return (
    reading?.turns
      .slice(Math.max(0, turn - 1), turn + 2)
      .flatMap((near) => unitsIn(reading.text, speechOf(near), unit)) ?? []
  );
};

/** Selects the next or previous sentence (or word, when words are what is moved by). */
export const moveUnit = (step: 1 | -1, extend: boolean): void => {
  const reading = currentReading();
  const { turn, selection, unit } = useCodingState.getState();
  const here = reading?.turns[turn];
  if (here === undefined) return;
  const by = unit === 'turn' ? 'sentence' : unit;
  const units = unitsAround(turn, by);
  const next =
    selection === null
      ? units.find((range) => range.start >= here.speechStart)
      : step === 1
        ? units.find((range) => range.start >= selection.end)
        : units.findLast((range) => range.end <= selection.start);
  useCodingState.setState({ unit: by });
  if (next === undefined) return announce(step === 1 ? 'End of the text.' : 'Start of the text.');
  const range =
    extend && selection !== null
      ? { start: Math.min(selection.start, next.start), end: Math.max(selection.end, next.end) }
      : next;
  select(range);
  announce(reading?.text.slice(range.start, range.end) ?? '');
};

/** Selects the turn, then its sentence, then its word, then the turn again. */
export const cycleUnit = (): void => {
  const reading = currentReading();
  const { turn, selection, unit } = useCodingState.getState();
  const here = reading?.turns[turn];
  if (reading === undefined || here === undefined) return;
  const next: Unit =
    selection === null
      ? 'turn'
      : unit === 'turn'
        ? 'sentence'
        : unit === 'sentence'
          ? 'word'
          : 'turn';
  const from = next === 'turn' ? here.speechStart : (selection?.start ?? here.speechStart);
  const range = unitsIn(reading.text, speechOf(here), next).find((found) => found.end > from);
  useCodingState.setState({ unit: next });
  if (range === undefined) return;
  select(range);
  announce(`${next}: ${reading.text.slice(range.start, range.end)}`);
};

/** Looks at the next or previous coding from where the reader is. */
export const moveCoding = (step: 1 | -1): void => {
  const reading = currentReading();
  const codings = currentCodings();
  if (reading === undefined) return;
  const { active, turn } = useCodingState.getState();
  const at = codings.findIndex((coding) => coding.id === active);
  const here = reading.turns[turn]?.start ?? 0;
  const next =
    at !== -1
      ? codings[at + step]
      : step === 1
        ? codings.find((coding) => coding.start >= here)
        : codings.findLast((coding) => coding.start < here);
  if (next === undefined)
    return announce(codings.length === 0 ? 'Nothing is coded yet.' : 'No further coding.');
  lookAt(next.id);
};

/** Makes a coding the active one, shows it and says what it is. */
export const lookAt = (id: string): void => {
  const reading = currentReading();
  const coding = currentCodings().find((known) => known.id === id);
  if (reading === undefined || coding === undefined) return;
  const turn = Math.max(0, turnAt(reading.turns, coding.start));
  useCodingState.setState({ active: id, turn });
  const [part] = pageRanges(reading.turns, coding);
  if (part !== undefined) showOnPage(part);
  const words = reading.text.slice(coding.start, coding.end);
  announce(`${codeById(coding.codeId)?.name ?? 'Coding'}, turn ${turn + 1}: ${words}`);
};

/** Goes to the next turn after this one that no coding touches. */
export const moveToUncoded = (): void => {
  const reading = currentReading();
  if (reading === undefined) return;
  const coded = new Set<number>();
  for (const coding of currentCodings()) {
    const span = turnsIn(reading.turns, coding);
    if (span !== null)
      for (let index = span.first; index <= span.last; index += 1) coded.add(index);
  }
  const { turn } = useCodingState.getState();
  const next = reading.turns.findIndex(
    (candidate, index) => index > turn && candidate.speakerId !== null && !coded.has(index),
  );
  if (next === -1) announce('Every turn from here on is coded.');
  else goToTurn(next);
};

/** Lets go of the selection, then of the active coding. */
export const letGo = (): void => {
  const { selection } = useCodingState.getState();
  if (selection === null) useCodingState.setState({ active: null });
  else {
    getSelection()?.removeAllRanges();
    useCodingState.setState({ selection: null, unit: 'turn' });
  }
};
