import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import {
  activeCoding,
  codeById,
  currentCodings,
  currentReading,
  shownCodings,
} from '#renderer/features/coding/reading-data.ts';
import { describeMarks } from '#renderer/features/coding/transcript/describe.ts';
import { heard, spoken } from '#renderer/features/coding/transcript/heard.ts';
import {
  focusReading,
  pageRanges,
  selectOnPage,
  showOnPage,
  turnElementId,
} from '#renderer/features/coding/transcript/transcript-dom.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { announce } from '#renderer/ui/announce.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Range } from '#shared/model/range.ts';
import { turnAt, turnsIn } from '#shared/text/turn-index.ts';
import type { Unit } from '#shared/text/units.ts';
import { letGoOfPassages } from './passages.ts';
import { turnFrom } from './turn-jumps.ts';
import { nextUnit, speechOf, unitAt, unitsOfTurn } from './turn-units.ts';

/** Puts the focus on a turn, which a screen reader then reads. */
export const goToTurn = (index: number): void => {
  const reading = currentReading();
  if (reading?.turns[index] === undefined) return;
  useCodingState.setState({
    turn: index,
    unit: 'turn',
    selection: null,
    extension: null,
    place: null,
  });
  getSelection()?.removeAllRanges();
  focusReading(index);
  showTurn(index);
};

/** How often a turn far away is looked at again: heights are estimated until turns are shown. */
const looks = 4;

const showTurn = (index: number, left = looks): void => {
  if (useCodingState.getState().turn !== index) return;
  document.getElementById(turnElementId(index))?.scrollIntoView({ block: 'nearest' });
  if (left > 0) requestAnimationFrame(() => showTurn(index, left - 1));
};

/** Selects a range of the text, on the page too, and brings `head`, a part of it, into view. */
export const select = (range: Range, head: Range = range): void => {
  const reading = currentReading();
  if (reading === undefined) return;
  const turn = Math.max(0, turnAt(reading.turns, head.start));
  useCodingState.setState({ turn, place: null, extension: null });
  focusReading(turn);
  selectOnPage(reading.turns, range);
  const [part] = pageRanges(reading.turns, head);
  if (part !== undefined) showOnPage(part);
  useCodingState.setState({ selection: range });
};

/** Takes a further unit into what is selected, or gives back what was taken in too much. */
const extendTo = (anchor: Range, head: Range): void => {
  select({ start: Math.min(anchor.start, head.start), end: Math.max(anchor.end, head.end) }, head);
  useCodingState.setState({ extension: { anchor, head } });
};

/** Goes to the next or previous turn; `extend` takes its words into the selection. */
export const moveTurn = (step: 1 | -1, extend: boolean): void => {
  const reading = currentReading();
  if (reading === undefined) return;
  const { turn, selection, extension } = useCodingState.getState();
  const isAtTurn = document.activeElement?.closest('[data-turn]') != null;
  const from = isAtTurn || extend ? turn : turn - (step === 1 ? 1 : 0);
  const next = Math.max(0, Math.min(reading.turns.length - 1, from + step));
  if (!extend) return goToTurn(next);
  const anchor = extension?.anchor ?? selection ?? speechOf(reading, turn);
  const reached = speechOf(reading, next);
  if (anchor === undefined || reached === undefined) goToTurn(next);
  else extendTo(anchor, reached);
};

/** Selects the next or previous sentence (or word, when words are what is moved by). */
export const moveUnit = (step: 1 | -1, extend: boolean): void => {
  const reading = currentReading();
  const { turn, selection, extension, unit } = useCodingState.getState();
  const here = reading?.turns[turn];
  if (reading === undefined || here === undefined) return;
  const by = unit === 'turn' ? 'sentence' : unit;
  const head = extension?.head ?? selection;
  const next =
    head === null
      ? nextUnit(reading, by, { turn, edge: here.speechStart, step: 1 })
      : nextUnit(reading, by, {
          turn: turnAt(reading.turns, step === 1 ? head.end : head.start),
          edge: step === 1 ? head.end : head.start,
          step,
        });
  useCodingState.setState({ unit: by });
  if (next === undefined) return announce(step === 1 ? 'End of the text.' : 'Start of the text.');
  if (extend && selection !== null) extendTo(extension?.anchor ?? selection, next);
  else select(next);
  announce(heard(reading, next));
};

const smaller = {
  turn: 'paragraph',
  paragraph: 'sentence',
  sentence: 'word',
  word: 'turn',
} as const satisfies Record<Unit, Unit>;

/** The unit below this one in a turn; most turns are one paragraph, which is the turn itself. */
const below = (reading: Reading, turn: number, unit: Unit): Unit =>
  smaller[unit] === 'paragraph' && unitsOfTurn(reading, turn, 'paragraph').length < 2
    ? 'sentence'
    : smaller[unit];

/** Selects the turn, then its paragraph (where it has several), its sentence, its word, the turn. */
export const cycleUnit = (): void => {
  const reading = currentReading();
  const { turn, selection, unit } = useCodingState.getState();
  const here = reading?.turns[turn];
  if (reading === undefined || here === undefined) return;
  const next = selection === null ? 'turn' : below(reading, turn, unit);
  const from = next === 'turn' ? here.speechStart : (selection?.start ?? here.speechStart);
  const range = unitAt(reading, next, { turn, offset: from });
  useCodingState.setState({ unit: next });
  if (range === undefined) return;
  select(range);
  announce(`${next}: ${heard(reading, range)}`);
};

/** Looks at the next or previous coding from where the reader is. */
export const moveCoding = (step: 1 | -1): void => {
  const reading = currentReading();
  const codings = shownCodings();
  if (reading === undefined) return;
  const { turn, place } = useCodingState.getState();
  const active = activeCoding();
  const span = active === undefined ? null : turnsIn(reading.turns, active);
  const isHere = span !== null && span.first <= turn && turn <= span.last;
  const from = place ?? reading.turns[turn]?.start ?? 0;
  // One that the filter hides is in sight while it is looked at, but not among those to walk.
  const at = active === undefined || !isHere ? -1 : codings.indexOf(active);
  const next =
    at !== -1
      ? codings[at + step]
      : step === 1
        ? codings.find((coding) => coding.start >= from)
        : codings.findLast((coding) => coding.start < from);
  if (next === undefined)
    return announce(
      codings.length > 0
        ? 'No further coding.'
        : currentCodings().length > 0
          ? 'The filter shows no coding.'
          : 'Nothing is coded yet.',
    );
  lookAt(next.id);
};

/** What looking at a coding does besides. */
interface Look {
  /** False leaves the focus where it is, for example in the inspector. */
  readonly focus?: boolean;
  /** False when its words are in sight already, because they were clicked. */
  readonly scroll?: boolean;
  /** What is said before it. */
  readonly lead?: string;
}

/** Makes a coding the active one, shows it and says what it is. */
export const lookAt = (id: string, look: Look = {}): void => {
  const { focus = true, scroll = true, lead = '' } = look;
  const reading = currentReading();
  const coding = currentCodings().find((known) => known.id === id);
  if (reading === undefined || coding === undefined) return;
  const turn = Math.max(0, turnAt(reading.turns, coding.start));
  if (focus) focusReading(turn);
  useCodingState.setState({ active: id, turn, place: coding.start });
  usePreferences.getState().showDetails();
  const [part] = scroll ? pageRanges(reading.turns, coding) : [];
  if (part !== undefined) showOnPage(part);
  const words = spoken(reading.text.slice(coding.start, coding.end));
  const marks = describeMarks(coding);
  const name = `${codeById(coding.codeId)?.name ?? 'Coding'}${marks === '' ? '' : ` (${marks})`}`;
  announce(`${lead}${name}, turn ${turn + 1}: ${words}`);
};

/** Goes to the next or previous turn from this one that no coding touches. */
export const moveToUncoded = (step: 1 | -1 = 1): void => {
  const reading = currentReading();
  if (reading === undefined) return;
  const coded = new Set<number>();
  for (const coding of currentCodings()) {
    const span = turnsIn(reading.turns, coding);
    if (span !== null)
      for (let index = span.first; index <= span.last; index += 1) coded.add(index);
  }
  const { turn } = useCodingState.getState();
  const isUncoded = (index: number): boolean =>
    reading.turns[index]?.speakerId != null && !coded.has(index);
  const next = turnFrom(reading, { turn, step, matches: isUncoded });
  if (next !== undefined) return goToTurn(next);
  announce(
    step === 1 ? 'Every turn from here on is coded.' : 'Every turn from here back is coded.',
  );
};

/** Lets go of the selection and the passages put aside, then of the active coding. */
export const letGo = (): void => {
  const { selection, passages } = useCodingState.getState();
  letGoOfPassages();
  if (selection === null && passages.length === 0) useCodingState.setState({ active: null });
  else {
    getSelection()?.removeAllRanges();
    useCodingState.setState({ selection: null, extension: null, unit: 'turn' });
  }
};
